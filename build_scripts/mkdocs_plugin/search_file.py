"""Write the search entries of generated pages into the index, again only where they changed."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from build_scripts.export.search_index import IndexEntry

_END_OF_INDEX = b"]}"


class PageEntries(Protocol):
    """The search entries of a page. Two that are equal make the same entries."""

    def entries(self) -> list[IndexEntry]:
        """Make the entries."""


class Written(NamedTuple):
    """The entries of a page, and where they are in the file: the offsets of their bytes."""

    entries: PageEntries
    start: int
    end: int


class WrittenIndex(NamedTuple):
    """An index, and where the entries of each page are in it."""

    path: Path
    pages: Mapping[str, Written]


def append_entries(
    index: Path,
    pages: Mapping[str, PageEntries],
    *,
    has_sorted_keys: bool,
    last: WrittenIndex | None = None,
) -> WrittenIndex:
    """Add entries to an index that a plugin wrote, as the plugin itself would write them.

    Args:
        index: a file of JSON that ends with a list of entries.
        pages: the entries, by page.
        has_sorted_keys: whether the keys of an entry are sorted.
        last: an index to which entries were added before. Those that would be the same are copied
            from there.
    """
    written: dict[str, Written] = {}
    with index.open("r+b") as file, (last.path if last else index).open("rb") as before:
        file.seek(-len(_END_OF_INDEX) - 1, os.SEEK_END)
        is_first = file.read(1) == b"["
        file.seek(-len(_END_OF_INDEX), os.SEEK_END)
        for page, entries in pages.items():
            was = last.pages.get(page) if last else None
            if was is not None and was.entries == entries:
                before.seek(was.start)
                text = before.read(was.end - was.start)
            else:
                text = _as_text(entries.entries(), has_sorted_keys=has_sorted_keys)
            if text and not is_first:
                file.write(b",")
            is_first = is_first and not text
            start = file.tell()
            file.write(text)
            written[page] = Written(entries, start, file.tell())
        file.write(_END_OF_INDEX)
    return WrittenIndex(index, written)


def _as_text(entries: list[IndexEntry], *, has_sorted_keys: bool) -> bytes:
    text = json.dumps(entries, separators=(",", ":"), sort_keys=has_sorted_keys)
    return text[1:-1].encode()
