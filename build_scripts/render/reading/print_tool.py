"""Write the panel “Print”: what a handout has, and how it is set.

Every choice is a control with a name, which the scripts keep and write into the address, and which
the style sheets read (`print.css`). What is not chosen is not printed; on the screen it stays.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import Html, element, join, start_tag


class Around(NamedTuple):
    """What stands around the text of a page, beside its annotations.

    Attributes:
        introduction: what is good to know before the text.
        sources: the sources of the annotations in full.
        references: where others refer to the text.
    """

    introduction: bool
    sources: bool
    references: bool


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
_KINDS = ("cross-reference", "correction", "term")
"""The kinds of annotations that are printed or not; of notes, one chooses where they stand."""


def print_choices(words: Words, kinds: Sequence[str], around: Around) -> Html:
    """The content of the panel for a page with annotations of these kinds."""
    menus = [
        *([_NOTES] if "note" in kinds else []),
        *([_SOURCES] if around.sources else []),
        _TYPE,
        _PAPER,
    ]
    return join(
        (
            *(_menu(words, menu) for menu in menus),
            _box(words, "print-lines", "print-lines", ticked=False),
            _box(words, "print-margin", "print-margin", ticked=False),
            element(
                "fieldset",
                None,
                element("legend", None, words.html("print-with")),
                *_boxes(words, kinds, around),
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


def _boxes(words: Words, kinds: Iterable[str], around: Around) -> Iterator[Html]:
    """A box for each part of the page that may be left out."""
    if around.introduction:
        yield _box(words, "print-introduction", "introduction-heading")
    for kind in _KINDS:
        if kind in kinds:
            yield _box(words, f"print-{kind}s", f"layer-{kind}")
    if around.references:
        yield _box(words, "print-references", "referred-to-heading")
    yield _box(words, "print-about", "about-text", ticked=False)


def _box(words: Words, name: str, message: str, *, ticked: bool = True) -> Html:
    box = start_tag("input", {"type": "checkbox", "name": name, "checked": "" if ticked else None})
    return element("label", None, box, words.html(message))


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
