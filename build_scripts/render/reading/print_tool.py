"""Write the panel “Print”: what a handout has, and how it is set.

Every choice is a control with a name, which the scripts keep and write into the address, and which
the style sheets read (`print.css`). What is not chosen is not printed; on the screen it stays.
"""

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import Html, element, join, start_tag


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
_SOURCES = Menu(
    "print-sources",
    "sources-heading",
    {"full": "print-sources-full", "short": "print-sources-short", "none": "print-none"},
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
_LAYOUT = ("lines", "margin")
SOURCES = "sources"
_PARTS = (
    Part("introduction", "introduction-heading"),
    Part("questions", "questions-heading"),
    Part("hints", "print-hints", is_printed=False),
    Part("cross-references", "layer-cross-reference"),
    Part("corrections", "layer-correction"),
    Part("terms", "layer-term"),
    Part("further-reading", "further-reading-heading"),
    Part("references", "referred-to-heading"),
)
"""Of notes, one chooses where they stand, and of sources, how much is said."""
_ABOUT = Part("about", "about-text", is_printed=False)


def print_choices(words: Words, kinds: Sequence[str], around: Container[str]) -> Html:
    """The content of the panel.

    Args:
        words: the words of the interface.
        kinds: of the annotations on the page.
        around: the names of other parts of the page, such as `SOURCES`.
    """
    menus = (
        *([_NOTES] if "note" in kinds else []),
        *([_SOURCES] if SOURCES in around else []),
        _TYPE,
        _PAPER,
    )
    layers = [f"{kind}s" for kind in kinds]
    parts = [part for part in _PARTS if part.name in around or part.name in layers]
    return join(
        (
            *(_menu(words, menu) for menu in menus),
            *(_box(words, Part(name, f"print-{name}", is_printed=False)) for name in _LAYOUT),
            element(
                "fieldset",
                None,
                element("legend", None, words.html("print-with")),
                *(_box(words, part) for part in (*parts, _ABOUT)),
            ),
            element("label", None, Html(_PREVIEW), words.html("preview")),
            element(
                "p",
                None,
                element(
                    "button", {"type": "button", "class": "print-now"}, words.html("print-now")
                ),
            ),
        )
    )


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
