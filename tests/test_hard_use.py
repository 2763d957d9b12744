"""Builds that are killed or interrupted, run at once, or find no room: `make test-long` only.

Whatever happens, files of the pages are whole, and the next build repairs the set.
"""

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.limits.machine import (
    MKDOCS_BUILD,
    PATIENCE_SECONDS,
    READINGS,
    begun,
    outcome,
)
from tests.mkdocs_runs import small_project, tree, write
from tests.profiles import NAME

pytestmark = pytest.mark.skipif(NAME != "long", reason="takes minutes: for `make test-long`")

KILLS, PAIRS = 50, 20
READINGS_BUILD = (*READINGS, "build")
NOTES = "annotations/readings/harbour/notes.yml"
DATE = {"SOURCE_DATE_EPOCH": "1700000000"}
COMMANDS = [READINGS_BUILD, MKDOCS_BUILD]
NAMES = ["readings build", "mkdocs build"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project")


def edited(project: Path, version: int) -> None:
    """A state of the project in which most pages differ from those of the other states."""
    write(project / "annotations/site.yml", f"editors: Edition {version}\n")
    term = project / "annotations/glossary/version.yml"
    if version % 2:
        write(term, "term: harbour\nforms: [harbour]\nlinking: all\ndefinition: A port.\n")
    else:
        term.unlink(missing_ok=True)


def pages(project: Path) -> dict[str, bytes]:
    """What a build writes into docs/ and site/."""
    return {
        path: content
        for folder in ("docs", "site")
        for path, content in tree(project / folder).items()
    }


def fresh_build(project: Path, command: tuple[str, ...], place: Path) -> dict[str, bytes]:
    """What the command writes in a copy that was never built."""
    shutil.rmtree(place, ignore_errors=True)
    small_project(place)
    shutil.copytree(project / "annotations", place / "annotations", dirs_exist_ok=True)
    status, said = outcome(command, place, None, **DATE)
    assert status == 0, said
    return pages(place)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=["kill", "Ctrl-C"])
@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_ended_at_random_moments(
    project: Path, tmp_path: Path, command: tuple[str, ...], number: signal.Signals
) -> None:
    moments = random.Random(2026)
    start = time.monotonic()
    assert outcome(command, project, None, **DATE)[0] == 0
    usual = time.monotonic() - start
    ended = 0
    for version in range(1, KILLS + 1):
        edited(project, version)
        before = tree(project / "site") if command is MKDOCS_BUILD else {}
        with begun(command, project, None, **DATE) as process:
            time.sleep(moments.uniform(0.2, 1.1) * usual)
            process.send_signal(number)
            said, _ = process.communicate(timeout=PATIENCE_SECONDS)
        ended += process.returncode != 0
        if number == signal.SIGINT and process.returncode in (1, 130):
            assert "Traceback" not in said, said
            if command is MKDOCS_BUILD:
                assert tree(project / "site") == before, "the last site stays"
        for path, content in tree(project / "docs").items():
            assert content or "readings-tmp" in path, f"{path} is empty"
    assert ended > KILLS / 5, "hardly a build was ended on its way"
    status, said = outcome(command, project, None, **DATE)
    assert status == 0, said
    assert pages(project) == fresh_build(project, command, tmp_path / "fresh")


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_two_at_once(project: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    for version in range(PAIRS):
        edited(project, version)
        pair = [begun(command, project, None, **DATE) for _ in range(2)]
        for process in pair:
            said, _ = process.communicate(timeout=PATIENCE_SECONDS)
            assert process.returncode == 0, said
    assert pages(project) == fresh_build(project, command, tmp_path / "fresh")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of few mebibytes, where this machine lets us have one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=9m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_a_full_disk(small_disk: Path, command: tuple[str, ...]) -> None:
    project = small_project(small_disk / "project")
    assert outcome(command, project, None, **DATE)[0] == 0
    before = pages(project)
    filler = small_disk / "filler"
    edited(project, 1)
    for free in (0, 4, 60, 500, 4_000):
        with filler.open("wb") as file:  # all that is free, but so many KiB
            usage = os.statvfs(small_disk)
            file.write(b"x" * max(0, usage.f_bavail * usage.f_frsize - free * 1024))
        status, said = outcome(command, project, None, **DATE)
        filler.unlink()
        assert "Traceback" not in said, said
        if status:
            assert "No space left on device. Free some space" in said
            site = tree(project / "site")
            assert site == {path: before[path] for path in site}, "the last site stays"
    status, said = outcome(command, project, None, **DATE)
    assert status == 0, said
    assert pages(project) == fresh_build(project, command, small_disk.parent / "fresh")
