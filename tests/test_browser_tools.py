"""What starts the browser tests, tested without a browser: they may never be skipped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser import chromium
from tests.browser.chromium import (
    HEADLESS,
    WHOLE,
    ChromiumMissingError,
    Edition,
    find,
    find_or_install,
    find_shell,
    install_shell,
    ways_to_install,
)

PROJECT = Path(__file__).resolve().parent.parent


def program(path: Path, says: str = "Chromium 150.0", code: int = 0) -> Path:
    """A program that answers to everything in one way."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho {says!r}\nexit {code}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def machine(tmp_path: Path, **environment: str) -> dict[str, str]:
    """The environment of a machine with nothing but the folders of this test."""
    return {
        "PATH": str(tmp_path / "bin"),
        "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "downloads"),
    } | environment


def test_the_variable_chromium_comes_first(tmp_path: Path) -> None:
    program(tmp_path / "bin/chromium")
    mine = program(tmp_path / "mine")

    assert find(machine(tmp_path, CHROMIUM=str(mine)), "linux") == mine


def test_a_wrong_variable_is_said_and_not_passed_over(tmp_path: Path) -> None:
    program(tmp_path / "bin/chromium")

    with pytest.raises(ChromiumMissingError, match="CHROMIUM is set to /no/where"):
        find(machine(tmp_path, CHROMIUM="/no/where"), "linux")


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome"])
def test_one_on_the_path_is_found(tmp_path: Path, name: str) -> None:
    installed = program(tmp_path / "bin" / name, says="Google Chrome 150.0")

    assert find(machine(tmp_path), "linux") == installed


def test_one_that_does_not_start_is_passed_over(tmp_path: Path) -> None:
    program(tmp_path / "bin/chromium", says="error while loading shared libraries", code=127)
    program(tmp_path / "bin/chromium-browser", says="please install the snap")
    works = program(tmp_path / "bin/google-chrome")

    assert find(machine(tmp_path), "linux") == works


def test_the_newest_download_of_playwright_is_found(tmp_path: Path) -> None:
    program(tmp_path / "downloads/chromium-1200/chrome-linux/chrome")
    newest = program(tmp_path / "downloads/chromium-1255/chrome-linux64/chrome")

    assert find(machine(tmp_path), "linux") == newest


@pytest.mark.parametrize(
    "path",
    [
        "bin/chromium-headless-shell",
        "downloads/chromium_headless_shell-1208/chrome-linux/headless_shell",
        "downloads/chromium_headless_shell-1255/chrome-headless-shell-mac/chrome-headless-shell",
    ],
)
def test_a_headless_shell_is_preferred(tmp_path: Path, path: str) -> None:
    whole = program(tmp_path / "bin/chromium")
    shell = program(tmp_path / path)

    assert find_shell(machine(tmp_path), "linux") == shell
    assert find(machine(tmp_path), "linux") == whole


def test_without_a_headless_shell_a_whole_one_does(tmp_path: Path) -> None:
    program(tmp_path / "bin/chromium-headless-shell", says="no library", code=127)
    whole = program(tmp_path / "bin/chromium")

    assert find_shell(machine(tmp_path), "linux") == whole


def test_the_variable_chromium_comes_before_a_headless_shell(tmp_path: Path) -> None:
    program(tmp_path / "bin/chromium-headless-shell")
    mine = program(tmp_path / "mine")

    assert find_shell(machine(tmp_path, CHROMIUM=str(mine)), "linux") == mine


def test_where_there_is_none_the_message_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(ChromiumMissingError, match="sudo apt-get install chromium"):
        find(machine(tmp_path), "linux")


@pytest.fixture
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This process, on a machine without a Chromium; the value is its folder of programs."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    for name, value in machine(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(chromium, "MAC_APPLICATIONS", ())
    return tmp_path / "bin"


def test_ways_to_install_are_tried_until_one_brings_a_chromium(bare_machine: Path) -> None:
    tried: list[str] = []

    def brings_nothing() -> None:
        tried.append("first")

    def brings_one() -> None:
        tried.append("second")
        program(bare_machine / "chromium")

    def is_not_needed() -> None:
        tried.append("third")

    found = find_or_install([brings_nothing, brings_one, is_not_needed])

    assert found == bare_machine / "chromium"
    assert tried == ["first", "second"]


def test_where_no_way_brings_one_that_is_an_error(bare_machine: Path) -> None:
    with pytest.raises(ChromiumMissingError):
        find_or_install([lambda: None])


def test_nothing_is_installed_in_place_of_a_wrong_variable(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", "/no/where")

    with pytest.raises(ChromiumMissingError, match="CHROMIUM is set"):
        find_or_install([lambda: pytest.fail("installed something")])


def test_a_headless_shell_is_installed_where_there_is_none(bare_machine: Path) -> None:
    program(bare_machine / "chromium")
    shell = bare_machine / "chromium-headless-shell"

    def brings_one() -> None:
        program(shell)

    install_shell([lambda: None, brings_one, lambda: pytest.fail("there is one already")])

    assert find_shell() == shell


def test_no_headless_shell_is_installed_where_a_chromium_is_named(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", str(program(bare_machine / "mine")))

    install_shell([lambda: pytest.fail("installed something")])


@pytest.mark.parametrize(
    ("is_root", "prefix"), [(True, ""), (False, "sudo -n ")], ids=["as root", "as somebody"]
)
@pytest.mark.parametrize("edition", [WHOLE, HEADLESS], ids=["whole", "headless"])
def test_debian_gives_its_package(
    bare_machine: Path,
    capfd: pytest.CaptureFixture[str],
    is_root: bool,
    prefix: str,
    edition: Edition,
) -> None:
    """Run against programs of that name that only print what they were asked."""
    for name in ("apt-get", "sudo", "env"):
        command = program(bare_machine / name)
        command.write_text(f'#!/bin/sh\necho "{name} got: $*"\n', encoding="utf-8")
    debian = ways_to_install(is_root, edition)[0 if is_root else -1]

    debian()

    printed = capfd.readouterr().out.splitlines()
    assert f"+ {prefix}apt-get --quiet update" in printed
    assert any(
        line.startswith(f"+ {prefix}env")
        and f" install --no-install-recommends {' '.join(edition.debian)}" in line
        for line in printed
    )
    assert len([line for line in printed if " got: " in line]) == 2


RUN_OF_TESTS = {
    "tests/test_other.py": "def test_other(): pass",
}


def outside_ci() -> dict[str, str]:
    """The environment of this process as it is on somebody's own machine."""
    return {name: value for name, value in os.environ.items() if name != "CI"}


def run_whole(
    folder: Path, files: dict[str, str], processes: int = 0, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """A run of such test files with the plugin of `make test`, spread over processes as there.

    Args:
        folder: empty.
        files: tests beside `RUN_OF_TESTS`.
        processes: 0 is one that hands nothing out, and the quickest.
        environment: variables.
    """
    for name, text in (RUN_OF_TESTS | files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"import pytest\n{text}\n", encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.browser.required", "--rootdir", folder,
         "-p", "no:cacheprovider", "-p", "xdist", "--import-mode=importlib",
         "-n", str(processes), "tests"],
        cwd=folder,
        env=outside_ci() | {"PYTHONPATH": str(PROJECT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        | environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("processes", [0, 2])
def test_a_run_with_a_browser_test_passes(tmp_path: Path, processes: int) -> None:
    """Though one process of two has none."""
    files = {"tests/browser/test_page.py": "def test_page(): pass"}

    outcome = run_whole(tmp_path, files, processes)

    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "def test_runs(): pass\n@pytest.mark.skip\ndef test_page(): pass",
            "browser tests were skipped: tests/browser/test_page.py::test_page",
        ),
        (
            "@pytest.fixture\ndef browser(): pytest.skip()\ndef test_page(browser): pass",
            "browser tests were skipped: tests/browser/test_page.py::test_page",
        ),
        (
            "pytest.importorskip('no_such_thing')\ndef test_page(): pass",
            "browser tests were skipped: tests/browser/test_page.py",
        ),
        ("", "no browser test ran"),
    ],
    ids=["marked", "by a fixture", "whole module", "none written"],
)
def test_a_run_without_its_browser_tests_fails(tmp_path: Path, text: str, fault: str) -> None:
    outcome = run_whole(tmp_path, {"tests/browser/test_page.py": text}, processes=2)

    assert outcome.returncode == 1, outcome.stdout
    assert fault in outcome.stdout


UNTRIED = (
    "import pytest\n@pytest.fixture(params=['Firefox', 'WebKit'])\n"
    "def visitor(request): pytest.skip(f'{request.param} was not tried: there is none')\n"
    "def test_opens(visitor): pass\ndef test_clicks(visitor): pass"
)
OTHER = "def test_page(): pass"


@pytest.mark.parametrize("processes", [0, 2])
def test_engines_that_cannot_be_had_are_named_in_the_last_lines(
    tmp_path: Path, processes: int
) -> None:
    files = {"tests/browser/engines/test_it.py": UNTRIED, "tests/browser/test_page.py": OTHER}

    outcome = run_whole(tmp_path, files, processes)

    assert outcome.returncode == 0, outcome.stdout
    lines = outcome.stdout.strip().split("\n")
    said = lines.index("Firefox was not tried: there is none")
    assert lines[said + 1] == "WebKit was not tried: there is none"
    assert said >= len(lines) - 4, outcome.stdout


@pytest.mark.parametrize(
    ("path", "text", "environment"),
    [
        ("tests/browser/engines/test_it.py", UNTRIED, {"CI": "true"}),
        ("tests/browser/test_it.py", UNTRIED, {}),
        ("tests/browser/engines/test_it.py", "@pytest.mark.skip\ndef test_it(): pass", {}),
        ("tests/browser/engines/test_it.py", "pytest.importorskip('no_such')", {}),
    ],
    ids=["in CI", "Chromium", "for another reason", "whole module"],
)
def test_other_browser_tests_are_not_let_through(
    tmp_path: Path, path: str, text: str, environment: dict[str, str]
) -> None:
    files = {path: text, "tests/browser/test_page.py": OTHER}

    outcome = run_whole(tmp_path, files, 0, **environment)

    assert outcome.returncode == 1, outcome.stdout
    assert "browser tests were skipped" in outcome.stdout


def test_a_run_of_untried_engines_alone_fails(tmp_path: Path) -> None:
    outcome = run_whole(tmp_path, {"tests/browser/engines/test_it.py": UNTRIED})

    assert outcome.returncode == 1, outcome.stdout
    assert "no browser test ran" in outcome.stdout


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, (10, None, False)),
        ({"CI": "true"}, (10, None, True)),
        ({"READINGS_TEST_PROFILE": "long"}, (500, None, False)),
        ({"READINGS_TEST_PROFILE": "long", "CI": "true"}, (500, None, False)),
    ],
    ids=["normal", "normal in CI", "long", "long in CI"],
)
def test_the_profile_decides_how_many_cases_run(
    environment: dict[str, str], expected: tuple[int, None, bool]
) -> None:
    """And in CI alone, and only in the normal profile, they are the same ones each time."""
    clean = {k: v for k, v in os.environ.items() if k not in {"CI", "READINGS_TEST_PROFILE"}}
    asked = (
        "import tests.conftest; from tests.profiles import cases; s = cases(normal=10, long=500); "
        "print((s.max_examples, s.deadline, s.derandomize))"
    )
    printed = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=PROJECT, env=clean | environment, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip

    assert printed.strip() == repr(expected)
