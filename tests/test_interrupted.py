"""Ctrl-C on a terminal, in the middle of a task: one line says so, and all files stay as they were.

Builds that are ended at random moments are in test_hard_use.py.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.cli import main
from tests.mkdocs_runs import PROJECT, environment, small_project, tree
from tests.screen import screen

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")

# The process gets a terminal of its own, shows a bar at once, and takes its time for each step.
_SLOWLY = """
import os, sys, termios, time
os.login_tty(0)
termios.tcsetwinsize(0, (24, 80))
from build_scripts.report import progress_bar, progress_on_stream
progress_on_stream.DELAY_SECONDS = 0.0
update = progress_bar.ProgressBar.update
def slowly(self, n=1):
    time.sleep(0.11)  # a bar is not drawn more often
    update(self, n)
    if sys.argv[1] in self.desc:
        time.sleep(60)
progress_bar.ProgressBar.update = slowly
"""
_READINGS = "from build_scripts.cli import main; sys.exit(main(sys.argv[2:]))"
_MKDOCS = "from mkdocs.__main__ import cli; cli(sys.argv[2:])"
CTRL_C = b"\x03"


def interrupted(program: str, stage: str, *arguments: str) -> tuple[int, list[str]]:
    """Run a command on a terminal, press Ctrl-C in a stage: the status, and what is to be seen."""
    outside, inside = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", f"{_SLOWLY}\n{program}", stage, *arguments],
        stdin=inside,
        stdout=inside,
        stderr=inside,
        env=environment(PYTHONPATH=str(PROJECT), TERM="xterm"),
    ) as process:
        os.close(inside)
        written, pressed = b"", False
        while piece := _read(outside):
            written += piece
            if stage.encode() in written and not pressed:
                pressed = True
                os.write(outside, CTRL_C)
        status = process.wait()
    os.close(outside)
    assert pressed, written.decode()
    return status, screen(written.decode())


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # so the end is said on Linux
        return b""


def test_readings_build(tmp_path: Path) -> None:
    project, other = small_project(tmp_path / "one"), small_project(tmp_path / "other")
    status, seen = interrupted(
        _READINGS, "parts of the site rendered", "build", "--root", str(project)
    )
    assert (status, seen) == (130, ["", "readings: interrupted", ""])
    # What was written is whole, and the next build completes it.
    for root in (project, other):
        assert main(["build", "--quiet", "--root", str(root)]) == 0
    assert tree(project) == tree(other)


def test_readings_verify(project_copy: Path, built_site: Path) -> None:
    place = ("--root", str(project_copy), "--site", str(built_site))
    status, seen = interrupted(_READINGS, "groups of pages compared", "verify", *place)
    assert (status, seen) == (130, ["", "readings: interrupted", ""])


def test_mkdocs_build(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last site", encoding="utf-8")
    status, seen = interrupted(
        _MKDOCS, "pages built", "build", "--config-file", str(project / "mkdocs.yml")
    )
    assert status == 1
    assert seen[-3:] == ["", "Aborted!", ""]
    assert not any("|" in line for line in seen), "a bar was left"
    assert tree(project / "site") == {"index.html": b"the last site"}
