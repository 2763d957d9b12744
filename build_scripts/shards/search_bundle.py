"""A bundle of pieces of the search index, and the index that names the bundles of a site.

A site that is built in one go has one bundle; one that is built in parts has one for each part.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from build_scripts.disk.pagefind_bundle import PagefindError, write_bundle
from build_scripts.export.search_index import IndexEntry
from build_scripts.export.search_pieces import pieces_of_page
from build_scripts.model.search_piece import SearchPiece

_COMMON = 4000
"""A word in so many entries is not looked for beside rarer ones: what is known of it is large."""


class EntriesOfPage(NamedTuple):
    """The entries of a page, and its Markdown file, which has no name if it is written by hand."""

    path: str
    entries: Sequence[IndexEntry]


class Counted(NamedTuple):
    """What is in a bundle.

    Attributes:
        pieces: how many.
        entries: how many of each collection, by its id; under the empty id, how many of all.
        having: how many entries have each word.
    """

    pieces: int
    entries: Mapping[str, int]
    having: Mapping[str, int]


def write_pages(folder: Path, pages: Iterable[EntriesOfPage], name: str) -> Counted:
    """Write the bundle of some pages.

    Args:
        folder: of the bundle.
        pages: in the order of the index.
        name: tells the pieces from those of other bundles that are searched together with them.

    Raises:
        PagefindError: there is no Pagefind for this system, or it failed; nothing is written.
        OSError: the disk cannot be written to.
    """
    in_collections: Counter[str] = Counter()
    having: Counter[str] = Counter()

    def pieces() -> Iterator[SearchPiece]:
        for path, entries in pages:
            if entries:
                collections = entries[0].get("collections", "").split()
                in_collections.update(dict.fromkeys(("", *collections), len(entries)))
                yield from pieces_of_page(path, entries, collections, having)

    return Counted(write_bundle(folder, pieces(), name), in_collections, having)


def index_of_bundles(
    config: Mapping[str, Any],
    words: Mapping[str, str],
    bundles: Mapping[str, Counted],
) -> bytes:
    """The index that says where the pieces are, how many there are, and how many entries.

    Args:
        config: the settings of the index, were it whole.
        words: phrases for readers, by the names that the script knows.
        bundles: what is in each, by its address beside the index.
    """
    entries = _sum(counted.entries for counted in bundles.values())
    having = _sum(counted.having for counted in bundles.values())
    settings = {
        **config,
        "words": dict(words),
        "bundles": [*bundles],
        "pieces": sum(counted.pieces for counted in bundles.values()),
        "entries": entries[""],
        "common": {word: count for word, count in sorted(having.items()) if count >= _COMMON},
    }
    if "collections" in config:
        settings["collections"] = [
            {**collection, "entries": entries[collection["id"]]}
            for collection in config["collections"]
        ]
    return json.dumps({"config": settings, "docs": []}, separators=(",", ":")).encode()


def _sum(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return total


def stays_whole(error: PagefindError) -> str:
    """The message about a large index that cannot be put into pieces."""
    return (
        f"The index of the search is larger than `largest_search_index`, but stays whole: {error}. "
        "The first search of a reader takes longer."
    )
