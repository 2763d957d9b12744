"""Write the index of a large site in pieces, and what a search must know before it fetches any."""

import json
import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from pathlib import Path
from typing import Any, NamedTuple

from build_scripts.disk.pagefind_bundle import write_bundle
from build_scripts.export.search_index import IndexEntry
from build_scripts.export.search_pieces import pieces_of_page
from build_scripts.model.arrangement import Arrangement
from build_scripts.model.search_piece import SearchPiece
from build_scripts.render.addresses import collection_page, reading_page

BUNDLE = "pieces"
"""The folder beside the index."""
_COMMON = 4000
"""A word in so many entries is not looked for beside rarer ones: what is known of it is large."""


class Choices(NamedTuple):
    """What readers may choose in the search, and what it says to them.

    Attributes:
        arrangement: of the readings; each collection may be searched by itself.
        words: phrases, by the names that the script knows.
    """

    arrangement: Arrangement
    words: Mapping[str, str]

    def settings(self) -> dict[str, Any]:
        """The settings of an index; nothing where there is nothing to choose."""
        collections = [
            {"id": way[-1].collection.id, "title": way[-1].collection.title, "depth": len(way) - 1}
            for way in self.arrangement.ways()
        ]
        return {"collections": collections, "words": dict(self.words)} if collections else {}

    def collections_by_folder(self) -> dict[str, str]:
        """The ids of the collections to which the pages in each folder belong, with blanks."""
        ways = [(collection_page(way[-1].collection.id), way) for way in self.arrangement.ways()]
        readings = self.arrangement.ways_to_readings().items()
        ways += [(reading_page(reading), way) for reading, way in readings]
        return {
            posixpath.dirname(page): " ".join(shelf.collection.id for shelf in way)
            for page, way in ways
        }


def with_settings(index: bytes, settings: Mapping[str, Any]) -> bytes:
    """An index of Material's plugin with further settings."""
    if not settings:
        return index
    read = json.loads(index)
    return _written({**read, "config": {**read["config"], **settings}})


def write_in_pieces(
    index: Path, pages: Iterable[list[IndexEntry]], choices: Choices, name: str = "a"
) -> None:
    """Put an index of Material's plugin and further pages into pieces.

    The index then only says where the pieces are, how many there are, and how many entries.

    Args:
        index: the file that the plugin wrote, with the entries of pages written by hand.
        pages: the entries of each generated page.
        choices: what readers may choose.
        name: tells the pieces from those of other bundles that are searched together with them.

    Raises:
        PagefindError: there is no Pagefind for this system, or it failed; the index is as it was.
        OSError: the disk cannot be written to.
    """
    read = json.loads(index.read_bytes())
    by_hand = (list(entries) for _, entries in groupby(read["docs"], key=_page))
    in_collections: Counter[str] = Counter()
    having: Counter[str] = Counter()
    number = 0

    def pieces() -> Iterator[SearchPiece]:
        nonlocal number
        for entries in filter(None, chain(by_hand, pages)):
            collections = entries[0].get("collections", "").split()
            in_collections.update({collection: len(entries) for collection in ("", *collections)})
            for piece in pieces_of_page(entries, collections, having):
                number += 1
                yield piece

    write_bundle(index.parent / BUNDLE, pieces(), name)
    settings = {
        **choices.settings(),
        "words": dict(choices.words),
        "bundles": [f"{BUNDLE}/"],
        "pieces": number,
        "entries": in_collections[""],
        "common": {word: count for word, count in sorted(having.items()) if count >= _COMMON},
    }
    for collection in settings.get("collections", ()):
        collection["entries"] = in_collections[collection["id"]]
    index.write_bytes(_written({"config": {**read["config"], **settings}, "docs": []}))


def _page(entry: IndexEntry) -> str:
    return entry["location"].partition("#")[0]


def _written(index: Mapping[str, Any]) -> bytes:
    return json.dumps(index, separators=(",", ":")).encode()
