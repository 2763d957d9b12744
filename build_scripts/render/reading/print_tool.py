"""Write the panel “Print”: what a handout has, and how it is set.

Every choice is a control with a name, which the scripts keep and write into the address, and which
the style sheets read (`print.css`). What is not chosen is not printed; on the screen it stays.
"""

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from build_scripts.render.interface import Interface, in_annotators_language
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, join, start_tag, text


class AskedQuestion(NamedTuple):
    """A question for discussion, as the panel offers it.

    Attributes:
        name: in the address.
        formerly: its names before, with blanks between.
        entry: the id of its element.
        number: as it stands on the page.
        words: how it begins.
    """

    name: str
    formerly: str
    entry: str
    number: int
    words: str


class Part(NamedTuple):
    """A part of a page that is printed or not.

    Attributes:
        name: the choice is ``print-NAME``.
        message: the id of the words that name it.
        is_printed: unless a reader chooses otherwise.
    """

    name: str
    message: str
    is_printed: bool = True


class Menu(NamedTuple):
    """A choice of one from several; the first is the one that stands at first.

    Attributes:
        name: of the control, in the address.
        message: the id of the words that name it.
        values: each with the id of its words.
    """

    name: str
    message: str
    values: Mapping[str, str]


_NOTES = Menu(
    "print-notes",
    "layer-note",
    {"after": "print-notes-after", "foot": "print-notes-foot", "none": "print-none"},
)
_CORRECTIONS = Menu(
    "print-corrections",
    "layer-correction",
    {
        "list": "print-corrections-list",
        "text": "print-corrections-text",
        "none": "print-corrections-none",
    },
)
_SOURCES = Menu(
    "print-sources",
    "sources-heading",
    {"full": "print-sources-full", "short": "print-sources-short", "none": "print-none"},
)
_SHORT_SOURCES = Menu(
    "print-sources", "sources-heading", {"short": "print-sources-short", "none": "print-none"}
)
_TYPE = Menu(
    "print-type",
    "print-type",
    {"normal": "print-type-normal", "small": "print-type-small", "large": "print-type-large"},
)
_PAPER = Menu(
    "print-paper", "print-paper", {"a4": "print-paper-a4", "letter": "print-paper-letter"}
)
_PREVIEW = '<input type="checkbox" name="preview" data-once>'
_ANSWERS = {"type": "number", "name": "print-answers", "value": "0", "min": "0", "max": "40"}
_ON_SHEETS = ("lines", "margin")
SOURCES = "sources"
HINTS = "hints"
_PARTS = (
    Part("introduction", "introduction-heading"),
    Part("side-by-side", "side-by-side"),
    Part("passages", "compared-passages"),
    Part("events", "compared-events"),
    Part("common-terms", "compared-terms"),
    Part("cross-references", "layer-cross-reference"),
    Part("terms", "layer-term"),
    Part("further-reading", "further-reading-heading"),
    Part("references", "referred-to-heading"),
    Part("about", "about-text", is_printed=False),
)
"""Of notes, one chooses where they stand, and of sources and corrections, how much is said."""
_HINTS = Part(HINTS, "print-hints", is_printed=False)
_NAME = Part("name", "print-name", is_printed=False)


def print_choices(
    interface: Interface,
    kinds: Sequence[str],
    around: Container[str],
    questions: Sequence[AskedQuestion],
    *,
    shows_text: bool,
) -> Html:
    """The content of the panel.

    Args:
        interface: in the language of the page.
        kinds: of the annotations on the page.
        around: the names of other parts of the page, such as `SOURCES`.
        questions: those on the page.
        shows_text: whether the page shows a text, which can be laid out as sheets.
    """
    words = interface.words
    menus = (
        *([_NOTES] if "note" in kinds else []),
        *([_CORRECTIONS] if "correction" in kinds else []),
        *([_SOURCES] if SOURCES in around else []),
        *([] if shows_text else [_SHORT_SOURCES]),
        _TYPE,
        *([_PAPER] if shows_text else []),
    )
    layers = [f"{kind}s" for kind in kinds]
    parts = [part for part in _PARTS if part.name in around or part.name in layers]
    on_sheets = [Part(name, f"print-{name}", is_printed=False) for name in _ON_SHEETS]
    preview = element("label", None, Html(_PREVIEW), words.html("preview"))
    return join(
        (
            element(
                "div",
                None,
                *(_menu(words, menu) for menu in menus),
                *(_box(words, part) for part in (*(on_sheets if shows_text else ()), _NAME)),
            ),
            element(
                "fieldset",
                None,
                element("legend", None, words.html("print-with")),
                *(_box(words, part) for part in parts),
            )
            if parts
            else NO_HTML,
            _questions(interface, around, questions) if questions else NO_HTML,
            element(
                "p",
                {"class": "printing"},
                element(
                    "button", {"type": "button", "class": "print-now"}, words.html("print-now")
                ),
                preview if shows_text else NO_HTML,
            ),
        )
    )


def name_line(interface: Interface) -> Html:
    """The line at the top of a handout for a pupil's name and the date."""
    names = (interface.words.html(f"{name}-on-handout") for name in ("name", "date"))
    attributes = {"class": "name-line", **interface.speaks}
    return element("p", attributes, join((element("span", None, one) for one in names), " "))


def _questions(
    interface: Interface, around: Container[str], questions: Sequence[AskedQuestion]
) -> Html:
    """A box to tick for each question, and what is printed with each."""
    words = interface.words
    boxes = (
        element(
            "label",
            None,
            start_tag(
                "input",
                {
                    "type": "checkbox",
                    "name": "print-questions",
                    "value": one.name,
                    "data-formerly": one.formerly or None,
                    "data-prints": one.entry,
                    "data-once": "",
                    "checked": "",
                },
            ),
            element("span", None, text(str(one.number))),
            in_annotators_language(interface.annotates, text(one.words)),
        )
        for one in questions
    )
    return element(
        "fieldset",
        {"class": "asked-questions"},
        element("legend", None, words.html("questions-heading")),
        element("div", None, *boxes),
        element("p", None, _tick(words, "all", "all-layers"), _tick(words, "none", "print-none"))
        if len(questions) > 1
        else NO_HTML,
        element(
            "label",
            None,
            element("span", None, words.html("print-answers")),
            start_tag("input", _ANSWERS),
        ),
        _box(words, _HINTS) if HINTS in around else NO_HTML,
    )


def _tick(words: Words, which: str, message: str) -> Html:
    attributes = {"type": "button", "data-tick": which}
    return element("button", attributes, words.html(message))


def _box(words: Words, part: Part) -> Html:
    attributes = {
        "type": "checkbox",
        "name": f"print-{part.name}",
        "checked": "" if part.is_printed else None,
    }
    return element("label", None, start_tag("input", attributes), words.html(part.message))


def _menu(words: Words, menu: Menu) -> Html:
    options = (
        element("option", {"value": value}, words.html(message))
        for value, message in menu.values.items()
    )
    return element(
        "label",
        None,
        element("span", None, words.html(menu.message)),
        element("select", {"name": menu.name}, *options),
    )
