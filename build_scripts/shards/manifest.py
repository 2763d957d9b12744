"""List the files of a part of a site, so that none of them can be lost or changed unnoticed."""

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from build_scripts.disk.owned_folder import MARK_NAME
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.read.settings.mkdocs_settings import read_settings
from build_scripts.shards.data_files import read_data, unusable, write_data
from build_scripts.shards.part import Part
from build_scripts.shards.search_of_part import SearchOfPart, as_data, search_in
from build_scripts.shards.work import Work

FOLDERS = ("docs", "site")


class Manifest(NamedTuple):
    """The files of a part.

    Attributes:
        files: their digests, by their paths in the folder of the part.
        addresses: the Markdown files of its generated pages, by their addresses on the site.
        settings: differs where variables such as SITE_URL set the site in another way.
        search: None if its index is never kept in pieces.
    """

    files: Mapping[str, str]
    addresses: Mapping[str, str]
    settings: str
    search: SearchOfPart | None


def write_manifest(
    work: Work, part: Part, addresses: Mapping[str, str], search: SearchOfPart | None
) -> int:
    """List the files of a part that is finished, and say how many there are.

    Raises:
        OSError: a file cannot be read, or the list cannot be written.
    """
    folder = work.part(part)
    files = {name: sha256((folder / name).read_bytes()).hexdigest() for name in _files(folder)}
    settings = read_settings(work.root).configuration
    variables = settings, os.environ.get("SOURCE_DATE_EPOCH")
    digest = sha256(repr(variables).encode()).hexdigest()
    data = {
        "files": files,
        "addresses": dict(addresses),
        "settings": digest,
        "search": as_data(search),
    }
    write_data(work.files_of_part(part), "part", work.made, data)
    return len(files)


def _files(folder: Path) -> Iterator[str]:
    for top in FOLDERS:
        for path in sorted((folder / top).rglob("*")):
            if path.is_file() and path.name != MARK_NAME:
                yield path.relative_to(folder).as_posix()


def read_manifest(work: Work, part: Part) -> tuple[Manifest | None, tuple[Diagnostic, ...]]:
    """The list of a part; None, and why, if it cannot be used."""
    path = work.files_of_part(part)
    data, diagnostics = read_data(work.root, path, "part", work.made)
    if diagnostics:
        return None, diagnostics
    manifest = _manifest(data)
    if manifest is not None:
        return manifest, ()
    return None, (unusable(work.root, path, "Its data has the wrong form"),)


def _manifest(data: Any) -> Manifest | None:
    try:
        files, addresses = dict(data["files"]), dict(data["addresses"])
        settings, search = data["settings"], search_in(data["search"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    values = (*files, *files.values(), *addresses, *addresses.values(), settings)
    if all(isinstance(value, str) for value in values) and all(map(_is_inside, files)):
        return Manifest(files, addresses, settings, search)
    return None


def _is_inside(name: str) -> bool:
    """Whether this is the path of a file below one of the folders."""
    path = PurePosixPath(name)
    steps = name.split("/")
    is_plain = not {"", ".", ".."} & {*steps} and "\\" not in name and "\0" not in name
    return is_plain and path.parts[0] in FOLDERS and len(steps) > 1
