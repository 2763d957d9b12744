"""`readings shard`: build a site in parts, by several processes or machines."""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from build_scripts.commands.command import (
    FAULTS,
    STRICT,
    SUCCESS,
    Command,
    Group,
    UsageError,
    argument,
)
from build_scripts.commands.console import Format, print_findings, tell
from build_scripts.commands.waiting import QUIET, shown_progress
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.progress import Progress
from build_scripts.shards.assemble import assemble
from build_scripts.shards.find import find
from build_scripts.shards.join import join
from build_scripts.shards.on_dask import NoCluster, executor_on
from build_scripts.shards.part import Part, part_of
from build_scripts.shards.run import (
    find_commands,
    render_command,
    render_commands,
    run_step,
)
from build_scripts.shards.work import DEFAULT_FOLDER, Work, work_in
from build_scripts.text.wording import counted


def _part(written: str) -> Part:
    part = part_of(written)
    if part is None:
        raise argparse.ArgumentTypeError(f"{written} is no part; the second of four is 2/4")
    return part


def _count(written: str) -> int:
    part = part_of(f"1/{written}")
    if part is None:
        raise argparse.ArgumentTypeError(f"{written} is no number of parts")
    return part.of


_PART = argument("part", "the part, such as 2/4: the second of four", "PART", type=_part)
_PARTS = argument("--parts", "how many parts there are", "N", type=_count, required=True)
_WORK = argument(
    "--work", f"where steps leave their files (default: {DEFAULT_FOLDER})", "DIR", type=Path
)


def _find(root: Path, options: argparse.Namespace) -> int:
    with shown_progress(options) as progress:
        find(work_in(root, options.work), options.part, progress)
    return SUCCESS


def _join(root: Path, options: argparse.Namespace) -> int:
    with shown_progress(options) as progress:
        return _joined(work_in(root, options.work), options, progress)


def _joined(work: Work, options: argparse.Namespace, progress: Progress) -> int:
    joined = join(work, options.parts, is_strict=options.strict, progress=progress)
    _print(work, joined.diagnostics)
    if joined.is_done:
        return SUCCESS
    tell("nothing was joined, so no part can be rendered; the last site stays")
    return FAULTS


def _render(root: Path, options: argparse.Namespace) -> int:
    command = render_command(work_in(root, options.work), options.part, is_strict=options.strict)
    return subprocess.run([sys.executable, "-m", *command], check=False).returncode


def _assemble(root: Path, options: argparse.Namespace) -> int:
    with shown_progress(options) as progress:
        return _assembled(work_in(root, options.work), options.parts, progress)


def _assembled(work: Work, count: int, progress: Progress) -> int:
    assembled = assemble(work, count, progress)
    if assembled.diagnostics:
        _print(work, assembled.diagnostics)
        tell("the last site stays")
        return FAULTS
    if assembled.remark:
        tell(assembled.remark)
    print(f"readings: {counted(assembled.files, 'file')} in site/, from {counted(count, 'part')}")
    return SUCCESS


def _all(root: Path, options: argparse.Namespace) -> int:
    try:
        with _engine(options) as executor, shown_progress(options) as progress:
            return _all_steps(work_in(root, options.work), options, executor, progress)
    except NoCluster as error:
        raise UsageError(str(error)) from None


def _all_steps(
    work: Work, options: argparse.Namespace, executor: Executor, progress: Progress
) -> int:
    steps: Sequence[Callable[[], int]] = (
        lambda: _step(executor, find_commands(work, options.parts), "parts searched", progress),
        lambda: _joined(work, options, progress),
        lambda: _step(
            executor,
            render_commands(work, options.parts, is_strict=options.strict),
            "parts rendered",
            progress,
        ),
        lambda: _assembled(work, options.parts, progress),
    )
    for step in steps:
        if status := step():
            return status
    return SUCCESS


def _step(
    executor: Executor, commands: Iterator[tuple[str, ...]], what: str, progress: Progress
) -> int:
    done = run_step(executor, commands, what, progress)
    print(done.printed, end="", file=sys.stderr)
    return done.status


@contextmanager
def _engine(options: argparse.Namespace) -> Iterator[Executor]:
    if options.dask:
        with executor_on(options.dask) as executor:
            yield executor
    else:
        at_once = options.processes or min(options.parts, os.cpu_count() or 1)
        # A thread only waits for the process that does the work.
        with ThreadPoolExecutor(at_once) as executor:
            try:
                yield executor
            finally:
                executor.shutdown(cancel_futures=True)  # after Ctrl-C no further part begins


def _print(work: Work, diagnostics: tuple[Diagnostic, ...]) -> None:
    print_findings(work.root, diagnostics, Format.TEXT, sys.stderr)


COMMAND = Group(
    "shard",
    "build a site in parts, by several processes or machines",
    "STEP",
    (
        Command("find", "find what stands in the texts of a part", _find, (_PART, _WORK, QUIET)),
        Command(
            "join",
            "join what was found, and say what is wrong",
            _join,
            (_PARTS, _WORK, STRICT, QUIET),
        ),
        Command("render", "build a part of the site", _render, (_PART, _WORK, STRICT)),
        Command(
            "assemble", "put the parts of the site together", _assemble, (_PARTS, _WORK, QUIET)
        ),
        Command(
            "all",
            "all four steps, in processes of this machine or on a cluster",
            _all,
            (
                _PARTS,
                _WORK,
                STRICT,
                QUIET,
                argument("--processes", "how many at once (default: processors)", "N", type=_count),
                argument("--dask", "the address of a scheduler of Dask", "ADDRESS"),
            ),
        ),
    ),
)
