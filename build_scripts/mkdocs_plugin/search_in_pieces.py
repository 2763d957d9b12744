"""Write the index of a large site in pieces, and what a search must know before it fetches any."""

import json
import posixpath
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from build_scripts.disk.pagefind_bundle import PagefindError
from build_scripts.model.arrangement import Arrangement
from build_scripts.render.addresses import collection_page, reading_page
from build_scripts.shards.joined_search import read_index
from build_scripts.shards.part import Part
from build_scripts.shards.search_bundle import EntriesOfPage, index_of_bundles, write_pages
from build_scripts.shards.search_of_part import SearchOfPart, bundle_of, name_of_bundle

_BUNDLE = "pieces"
"""The folder beside the index."""


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
    written = {**read, "config": {**read["config"], **settings}}
    return json.dumps(written, separators=(",", ":")).encode()


def write_in_pieces(index: Path, pages: Iterable[EntriesOfPage], choices: Choices) -> None:
    """Put an index of Material's plugin and further pages into pieces.

    The index then only says where the pieces are, how many there are, and how many entries.

    Args:
        index: the file that the plugin wrote, with the entries of pages written by hand.
        pages: the generated pages.
        choices: what readers may choose.

    Raises:
        PagefindError: there is no Pagefind for this system, or it failed; the index is as it was.
        OSError: the disk cannot be written to.
    """
    by_hand = read_index(index.read_bytes(), {})
    bundle = write_pages(index.parent / _BUNDLE, chain(by_hand.pages, pages), "a")
    config = {**by_hand.others["config"], **choices.settings()}
    index.write_bytes(index_of_bundles(config, choices.words, {f"{_BUNDLE}/": bundle}))


def with_bundle(
    search: SearchOfPart, part: Part, index: Path, pages: Iterable[EntriesOfPage]
) -> SearchOfPart:
    """Write the bundle of a part if the index of the whole site is probably too large.

    The last step decides. It also says what is wrong where Pagefind cannot run.

    Args:
        search: of the part, without a bundle.
        part: which part.
        index: the file that the plugin wrote, with the entries of pages written by hand.
        pages: the generated pages.

    Raises:
        OSError: the disk cannot be written to.
    """
    if not search.suggests_pieces(part):
        return search
    by_hand = read_index(index.read_bytes(), {})
    folder = index.parent / bundle_of(part)
    try:
        written = write_pages(folder, chain(by_hand.pages, pages), name_of_bundle(part))
    except PagefindError:
        return search
    return search._replace(bundle=written)
