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
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from build_scripts.disk.atomic import replace_file
from build_scripts.disk.owned_folder import OwnedFolder, ancestors, look_at
from build_scripts.disk.write_obstacles import objections, require_consistent, unsafe_paths
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.site_plan import SitePlan

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
    require_consistent(plan)
    unsafe = sorted(unsafe_paths(plan, docs))
    if unsafe:
        return WriteReport(), tuple(unsafe)
    folders = tuple(look_at(docs, name, _planned_in(plan, name)) for name in plan.folders)
    in_the_way = sorted(objection for folder in folders for objection in objections(folder))
    if in_the_way:
        return WriteReport(), tuple(in_the_way)
    reports = [_carry_out(folder) for folder in folders if folder.is_ours]
    return (
        WriteReport(
            written=tuple(sorted(path for report in reports for path in report.written)),
            unchanged=tuple(sorted(path for report in reports for path in report.unchanged)),
            pruned=tuple(sorted(path for report in reports for path in report.pruned)),
        ),
        (),
    )


def _carry_out(folder: OwnedFolder) -> WriteReport:
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


def _record(folder: OwnedFolder, files: Iterable[str]) -> None:
    """Let the mark list these files.

    It is forced to the disk: a page that a loss of power leaves out is mended by the next build,
    but without a sound mark that build could not tell generated files from people's own.
    """
    value = {"about": _MARK_EXPLANATION, "files": sorted(files)}
    content = f"{json.dumps(value, indent=1)}\n".encode("ascii")
    if not _holds(folder.mark, content):
        replace_file(folder.mark, content, durable=True)


def _prune(folder: OwnedFolder, stale: frozenset[str]) -> frozenset[str]:
    """Remove the files that are no longer planned, and the folders that become empty.

    Before writing and not after, because a stale file may stand where a folder has to be, and
    because two names that differ only in case are one file on some systems. Stale names that are
    not on disk still count: an interrupted build may have removed the file and not its folder.
    """
    pruned = stale & folder.files  # found without following a link, so inside the folder
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
        with contextlib.suppress(OSError):  # people's own files are in it
            (folder.location / path).rmdir()
    return pruned


def _write(folder: OwnedFolder) -> tuple[str, ...]:
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


def _planned_in(plan: SitePlan, name: str) -> dict[str, bytes]:
    """The planned files of one owned folder, by their path relative to it."""
    start = f"{name}/"
    return {
        file.path.removeprefix(start): file.content
        for file in plan.files
        if file.path.startswith(start)
    }
