"""The letters of a long alphabetical list, to jump to the entries that begin with them."""

from collections.abc import Iterable

from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, join, text

LONG_LIST = 50
"""The number of entries that makes a list long: then a table of contents has its letters only."""

Entry = tuple[str, str, str]
"""An entry of a list in its order: the letter it stands under, its title and its id."""


def letters_html(words: Words, entries: list[Entry]) -> Html:
    """Links to the first entry of each letter; empty for a short list."""
    if len(entries) < LONG_LIST:
        return NO_HTML
    links = (
        element("a", {"href": f"#{first}"}, text(letter))
        for letter, first in _first_of_letters(entries).items()
    )
    return element(
        "div",
        {
            "class": "letters",
            "role": "group",
            "aria-label": words.text("letters"),
            "data-search-exclude": "",
        },
        join(links, " "),
    )


def list_contents(entries: list[Entry], level: int) -> Iterable[TableOfContentsEntry]:
    """The lines of a table of contents: the entries, or the letters of a long list."""
    if len(entries) < LONG_LIST:
        return (TableOfContentsEntry(title, name, level) for _, title, name in entries)
    firsts = _first_of_letters(entries).items()
    return (TableOfContentsEntry(letter, first, level) for letter, first in firsts)


def _first_of_letters(entries: list[Entry]) -> dict[str, str]:
    first: dict[str, str] = {}
    for letter, _, name in entries:
        first.setdefault(letter, name)
    return first
