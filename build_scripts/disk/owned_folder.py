"""Look at a folder that the generator owns, and at the file that marks it as such."""

import json
import os
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from build_scripts.disk.atomic import is_temporary

MARK_NAME = ".written-by-readings.json"
"""The file that marks a folder as the generator's own and lists the files it wrote there."""


@dataclass(frozen=True, slots=True)
class OwnedFolder:
    """A folder of the plan, and its present content; paths of the content are relative to it.

    Attributes:
        shown: its path in diagnostics.
        name: its path relative to the documentation folder.
        location: its path for the operating system.
        planned: its files after the build.
        obstacle: why it cannot be written to (a link or a file is in its place), or empty.
        mark_is_broken: whether there is a mark that the generator cannot have written.
        recorded: the files that the mark lists; None without a mark.
        files: regular files, except the mark and unfinished files.
        folders: folders; links are not followed.
        others: symbolic links, sockets and the like.
        temporary: unfinished files of an interrupted build.
    """

    shown: str
    name: str
    location: Path
    planned: frozenset[str]
    obstacle: str = ""
    mark_is_broken: bool = False
    recorded: frozenset[str] | None = None
    files: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    temporary: frozenset[str] = frozenset()

    @property
    def foreign(self) -> frozenset[str]:
        """Files that the generator did not write."""
        return (self.files - (self.recorded or frozenset())) | self.others

    @property
    def is_ours(self) -> bool:
        """Whether it has the mark, or holds no files of other people."""
        if self.obstacle or self.mark_is_broken:
            return False
        return self.recorded is not None or not self.foreign

    @property
    def mark(self) -> Path:
        """The path of its mark, whether or not there is one."""
        return self.location / MARK_NAME


def look_at(docs: Path, name: str, planned: frozenset[str]) -> OwnedFolder:
    """Read the present content of a folder, whose path is relative to the documentation folder."""
    location = docs / name
    shown = f"{shown_name(docs)}/{name}"
    obstacle = _obstacle(docs, name)
    if obstacle:
        return OwnedFolder(shown, name, location, planned, obstacle=obstacle)
    files: set[str] = set()
    folders: set[str] = set()
    others: set[str] = set()
    temporary: set[str] = set()
    remaining = [""]
    while remaining:
        inside = remaining.pop()
        for entry in _entries(location / inside):
            path = f"{inside}/{entry.name}" if inside else entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.add(path)
                remaining.append(path)
            elif not entry.is_file(follow_symlinks=False):
                others.add(path)
            elif is_temporary(entry.name):
                temporary.add(path)
            else:
                files.add(path)
    has_mark = MARK_NAME in files
    files.discard(MARK_NAME)
    recorded = _read_mark(location / MARK_NAME) if has_mark else None
    return OwnedFolder(
        shown,
        name,
        location,
        planned,
        mark_is_broken=has_mark and recorded is None,
        recorded=recorded,
        files=frozenset(files),
        folders=frozenset(folders),
        others=frozenset(others),
        temporary=frozenset(temporary),
    )


def _entries(folder: Path) -> tuple[os.DirEntry[str], ...]:
    try:
        with os.scandir(folder) as entries:
            return tuple(entries)
    except FileNotFoundError:  # not made yet, or just removed by another build
        return ()


def _obstacle(docs: Path, name: str) -> str:
    """Why a folder cannot be written to, as the end of a sentence about it; empty if it can."""
    place = docs
    for step in name.split("/"):
        place = place / step
        if place.is_symlink():
            return "is reached through a symbolic link, so its files would land elsewhere"
        if place.exists() and not place.is_dir():
            return "cannot be made, because there is a file in its place"
    return ""


def _read_mark(mark: Path) -> frozenset[str] | None:
    """The files that a mark lists; None if `write_site` cannot have written it."""
    try:
        value = json.loads(mark.read_bytes())
    except (ValueError, RecursionError):
        return None
    listed = value.get("files") if isinstance(value, dict) else None
    if not isinstance(listed, list):
        return None
    # The generator writes no path that leads out of the folder, and must never remove such a file.
    if not all(isinstance(path, str) and is_safe_path(path) for path in listed):
        return None
    return frozenset(listed)


def ancestors(path: str) -> tuple[str, ...]:
    """The folders that a relative path passes through: ``a`` and ``a/b`` for ``a/b/c``."""
    steps = path.split("/")
    return tuple("/".join(steps[:count]) for count in range(1, len(steps)))


def shown_name(docs: Path) -> str:
    """The name of the documentation folder in diagnostics."""
    return docs.absolute().name


def is_safe_path(path: str) -> bool:
    """Whether a path is relative and stays below its folder, on every operating system."""
    # Only a path with a colon can begin with a drive, unless a step is refused below.
    begins_elsewhere = ":" in path and PureWindowsPath(path).anchor
    return not begins_elsewhere and not any(
        step in ("", ".", "..") or "\\" in step or "\0" in step for step in path.split("/")
    )
