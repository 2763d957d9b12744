"""From a site plan to files on disk.

Each folder that the generator owns bears a mark, `MARK_NAME`, which lists the files that were
written into it. The mark is what makes it safe to prune (only listed files are ever removed) and
safe to be interrupted: before anything else changes, it lists the old files and the new ones
together; when everything is done, the new ones alone. So a process may be killed at any moment:
each file is whole, none is unknown to the mark, and the next build completes the set.

Only the mark is forced to the disk. Pages need not be: if the machine itself stops and a page
comes back empty, the next build sees it, because it compares content and never trusts a date.
"""

import contextlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from build_scripts.atomic import is_temporary, replace_file
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.origin import Document, Origin
from build_scripts.model.site_plan import SitePlan

MARK_NAME = ".written-by-readings.json"
"""The file that marks a folder as the generator's own and lists the files it wrote there."""

_MARK_EXPLANATION = (
    "This folder is written by `readings build`, which replaces and removes the files listed "
    "here, and no others. Please do not edit this list."
)


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a build did to the disk; paths are relative to the documentation folder, sorted.

    Attributes:
        written: files that are new or whose content changed.
        unchanged: files that were not touched, because they hold the planned bytes already.
        pruned: files of an earlier build that this one does not plan, now removed.
    """

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    pruned: tuple[str, ...] = ()


def write_site(plan: SitePlan, docs: Path) -> tuple[WriteReport, tuple[Diagnostic, ...]]:
    """Make the owned folders hold exactly the planned files, besides what people put there.

    A file is written only where its bytes differ. A folder that holds files and does not bear
    the mark is never touched, nor is a file that the mark does not list; where the plan needs
    such a place, or a place that symbolic links would move elsewhere, nothing at all is written.

    Args:
        plan: the files. `plan.folders` names every folder the generator may own, also those for
            which this build plans no file, so that files of an earlier build are pruned there.
        docs: the documentation folder; made if it is missing.

    Returns:
        What was done, and one diagnostic for each place that forbids it (then nothing was done).

    Raises:
        OSError: the disk is full or does not allow writing.
        ValueError: the plan contradicts itself.
    """
    _require_consistent(plan)
    unsafe = sorted(_unsafe_paths(plan, docs))
    if unsafe:
        return WriteReport(), tuple(unsafe)
    folders = tuple(_look_at(docs, name, _planned_in(plan, name)) for name in plan.folders)
    objections = sorted(objection for folder in folders for objection in _objections(folder))
    if objections:
        return WriteReport(), tuple(objections)
    reports = [_carry_out(folder) for folder in folders if folder.is_ours]
    return (
        WriteReport(
            written=tuple(sorted(path for report in reports for path in report.written)),
            unchanged=tuple(sorted(path for report in reports for path in report.unchanged)),
            pruned=tuple(sorted(path for report in reports for path in report.pruned)),
        ),
        (),
    )


# What stands on disk


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder of the plan, and what was found in it; all paths inside are relative to it.

    Attributes:
        shown: its path in diagnostics.
        name: its path relative to the documentation folder.
        location: its path for the operating system.
        planned: what is to be in it.
        obstacle: why it can hold nothing (a link or a file stands in its place), or empty.
        mark_is_broken: the mark is there and is not one of ours.
        recorded: the files that the mark lists; None without a mark.
        files: regular files, without the mark and unfinished ones.
        folders: folders, links not followed.
        others: symbolic links, sockets and the like.
        temporary: unfinished files of an interrupted build.
    """

    shown: str
    name: str
    location: Path
    planned: Mapping[str, bytes]
    obstacle: str = ""
    mark_is_broken: bool = False
    recorded: frozenset[str] | None = None
    files: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    temporary: frozenset[str] = frozenset()

    @property
    def foreign(self) -> frozenset[str]:
        """What people put here."""
        return (self.files - (self.recorded or frozenset())) | self.others

    @property
    def is_ours(self) -> bool:
        """Whether it bears the mark, or is empty and so free to take."""
        if self.obstacle or self.mark_is_broken:
            return False
        return self.recorded is not None or not self.foreign

    @property
    def mark(self) -> Path:
        """Where its mark is, or would be."""
        return self.location / MARK_NAME


def _look_at(docs: Path, name: str, planned: Mapping[str, bytes]) -> _Folder:
    location = docs / name
    shown = f"{_name_of(docs)}/{name}"
    obstacle = _obstacle(docs, name)
    if obstacle:
        return _Folder(shown, name, location, planned, obstacle=obstacle)
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
    return _Folder(
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
    except FileNotFoundError:  # not made yet, or pruned just now by another build
        return ()


def _obstacle(docs: Path, name: str) -> str:
    """Why a folder cannot be written to at all, as the rest of a sentence; empty if it can."""
    place = docs
    for step in name.split("/"):
        place = place / step
        if place.is_symlink():
            return "is reached through a symbolic link, so its files would land elsewhere"
        if place.exists() and not place.is_dir():
            return "cannot be made, because a file stands in its place"
    return ""


def _read_mark(mark: Path) -> frozenset[str] | None:
    """The files that a mark lists; None if it is not one that `_mark` could have written."""
    try:
        value = json.loads(mark.read_bytes())
    except (ValueError, RecursionError):
        return None
    listed = value.get("files") if isinstance(value, dict) else None
    if not isinstance(listed, list):
        return None
    # A path that leads out of the folder was not written by us, and must never be pruned.
    if not all(isinstance(path, str) and _is_safe(path) for path in listed):
        return None
    return frozenset(listed)


# What forbids writing


def _require_consistent(plan: SitePlan) -> None:
    """Raise on plans that no folder can hold; only a fault of the generator makes such a plan."""
    paths = [file.path for file in plan.files]
    unique = set(paths)
    if len(unique) != len(paths):
        raise ValueError("a path is planned twice")
    if any(ancestor in unique for path in paths for ancestor in _ancestors(path)):
        raise ValueError("a path is planned both as a file and as a folder")
    names = set(plan.folders)
    if any(ancestor in names for name in names for ancestor in _ancestors(name)):
        raise ValueError("an owned folder lies inside another")


def _unsafe_paths(plan: SitePlan, docs: Path) -> Iterator[Diagnostic]:
    """Findings on paths that would leave the owned folders, or clash with the writer's own."""
    docs_name = _name_of(docs)
    for name in plan.folders:
        if not _is_safe(name):
            yield _diagnostic(
                f"{docs_name}/{name}",
                "this folder would lie outside the documentation folder",
                "a folder's name is a plain relative path without “..”",
            )
    owned = set(plan.folders)
    for file in plan.files:
        steps = file.path.split("/")
        if not _is_safe(file.path) or owned.isdisjoint(_ancestors(file.path)):
            yield _diagnostic(
                f"{docs_name}/{file.path}",
                "this file would lie outside the folders that the generator owns",
                f"the generator writes only into {_listing(plan.folders)}",
            )
        elif steps[-1] == MARK_NAME or any(is_temporary(step) for step in steps):
            yield _diagnostic(
                f"{docs_name}/{file.path}",
                "this file has a name that the generator keeps for its own records",
                "choose another name",
            )


def _objections(folder: _Folder) -> Iterator[Diagnostic]:
    """Findings on one folder that forbid writing; none if nothing is to change there."""
    if folder.obstacle:
        if folder.planned:
            yield _diagnostic(
                folder.shown,
                f"the folder {folder.shown} {folder.obstacle}",
                "the generator makes this folder itself: move what is there, then build again",
            )
    elif folder.mark_is_broken:
        yield _diagnostic(
            f"{folder.shown}/{MARK_NAME}",
            f"the list of generated files in {folder.shown} was changed and cannot be read, so "
            "it is not known which files may be replaced",
            f"if all files in {folder.shown} are generated, delete the folder and build again; "
            "otherwise move your own files elsewhere first",
        )
    elif not folder.is_ours:
        if folder.planned:
            yield _diagnostic(
                folder.shown,
                f"the folder {folder.shown} holds files that the generator did not write, "
                f"such as “{min(folder.foreign)}”",
                "the generator needs this folder for itself: move those files to another folder, "
                "or delete them if they are old generated pages, then build again",
            )
    else:
        yield from _collisions(folder)


def _collisions(folder: _Folder) -> Iterator[Diagnostic]:
    """Findings on what people put exactly where a planned file, or its folder, has to be."""
    foreign = folder.foreign
    occupied = {ancestor for path in foreign for ancestor in _ancestors(path)}
    in_the_way = {
        place
        for path in folder.planned
        for place in (path, *_ancestors(path))
        if place in foreign or (place == path and place in occupied)
    }
    for place in sorted(in_the_way):
        if place in folder.others:
            kind = "a symbolic link"
        elif place in folder.files:
            kind = "a file"
        else:
            kind = "a folder with files"
        yield _diagnostic(
            f"{folder.shown}/{place}",
            f"{kind} that the generator did not write stands where it has to write",
            "rename it or move it to another folder, then build again",
        )


# What is done


def _carry_out(folder: _Folder) -> WriteReport:
    """Bring one folder to its planned state, in the order that survives an interruption."""
    planned = frozenset(folder.planned)
    recorded = folder.recorded or frozenset()
    if planned or recorded:
        _record(folder, recorded | planned)
    for path in folder.temporary:
        (folder.location / path).unlink(missing_ok=True)
    pruned = _prune(folder, recorded - planned)
    written = _write(folder)
    if planned or folder.foreign:
        _record(folder, planned)
    else:
        folder.mark.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # missing, or a person made an empty folder in it
            folder.location.rmdir()
    return WriteReport(
        written=tuple(f"{folder.name}/{path}" for path in written),
        unchanged=tuple(f"{folder.name}/{path}" for path in planned.difference(written)),
        pruned=tuple(f"{folder.name}/{path}" for path in pruned),
    )


def _record(folder: _Folder, files: Iterable[str]) -> None:
    """Let the mark list these files.

    It is forced to the disk: a page that a loss of power leaves out is mended by the next build,
    but without a sound mark that build could not tell generated files from people's own.
    """
    value = {"about": _MARK_EXPLANATION, "files": sorted(files)}
    content = f"{json.dumps(value, indent=1)}\n".encode("ascii")
    if not _holds(folder.mark, content):
        replace_file(folder.mark, content, durable=True)


def _prune(folder: _Folder, stale: frozenset[str]) -> frozenset[str]:
    """Remove the files that are no longer planned, and the folders that become empty.

    Before writing and not after, because a stale file may stand where a folder has to be, and
    because two names that differ only in case are one file on some systems. Stale names that are
    not on disk still count: an interrupted build may have removed the file and not its folder.
    """
    pruned = stale & folder.files  # found without following a link, so inside the folder
    for path in pruned:
        (folder.location / path).unlink(missing_ok=True)
    kept = {ancestor for path in folder.planned for ancestor in _ancestors(path)}
    emptied = {ancestor for path in stale for ancestor in _ancestors(path)}
    replaced = {
        path
        for path in folder.folders
        if any(place in folder.planned for place in (path, *_ancestors(path)))
    }
    for path in sorted(((emptied - kept) | replaced) & folder.folders, reverse=True):
        with contextlib.suppress(OSError):  # people's own files are in it
            (folder.location / path).rmdir()
    return pruned


def _write(folder: _Folder) -> tuple[str, ...]:
    """Write the files whose bytes differ from what is on disk, and return their paths."""
    written = []
    for path, content in folder.planned.items():
        place = folder.location / path
        if not _holds(place, content):
            replace_file(place, content)
            written.append(path)
    return tuple(written)


def _holds(path: Path, content: bytes) -> bool:
    """Whether a file is there with exactly this content; most differences show in its size."""
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except FileNotFoundError:
        return False


# Paths


def _planned_in(plan: SitePlan, name: str) -> dict[str, bytes]:
    """The planned files of one owned folder, by their path relative to it."""
    start = f"{name}/"
    return {
        file.path.removeprefix(start): file.content
        for file in plan.files
        if file.path.startswith(start)
    }


def _ancestors(path: str) -> tuple[str, ...]:
    """The folders that a relative path passes through: ``a`` and ``a/b`` for ``a/b/c``."""
    steps = path.split("/")
    return tuple("/".join(steps[:count]) for count in range(1, len(steps)))


def _is_safe(path: str) -> bool:
    """Whether a path is relative and stays below its folder, on every operating system."""
    return not PureWindowsPath(path).anchor and not any(
        step in ("", ".", "..") or "\\" in step or "\0" in step for step in path.split("/")
    )


def _name_of(docs: Path) -> str:
    return docs.absolute().name


def _listing(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def _diagnostic(path: str, message: str, hint: str) -> Diagnostic:
    """A finding on a file or folder as a whole, which has no better place than its beginning."""
    return Origin(Document(path, ""), 0).diagnostic(Code.FOLDER_NOT_OWNED, message, hint)
