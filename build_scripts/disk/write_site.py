"""Write the files of a site, and remove those of earlier builds.

Each folder that the generator owns has a mark, the file `MARK_NAME`, which lists the generated
files. Only listed files are ever removed. Before anything else changes, the mark lists the old and
the new files; in the end, only the new ones. So a process may be killed at any moment: each file is
whole, the mark lists all of them, and the next build completes the set.

Only the mark is forced to the disk. Pages need not be: if the machine itself stops and a page is
empty afterwards, the next build rewrites it, because it compares content, not dates.
"""

import contextlib
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from build_scripts.disk.atomic import replace_file
from build_scripts.disk.owned_folder import OwnedFolder, ancestors, look_at
from build_scripts.disk.write_obstacles import objections, require_consistent, unsafe_paths
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.site_plan import PlannedFile

_MARK_EXPLANATION = (
    "This folder is written by `readings build`, which replaces and removes the files listed "
    "here, and no others. Please do not edit this list."
)


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a build did to the disk; paths are relative to the documentation folder, sorted.

    Attributes:
        written: files that are new or whose content changed.
        unchanged: files that had the planned content already.
        pruned: files of an earlier build that are not planned any more, and were removed.
    """

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    pruned: tuple[str, ...] = ()


def write_site(
    paths: Collection[str], folders: Collection[str], files: Iterable[PlannedFile], docs: Path
) -> tuple[WriteReport, tuple[Diagnostic, ...]]:
    """Write the planned files into the owned folders, and remove files of earlier builds.

    A file is written only if its content differs. A folder that holds files but no mark is never
    touched, nor is a file that the mark does not list. If the plan needs the place of one of these,
    or a place behind a symbolic link, nothing at all is written.

    Args:
        paths: all planned files, relative to the documentation folder.
        folders: every folder that the generator may own, also those without planned files, so that
            files of an earlier build are removed there.
        files: the planned files, in any order. They are taken one by one while they are written,
            and none before it is known that writing is allowed. A planned file that does not come
            stays as it is.
        docs: the documentation folder; made if it is missing.

    Returns:
        What was done, and one diagnostic for each place that forbids writing; if there is one,
        nothing was done.

    Raises:
        OSError: the disk is full or does not allow writing.
        ValueError: the plan contradicts itself.
    """
    require_consistent(paths, folders)
    unsafe = sorted(unsafe_paths(paths, folders, docs))
    if unsafe:
        return WriteReport(), tuple(unsafe)
    by_folder = _by_folder(paths, folders)
    looked_at = tuple(look_at(docs, name, planned) for name, planned in by_folder.items())
    in_the_way = sorted(objection for folder in looked_at for objection in objections(folder))
    if in_the_way:
        return WriteReport(), tuple(in_the_way)
    ours = tuple(folder for folder in looked_at if folder.is_ours)
    pruned = [f"{folder.name}/{path}" for folder in ours for path in _make_room(folder)]
    written = _write(files, frozenset(paths), docs)
    for folder in ours:
        _conclude(folder)
    unchanged = frozenset(paths).difference(written)
    return WriteReport(tuple(sorted(written)), tuple(sorted(unchanged)), tuple(sorted(pruned))), ()


def _make_room(folder: OwnedFolder) -> frozenset[str]:
    """Record what is and will be in a folder, and remove what is no longer planned."""
    recorded = folder.recorded or frozenset()
    if folder.planned or recorded:
        _record(folder, recorded | folder.planned)
    for path in folder.temporary:
        (folder.location / path).unlink(missing_ok=True)
    return _prune(folder, recorded - folder.planned)


def _conclude(folder: OwnedFolder) -> None:
    """Record what is in a folder after the build; remove it if it is empty."""
    if folder.planned or folder.foreign:
        _record(folder, folder.planned)
    else:
        folder.mark.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # missing, or it holds somebody's empty folder
            folder.location.rmdir()


def _record(folder: OwnedFolder, files: Iterable[str]) -> None:
    """Write a mark that lists these files, and wait until it is on the disk.

    The next build repairs a page that was lost with the power, but without a sound mark it could
    not tell generated files from those of other people.
    """
    value = {"about": _MARK_EXPLANATION, "files": sorted(files)}
    content = f"{json.dumps(value, indent=1)}\n".encode("ascii")
    if not _holds(folder.mark, content):
        replace_file(folder.mark, content, durable=True)


def _prune(folder: OwnedFolder, stale: frozenset[str]) -> frozenset[str]:
    """Remove the files that are no longer planned, and the folders that become empty.

    This happens before writing, because a stale file may be in the place of a planned folder, and
    because two names that differ only in case are one file on some systems. A stale file that is
    missing still counts: an interrupted build may have removed the file but not its folder.
    """
    pruned = stale & folder.files  # listed without following links, so inside the folder
    for path in pruned:
        (folder.location / path).unlink(missing_ok=True)
    kept = {ancestor for path in folder.planned for ancestor in ancestors(path)}
    emptied = {ancestor for path in stale for ancestor in ancestors(path)}
    replaced = {
        path
        for path in folder.folders
        if any(place in folder.planned for place in (path, *ancestors(path)))
    }
    for path in sorted(((emptied - kept) | replaced) & folder.folders, reverse=True):
        with contextlib.suppress(OSError):  # it holds files of other people
            (folder.location / path).rmdir()
    return pruned


def _write(files: Iterable[PlannedFile], planned: frozenset[str], docs: Path) -> list[str]:
    """Write the files whose content differs from the one on disk; return their paths."""
    written = []
    for path, content in files:
        if path not in planned:
            raise ValueError(f"{path} was not planned")
        place = docs / path
        if not _holds(place, content):
            replace_file(place, content)
            written.append(path)
    return written


def _holds(path: Path, content: bytes) -> bool:
    """Whether a file has exactly this content; sizes are compared first, as they mostly differ."""
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except FileNotFoundError:
        return False


def _by_folder(paths: Iterable[str], folders: Iterable[str]) -> dict[str, frozenset[str]]:
    """The planned files of each owned folder, by their paths relative to it."""
    planned: dict[str, set[str]] = {name: set() for name in folders}
    for path in paths:
        name = next(ancestor for ancestor in ancestors(path) if ancestor in planned)
        planned[name].add(path.removeprefix(f"{name}/"))
    return {name: frozenset(inside) for name, inside in planned.items()}
