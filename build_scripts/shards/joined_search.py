"""Join the parts of the search index that the theme reads as one file."""

import heapq
import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from build_scripts.export.search_index import IndexEntry
from build_scripts.shards.search_bundle import EntriesOfPage

SEARCH_INDEX = "search/search_index.json"
"""Relative to the site."""


class IndexOfPart(NamedTuple):
    """The index of a part.

    Attributes:
        others: what the file holds besides the entries.
        pages: those written by hand first, then the generated ones by their paths.
    """

    others: Mapping[str, Any]
    pages: tuple[EntriesOfPage, ...]


def read_index(content: bytes, addresses: Mapping[str, str]) -> IndexOfPart:
    """The index in a file, given the Markdown files of the generated pages by their addresses."""
    others = json.loads(content)
    by_page = groupby(others.pop("docs"), key=_address)
    pages = (EntriesOfPage(addresses.get(address, ""), [*some]) for address, some in by_page)
    return IndexOfPart(others, tuple(pages))


def joined_index(parts: Iterable[IndexOfPart]) -> bytes:
    """The index of the whole site, as the build in one go writes it.

    First come the pages written by hand, which are in the first part, then the generated pages by
    their paths.
    """
    first, *rest = parts
    in_order = heapq.merge(first.pages, *(part.pages for part in rest), key=lambda page: page.path)
    docs = [entry for page in in_order for entry in page.entries]
    return json.dumps({**first.others, "docs": docs}, separators=(",", ":")).encode()


def _address(entry: IndexEntry) -> str:
    return entry["location"].partition("#")[0]
