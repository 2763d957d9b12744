"""A whole site: all findings in one pass, in one process or several, whatever happens to them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from build_scripts.verify import whole_site
from build_scripts.verify.built_page import parse_page
from build_scripts.verify.fidelity import ReadingToFind, verify_reading
from build_scripts.verify.page_frame import SiteFiles, verify_frame
from build_scripts.verify.processes import in_processes
from build_scripts.verify.whole_site import verify_whole_site
from tests.verify.test_fidelity import TEXTS, correct_paragraphs, page_html, put, reading_of

HERE = os.getpid()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Pages without a frame: a reading with a wrong letter and in two copies, and other pages."""
    put(tmp_path, "readings/talk/index.html", page_html("".join(correct_paragraphs())))
    wrong = page_html("".join(correct_paragraphs(("Onf", *TEXTS[1:]))) + "stray &amp; words")
    put(tmp_path, "readings/talk.html", wrong)
    for number in range(20):
        put(tmp_path, f"glossary/{number}/index.html", page_html("", 'data-reading="other"'))
    put(tmp_path, "not-utf-8.HTM", "<p>")
    (tmp_path / "site" / "not-utf-8.HTM").write_bytes(b"\xff\xfe<p>")
    (tmp_path / "site" / "a-folder.html").mkdir()
    return tmp_path / "site"


@pytest.mark.parametrize("many_pages", [1, 1_000])
def test_one_pass_finds_what_two_find(tmp_path: Path, site: Path, many_pages: int) -> None:
    readings = (reading_of(TEXTS),)
    files = SiteFiles(site)
    frames = (verify_frame(files, parse_page(path, tmp_path)) for path in files.pages())
    wanted = ReadingToFind.of(readings[0])
    expected = (
        *verify_reading(tmp_path, site, wanted, parse_page),
        *(finding for found in frames for finding in found),
    )
    assert len({finding.code for finding in expected}) > 3

    assert verify_whole_site(tmp_path, site, readings, many_pages) == tuple(sorted(expected))


def test_each_page_is_parsed_once(
    tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[Path] = []

    def counted(path: Path, root: Path) -> object:
        parsed.append(path)
        return parse_page(path, root)

    monkeypatch.setattr(whole_site, "parse_page", counted)
    verify_whole_site(tmp_path, site, (reading_of(TEXTS),))

    assert sorted(parsed) == sorted(p for p in site.rglob("*.[hH][tT][mM]*") if p.is_file())


def test_a_site_that_is_not_there(tmp_path: Path) -> None:
    (finding,) = verify_whole_site(tmp_path, tmp_path / "site", (reading_of(TEXTS),))
    assert finding.code == "V001"


def square(number: int) -> int:
    """The square, which comes later for earlier numbers."""
    time.sleep(0.02 / number)
    return number * number


def unless_killed(number: int) -> int:
    """A number; but a process that did not begin the work dies at some of them."""
    if number == 3 and os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def refused(number: int) -> int:
    """What a disk that cannot be read does."""
    raise PermissionError(13, "Permission denied", f"page-{number}.html")


def test_results_keep_the_order_of_the_work() -> None:
    assert [*in_processes(square, range(1, 9))] == [n * n for n in range(1, 9)]
    assert [*in_processes(square, [])] == []


def test_a_killed_process_loses_nothing() -> None:
    assert [*in_processes(unless_killed, range(8))] == [*range(8)]


def test_faults_of_the_system_are_told() -> None:
    with pytest.raises(PermissionError, match=r"page-\d\.html"):
        [*in_processes(refused, range(4))]


WORK = """
import os, sys, time
from build_scripts.verify.processes import in_processes

def slow(number):
    os.write(1, b"begun\\n")
    time.sleep(0.3)

if __name__ == "__main__":
    try:
        list(in_processes(slow, range(1000)))
    except KeyboardInterrupt:
        sys.exit(130)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C in another way")
def test_an_interruption_ends_all_processes_without_a_word(tmp_path: Path) -> None:
    script = tmp_path / "work.py"
    script.write_text(WORK, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        start_new_session=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"begun\n"
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=30)

    assert (running.returncode, said) == (130, b"")
    with pytest.raises(ProcessLookupError):  # none of the group is left
        os.killpg(running.pid, 0)
