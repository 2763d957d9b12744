"""Run all steps of a build in parts, those of the parts on an engine that is given.

The steps of a part are plain commands, each in a process of its own. The engine is any executor of
the standard library's kind: it only has to call `run_command`.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from typing import NamedTuple

from build_scripts.model.progress import Progress, unreported
from build_scripts.shards.part import Part, parts
from build_scripts.shards.work import Work


class Done(NamedTuple):
    """What a command did: its exit status, and all that it printed."""

    status: int
    printed: str


def find_command(work: Work, part: Part) -> tuple[str, ...]:
    """The command line that finds what stands in the texts of a part."""
    where = ("--root", str(work.root), "--work", str(work.folder))
    return "build_scripts", "shard", "find", str(part), *where, "--quiet"


def render_command(work: Work, part: Part, *, is_strict: bool) -> tuple[str, ...]:
    """The command line that builds a part of the site."""
    where = (str(work.root), str(work.folder))
    strict = ("--strict",) if is_strict else ()
    return "build_scripts.mkdocs_plugin.run_part", *where, str(part), *strict


def run_command(command: tuple[str, ...]) -> Done:
    """Run a module with its arguments in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Done(done.returncode, done.stdout)


def run_step(
    executor: Executor,
    commands: Iterable[tuple[str, ...]],
    what: str,
    progress: Progress = unreported,
) -> Done:
    """Run the commands of all parts on an engine.

    Returns:
        The worst exit status, and what was printed: what several parts said, only once.
    """
    commands = tuple(commands)
    outcomes = [*progress(executor.map(run_command, commands), len(commands), what)]
    lines = (line for outcome in outcomes for line in outcome.printed.split("\n"))
    return Done(max(outcome.status for outcome in outcomes), "\n".join(dict.fromkeys(lines)))


def find_commands(work: Work, count: int) -> Iterator[tuple[str, ...]]:
    """The command lines of the first step."""
    return (find_command(work, part) for part in parts(count))


def render_commands(work: Work, count: int, *, is_strict: bool) -> Iterator[tuple[str, ...]]:
    """The command lines of the third step."""
    return (render_command(work, part, is_strict=is_strict) for part in parts(count))
