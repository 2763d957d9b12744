"""Killing a build: every file stays whole, and the next build completes the set.

Run as a program, with a folder as its argument, this file writes two plans in turn without end:
that is what the test below kills.
"""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from build_scripts.disk.atomic import is_temporary
from build_scripts.disk.owned_folder import MARK_NAME
from build_scripts.disk.write_site import write_site
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.site_plan import PlannedFile

PROJECT = Path(__file__).resolve().parents[2]
FOLDERS = ("glossary", "readings")
KILLS = 30

Files = tuple[PlannedFile, ...]


def generated_plan(name: str, files: int, largest: int) -> Files:
    """A plan of files between 0 and `largest` bytes: most have a path that every plan has."""
    numbers = random.Random(name)
    paths = [f"readings/{number}/index.md" for number in range(files * 3 // 4)]
    paths += [f"readings/only-in-{name}/{number}.md" for number in range(files // 8)]
    paths += [f"glossary/{name}/{number}.md" for number in range(files // 8)]
    planned = []
    for path in paths:
        line = f"{name} {path} {numbers.random()}\n".encode()
        size = int(largest * numbers.random() ** 3)
        planned.append(PlannedFile(path, (line * (size // len(line) + 1))[:size]))
    return tuple(sorted(planned))


def write(plan: Files, docs: Path) -> tuple[Diagnostic, ...]:
    _, diagnostics = write_site(tuple(path for path, _ in plan), FOLDERS, plan, docs)
    return diagnostics


def contents(plan: Files) -> dict[str, bytes]:
    return dict(plan)


def output_files(docs: Path) -> dict[str, bytes]:
    """The files that count: neither marks nor unfinished files."""
    return {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in docs.rglob("*")
        if path.is_file() and path.name != MARK_NAME and not is_temporary(path.name)
    }


def assert_whole_and_known(docs: Path, one: Files, other: Files) -> None:
    """Each output file is that of one plan or the other, and its folder's mark lists it."""
    files = output_files(docs)
    for path, content in files.items():
        assert content in {contents(one).get(path), contents(other).get(path)}, path
    for folder in FOLDERS:
        mark = docs / folder / MARK_NAME
        recorded = json.loads(mark.read_bytes())["files"] if mark.exists() else []
        found = {path for path in files if path.startswith(f"{folder}/")}
        assert found <= {f"{folder}/{path}" for path in recorded}


def assert_next_build_mends(docs: Path, plan: Files) -> None:
    assert write(plan, docs) == ()
    assert output_files(docs) == contents(plan)
    planned_folders = {parent for path in contents(plan) for parent in (docs / path).parents}
    for path in docs.rglob("*"):
        assert not is_temporary(path.name)
        assert not path.is_dir() or path in planned_folders, "an empty folder was left"


def test_killed_at_random_moments_every_file_is_whole_and_the_next_build_mends_the_set(
    tmp_path: Path,
) -> None:
    docs = tmp_path / "docs"
    plan_a = generated_plan("a", files=60, largest=200_000)
    plan_b = generated_plan("b", files=60, largest=200_000)
    moments = random.Random(2021)
    killed_on_the_way = 0
    assert_next_build_mends(docs, plan_a)
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, __file__, str(docs)],
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(PROJECT)},
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"writing\n"
            time.sleep(moments.uniform(0, 0.05))
            assert writer.poll() is None, "the writer stopped by itself"
            writer.kill()
        assert_whole_and_known(docs, plan_a, plan_b)
        killed_on_the_way += output_files(docs) not in (contents(plan_a), contents(plan_b))
        assert_next_build_mends(docs, plan_a)
    assert killed_on_the_way, "no kill came while files were being written"


class _Killed(BaseException):
    """The process ends here; nothing that it tries afterwards happens."""


def test_stopped_before_each_single_change_the_next_build_mends_the_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kill a smaller build at every possible moment instead of random ones."""
    plan_a = generated_plan("a", files=8, largest=100)
    plan_b = generated_plan("b", files=8, largest=100)
    for survived in range(200):
        docs = tmp_path / str(survived)
        write(plan_a, docs)
        with monkeypatch.context() as patch:
            stop_after(survived, patch)
            try:
                write(plan_b, docs)
            except _Killed:
                was_killed = True
            else:
                was_killed = False
        assert_whole_and_known(docs, plan_a, plan_b)
        assert_next_build_mends(docs, plan_a if survived % 2 else plan_b)
        if not was_killed:
            assert survived > len(plan_b), "the changes were not intercepted"
            return
    pytest.fail("the build never came to its end")


def stop_after(survived: int, patch: pytest.MonkeyPatch) -> None:
    """Allow this many changes of the file system, and no more."""
    left = survived

    def limited(change: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            nonlocal left
            if left == 0:
                raise _Killed
            left -= 1
            return change(*arguments, **options)

        return call

    for name in ("mkdir", "replace", "rmdir", "unlink"):
        patch.setattr(os, name, limited(getattr(os, name)))


def write_without_end(docs: Path) -> NoReturn:
    plan_a = generated_plan("a", files=60, largest=200_000)
    plan_b = generated_plan("b", files=60, largest=200_000)
    print("writing", flush=True)
    while True:
        write(plan_b, docs)
        write(plan_a, docs)


if __name__ == "__main__":
    write_without_end(Path(sys.argv[1]))
