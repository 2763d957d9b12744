"""Entries of the search: a place on a page, and the words by which it is found."""

from typing import NamedTuple


class SearchBlock(NamedTuple):
    """A piece of text, as it is shown under a hit.

    Attributes:
        language, direction: as in HTML; empty if they are those of the pages.
    """

    text: str
    language: str = ""
    direction: str = ""


class SearchEntry(NamedTuple):
    """A place that a hit leads to.

    Attributes:
        id: the id of the element; empty for the page itself.
        kind: what the place is, in words that are shown but not searched.
        title: its name, which counts more than its text; may be empty.
        blocks: its text, in order; a hit shows the first two in which something was found.
        names: further words that count as much as the title.
        also: further words by which it is found, but which are not shown.
    """

    id: str
    kind: str
    title: str = ""
    blocks: tuple[SearchBlock, ...] = ()
    names: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
