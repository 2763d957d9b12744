"""Join the parts of the search index that the theme reads as one file."""

import heapq
import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, NamedTuple

SEARCH_INDEX = "search/search_index.json"
"""Relative to the site."""

_Entry = dict[str, Any]


class _OfPage(NamedTuple):
    """The entries of a generated page, and its Markdown file."""

    path: str
    entries: list[_Entry]


class IndexOfPart(NamedTuple):
    """The index of a part, and the Markdown files of its generated pages, by their addresses."""

    content: bytes
    addresses: Mapping[str, str]


def joined_index(parts: Iterable[IndexOfPart]) -> bytes:
    """The index of the whole site, as the build in one go writes it.

    First come the pages written by hand, which are in the first part, then the generated pages by
    their paths.
    """
    by_hand: list[_Entry] = []
    generated: list[list[_OfPage]] = []
    settings: dict[str, Any] = {}
    for part in parts:
        index = json.loads(part.content)
        of_part: list[_OfPage] = []
        for address, entries in groupby(index.pop("docs"), key=_address):
            page = part.addresses.get(address)
            if page is None:
                by_hand += entries
            else:
                of_part.append(_OfPage(page, [*entries]))
        generated.append(of_part)
        settings = settings or index
    in_order = heapq.merge(*generated, key=lambda page: page.path)
    docs = [*by_hand, *(entry for page in in_order for entry in page.entries)]
    return json.dumps({**settings, "docs": docs}, separators=(",", ":")).encode()


def _address(entry: _Entry) -> str:
    return str(entry["location"]).partition("#")[0]
