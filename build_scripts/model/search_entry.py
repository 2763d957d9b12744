"""Entries of the search: a place on a page, and the words by which it is found."""

import json
import zlib
from collections.abc import Iterable
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


def pack(entries: Iterable[SearchEntry]) -> bytes:
    """Entries in a small form: those of all pages are kept until the index is written.

    The fastest compression takes 2 ms for each MB of a text and leaves a fifth of it.
    """
    written = json.dumps([*entries], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode("utf-8", "surrogatepass"), 1)


def unpack(packed: bytes) -> tuple[SearchEntry, ...]:
    """The entries that were packed; none for no bytes."""
    if not packed:
        return ()
    return tuple(
        SearchEntry(
            name, kind, title, tuple(SearchBlock(*block) for block in blocks), (*names,), (*also,)
        )
        for name, kind, title, blocks, names, also in json.loads(zlib.decompress(packed))
    )
