"""Read the files of a project again, but only those that are not as they were."""

import hashlib
import os.path
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from build_scripts.disk.stamps import Stamp, stamp_of
from build_scripts.model import limits
from build_scripts.model.memory import Memory
from build_scripts.read.file_result import FileResult
from build_scripts.read.files.file_content import Obstacle
from build_scripts.read.files.folder_listing import FolderListing
from build_scripts.read.files.project_folder import ProjectFolder
from build_scripts.read.read_file import read_file

_RACY = 2 * 10**9
"""Nanoseconds. A file that was changed so short a time ago may change again without getting another
time: clocks of disks are coarse, and FAT counts in steps of two seconds."""


class _State(NamedTuple):
    """A file at the moment when it was read.

    Attributes:
        stamp: None if a change need not change it, so that the content has to be compared.
        digest: of its content.
    """

    stamp: Stamp | None
    digest: bytes


class _Known(NamedTuple):
    """What a file came to, and the states of all files that were read for it, by their paths."""

    faulty_names: frozenset[str]
    states: Mapping[str, _State]
    result: FileResult


@dataclass(frozen=True, slots=True)
class _NotingFolder(ProjectFolder):
    """A folder that notes the files that are read.

    Attributes:
        states: of these files.
        there: the files of which it was asked whether they are there, and they were.
        unnoted: what else was asked of the folder: such answers are not remembered.
    """

    states: dict[str, _State] = field(default_factory=dict)
    there: list[str] = field(default_factory=list)
    unnoted: list[str] = field(default_factory=list)

    def content(self, path: str, largest: int) -> bytes | Obstacle | None:
        stamp = _settled_stamp(self, path)  # before reading: a later change counts as a change
        content = ProjectFolder.content(self, path, largest)
        if isinstance(content, bytes):
            self.states[path] = _State(stamp, _digest(content))
        else:
            self.unnoted.append(path)
        return content

    def has_file(self, path: str) -> bool:
        is_there = ProjectFolder.has_file(self, path)
        (self.there if is_there else self.unnoted).append(path)
        return is_there

    def listing(self, top: str) -> FolderListing:
        self.unnoted.append(top)
        return ProjectFolder.listing(self, top)


def read_again(
    folder: ProjectFolder, path: str, faulty_names: frozenset[str], memory: Memory
) -> FileResult | None:
    """As `read_file`, but the very same result if all files that are read for it are as before."""
    if not memory.is_kept:
        return read_file(folder, path, faulty_names)
    key = "file", path
    known: _Known | None = memory.last(key)
    if known is not None and known.faulty_names == faulty_names:
        states = {name: _state_now(folder, name, was) for name, was in known.states.items()}
        unchanged = {name: state for name, state in states.items() if state is not None}
        if len(unchanged) == len(states):
            memory.keep(key, known._replace(states=unchanged))
            return known.result
    noting = _NotingFolder(folder.root, folder.proposed)
    result = read_file(noting, path, faulty_names)
    if result is not None and not noting.unnoted and noting.states.keys() >= {*noting.there}:
        memory.keep(key, _Known(faulty_names, noting.states, result))
    return result


def _state_now(folder: ProjectFolder, path: str, was: _State) -> _State | None:
    """The state of a file; None if its content is another one."""
    stamp = _settled_stamp(folder, path)
    if stamp is not None and stamp == was.stamp:
        return was
    content = folder.content(path, limits.LARGEST_SOURCE)
    if not isinstance(content, bytes) or _digest(content) != was.digest:
        return None
    return _State(stamp, was.digest)


def _settled_stamp(folder: ProjectFolder, path: str) -> Stamp | None:
    """The stamp of a file; None if the file may change, or be another one, with the same stamp."""
    place = str(folder.root)
    if path in folder.proposed:
        return None
    for step in path.split("/"):
        place = f"{place}/{step}"
        if os.path.islink(place):  # noqa: PTH114 - quicker, and this is asked of every file
            return None
    stamp = stamp_of(place)
    if stamp is None or time.time_ns() - max(stamp[:2]) < _RACY:
        return None
    return stamp


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=20).digest()
