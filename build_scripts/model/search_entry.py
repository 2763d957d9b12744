"""What a search can find: a place on a page, and the words by which it is found."""

from typing import NamedTuple


class SearchBlock(NamedTuple):
    """A piece of text, as it is shown under a hit.

    Attributes:
        text: as on the page.
        language, direction: as in HTML; empty where they are those of the pages.
    """

    text: str
    language: str = ""
    direction: str = ""


class SearchEntry(NamedTuple):
    """A place that a hit leads to.

    Attributes:
        id: of the element; empty for the page itself.
        kind: what the place is, in words that are shown and not searched.
        title: its name, which weighs more than its text; may be empty.
        blocks: its text, in order; under a hit stand the first two in which something was found.
        names: further words that weigh as much as the title.
        also: further words by which it is found, and which are not shown.
    """

    id: str
    kind: str
    title: str = ""
    blocks: tuple[SearchBlock, ...] = ()
    names: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
