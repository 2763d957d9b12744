"""Notice changes of the files from which MkDocs builds, besides those that the generator reads."""

import hashlib
import os
import time
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig

from build_scripts.disk.stamps import Stamp, stamp_of
from build_scripts.mkdocs_plugin.folders import root_of
from build_scripts.read.settings.settings_file import read_settings_file

_RACY = 2 * 10**9
"""Nanoseconds. A file that was changed so short a time ago may change again without getting another
time."""


class SeenFiles(NamedTuple):
    """How files were when somebody looked.

    Attributes:
        stamps: of all files, by path.
        digests: of those whose content may change without another stamp, by path.
    """

    stamps: dict[str, Stamp | None]
    digests: dict[str, bytes]

    def are_as_before(self, before: "SeenFiles") -> bool:
        """Whether the same files are there with the same content."""
        return self.stamps == before.stamps and all(
            _digest(path) == digest for path, digest in before.digests.items()
        )


def places_of(config: MkDocsConfig, watched: Iterable[str] = ()) -> tuple[Path, ...]:
    """The files and folders on which a build depends, whatever the generator makes.

    These are the settings and what they inherit, pages written by hand, templates of the project,
    and what else a server watches.
    """
    custom = [config.theme.custom_dir] if config.theme.custom_dir else []
    paths = (config.docs_dir, *custom, *config.watch, *watched)
    settings = _settings_files(Path(config.config_file_path))
    return tuple(dict.fromkeys((*settings, *(root_of(config) / path for path in paths))))


def _settings_files(path: Path) -> Iterator[Path]:
    """A file of settings and those that it inherits, each from a path that is relative to it."""
    yield path
    settings, _ = read_settings_file(path)
    for document, _ in settings.sources[1:] if settings else ():
        path = path.parent / document.path
        yield path


def look_at(places: Iterable[Path], left_out: Iterable[Path]) -> SeenFiles:
    """How the files in some places are, without those in folders that are left out.

    Hidden files and the temporary files of editors do not count.
    """
    folders_left_out = frozenset(map(str, left_out))
    stamps = {
        path: stamp_of(path) for place in places for path in _files(str(place), folders_left_out)
    }
    now = time.time_ns()
    racy = (path for path, stamp in stamps.items() if stamp and now - max(stamp[:2]) < _RACY)
    return SeenFiles(stamps, {path: _digest(path) for path in racy})


def is_temporary(name: str) -> bool:
    """Whether a file of this name is hidden, or one that an editor makes beside another."""
    return name.startswith((".", "#")) or name.endswith("~")


def _files(place: str, left_out: Collection[str]) -> Iterator[str]:
    if not os.path.isdir(place):  # noqa: PTH112 - as in the walk below
        yield place
    for folder, names, found in os.walk(place):
        names[:] = [name for name in names if os.path.join(folder, name) not in left_out]  # noqa: PTH118
        for name in found:
            if not is_temporary(name):
                yield os.path.join(folder, name)  # noqa: PTH118


def _digest(path: str) -> bytes:
    try:
        return hashlib.blake2b(Path(path).read_bytes(), digest_size=20).digest()
    except OSError:
        return b""
