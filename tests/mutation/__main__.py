"""Change the pure rooms at random and say which changes no test notices: `make mutate`.

A mutant is a module with one small change. Of all mutants, the seed chooses some. Against each, the
tests of its room are run until one fails. What no test notices is a *survivor*: a test is missing,
or the change makes no difference to anybody.
"""

import argparse
import ast
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from tests.mutation.changes import changes

ROOMS = (
    *("merge", "render", "text", "model", "export", "changes", "contribute"),
    *("suggest", "stats", "report"),
)
SHARED = ("tests/test_values.py",)
"""Tests of rules that hold in every room."""
_PASSED, _FAILED, _NO_TESTS = 0, 1, 5  # how pytest ends
_ENDLESS = 3
"""A mutant is endless if it takes so many times as long as the tests do without a change."""

TestsByLine = Mapping[str, Mapping[str, Sequence[str]]]
"""By path and number of line, the tests that run the line."""


class Outcome(Enum):
    """What became of a mutant."""

    NOTICED = "noticed"
    ENDLESS = "endless"
    SURVIVED = "survived"


class Mutant(NamedTuple):
    """A change to a module.

    Attributes:
        number: its place among the changes to the module.
    """

    path: str
    line: int
    number: int
    change: str

    @property
    def room(self) -> str:
        """The folder of build_scripts/ that it is in."""
        return self.path.split("/")[1]


class Room(NamedTuple):
    """What is known of the tests of a room before anything is changed.

    Attributes:
        failing: the tests that fail without a change, which therefore say nothing.
    """

    tests: Sequence[str]
    failing: Sequence[str]
    by_line: TestsByLine
    seconds: float


def modules(room: str) -> list[str]:
    """The paths of a room's modules."""
    return sorted(path.as_posix() for path in Path("build_scripts", room).rglob("[!_]*.py"))


def mutants_of(path: str, source: str) -> Iterable[Mutant]:
    """All mutants of a module."""
    for number, change in enumerate(changes(ast.parse(source))):
        yield Mutant(path, change.line, number, str(change))


def chosen(mutants: Sequence[Mutant], at_most: int, seed: int) -> list[Mutant]:
    """Some mutants, in the order of their places; the same for the same seed."""
    some = random.Random(seed).sample(mutants, min(at_most, len(mutants)))
    return sorted(some)


def summary(outcomes: Mapping[Mutant, Outcome]) -> str:
    """The last line: how many of the mutants the tests noticed."""
    found = [*outcomes.values()]
    survived, endless = found.count(Outcome.SURVIVED), found.count(Outcome.ENDLESS)
    noticed = len(found) - survived
    share = f"{noticed / len(found):.1%}" if found else "nothing was changed"
    return (
        f"{noticed} of {len(found)} changes were noticed ({share}); {survived} survived. "
        f"Endless and therefore noticed: {endless}."
    )


def _within(where: str) -> list[Mutant]:
    """The mutants of all rooms, or those at `path` or `path:line`."""
    wanted, _, line = where.partition(":")
    return [
        mutant
        for room in sorted(ROOMS)
        for path in modules(room)
        if path.startswith(wanted)
        for mutant in mutants_of(path, Path(path).read_text(encoding="utf-8"))
        if not line or mutant.line == int(line)
    ]


def _run(order: Mapping[str, object], seconds: float | None) -> tuple[int | None, str]:
    """How pytest ended, or None if it was stopped after so many seconds; and what it wrote."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.mutation.changed_module"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
        # Few random cases, and the same ones each time, so that the score can be repeated.
        env={**os.environ, "READINGS_TEST_PROFILE": "quick", "PYTHONHASHSEED": "0"},
    )
    try:
        output, _ = process.communicate(json.dumps(order), seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return None, ""
    return process.returncode, output


def _prepared(room: str) -> Room:
    """Run the tests of a room without a change, and see what each of them runs."""
    files = sorted(file.as_posix() for file in Path("tests", room).rglob("test_*.py"))
    tests = [*files, *SHARED]
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder, "tests-by-line.json")
        order = {"tests": tests, "room": f"build_scripts/{room}", "into": str(into)}
        begin = time.monotonic()
        ended, output = _run(order, None)
        if ended not in (_PASSED, _FAILED):
            sys.exit(f"{output}\nThe tests of {room}/ cannot be run.")
        seconds = time.monotonic() - begin
        seen = json.loads(into.read_text(encoding="utf-8"))
    for test in seen["failed"]:
        print(f"left out, because it fails without a change: {test}", flush=True)
    return Room(tests, seen["failed"], seen["by_line"], seconds)


def _outcome(mutant: Mutant, room: Room) -> Outcome:
    order = {
        "path": mutant.path,
        "number": mutant.number,
        "tests": room.tests,
        "without": room.failing,
        "first": room.by_line.get(mutant.path, {}).get(str(mutant.line), []),
    }
    ended, output = _run(order, _ENDLESS * room.seconds)
    if ended == _NO_TESTS:
        sys.exit(f"{output}\nThere are no tests of {mutant.room}/.")
    if ended is None:
        return Outcome.ENDLESS
    return Outcome.SURVIVED if ended == _PASSED else Outcome.NOTICED


def _main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--mutants", type=int, default=100, help="how many to try (100)")
    parser.add_argument("--seed", type=int, help="chooses them; without it, others each time")
    parser.add_argument("--where", default="", help="only those in a path, or at path:line")
    given = parser.parse_args()
    seed = random.randrange(10_000) if given.seed is None else given.seed
    population = _within(given.where)
    some = chosen(population, given.mutants, seed)
    print(f"{len(some)} of {len(population)} small changes, chosen with SEED={seed}", flush=True)
    by_room: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in some:
        by_room[mutant.room].append(mutant)
    outcomes: dict[Mutant, Outcome] = {}
    for name, mutants in by_room.items():
        room = _prepared(name)
        for mutant in mutants:
            outcome = outcomes[mutant] = _outcome(mutant, room)
            if outcome is not Outcome.NOTICED:
                print(f"{mutant.path}:{mutant.line}: {outcome.value}: {mutant.change}", flush=True)
    print(summary(outcomes))


if __name__ == "__main__":
    _main()
