"""Write the search of a site out of those of its parts: one index, or one that names bundles."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from build_scripts.disk.pagefind_bundle import PagefindError
from build_scripts.shards.joined_search import SEARCH_INDEX, IndexOfPart, joined_index, read_index
from build_scripts.shards.part import Part
from build_scripts.shards.part_files import FileOfPart, content_of, copy_files
from build_scripts.shards.search_bundle import Counted, index_of_bundles, stays_whole, write_pages
from build_scripts.shards.search_of_part import (
    SearchOfPart,
    are_too_large,
    bundle_of,
    name_of_bundle,
)


class SearchedPart(NamedTuple):
    """What a part made for the search.

    Attributes:
        part: which part.
        whole: its whole index.
        addresses: the Markdown files of its generated pages, by their addresses.
        search: what else it says; None if its index is never kept in pieces.
        bundle: the files of its bundle, by their paths in that.
    """

    part: Part
    whole: FileOfPart
    addresses: Mapping[str, str]
    search: SearchOfPart | None
    bundle: Mapping[str, FileOfPart]

    def read(self) -> IndexOfPart:
        """The whole index."""
        return read_index(content_of(self.whole), self.addresses)


def write_search(site: Path, searched: Sequence[SearchedPart]) -> str:
    """Write the index of a site, and the bundles if it is too large to be fetched whole.

    Returns:
        What the person who builds the site should know; may be empty.

    Raises:
        ChangedFile: a file of a part is not as its list says.
        OSError: the disk cannot be written to.
    """
    if not searched:
        return ""
    index = site / SEARCH_INDEX
    index.parent.mkdir(parents=True, exist_ok=True)
    remark = ""
    if are_too_large([one.search for one in searched]):
        try:
            index.write_bytes(_in_pieces(index.parent, searched))
        except PagefindError as error:
            remark = stays_whole(error)
            for one in searched:
                shutil.rmtree(index.parent / bundle_of(one.part), ignore_errors=True)
        else:
            return ""
    index.write_bytes(joined_index(one.read() for one in searched))
    return remark


def _in_pieces(folder: Path, searched: Sequence[SearchedPart]) -> bytes:
    """Put the bundles of all parts into a folder; the value is the index that names them.

    A part that wrote no bundle has an index from which it is made now, if anything is in it.
    """
    first = searched[0].read()
    bundles: dict[str, Counted] = {}
    for one in searched:
        content_of(one.whole)  # a part that was changed is refused, whatever is used of it
        name = bundle_of(one.part)
        counted = one.search.bundle if one.search is not None else None
        if counted is not None:
            copy_files(one.bundle.items(), folder / name)
        elif pages := one.read().pages:
            counted = write_pages(folder / name, pages, name_of_bundle(one.part))
        if counted is not None:
            bundles[f"{name}/"] = counted
    words = searched[0].search.words if searched[0].search is not None else {}
    return index_of_bundles(first.others["config"], words, bundles)
