"""Findings on the streams of a process: forms, colours, paths."""

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.cli import main
from build_scripts.commands.console import Format, is_coloured, print_findings
from build_scripts.model.diagnostic import Diagnostic, Severity
from tests.read.projects import write_project
from tests.report.runner import obeyed

Capture = pytest.CaptureFixture[str]

PROJECT = Path(__file__).resolve().parents[1]
ESCAPE = "\x1b["


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


# Colours


@pytest.mark.parametrize(
    ("environment", "on_a_terminal", "in_a_pipe"),
    [
        ({}, True, False),
        ({"TERM": "xterm-256color"}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"CLICOLOR_FORCE": "1", "TERM": "dumb"}, True, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
    ],
)
def test_colours_are_for_terminals_unless_the_user_says_otherwise(
    environment: dict[str, str],
    on_a_terminal: bool,
    in_a_pipe: bool,
) -> None:
    assert is_coloured(Terminal(), environment, system="posix") is on_a_terminal
    assert is_coloured(io.StringIO(), environment, system="posix") is in_a_pipe


@pytest.mark.parametrize(
    ("environment", "expected"), [({}, False), ({"WT_SESSION": "1"}, True), ({"TERM": "x"}, True)]
)
def test_the_old_console_of_windows_has_none(environment: dict[str, str], expected: bool) -> None:
    assert is_coloured(Terminal(), environment, system="nt") is expected


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A project with findings of two severities, in three files."""
    notes = "notes:\n  - {id: a, target: {exact: kink}, body: A.}\n  - {id: B, colour: red}\n"
    return write_project(
        tmp_path / "project",
        {
            "annotations/readings/tale/notes.yml": notes,
            "annotations/glossary/queen.yml": "term: Queen\ndefinition: A, #1 of a land.\n",
            "seeds/unused.txt": "Unused.",
        },
    )


def on_terminal(arguments: list[str], environment: dict[str, str]) -> str:
    """What a command writes to a terminal of its own."""
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    outside, inside = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "build_scripts", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=inside,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(PROJECT), **environment},
    ):
        os.close(inside)
        written = b""
        with contextlib.suppress(OSError):  # so the end is said on Linux
            while piece := os.read(outside, 65536):
                written += piece
    os.close(outside)
    return written.decode("utf-8")


def test_a_real_terminal_gets_colours(faulty: Path) -> None:
    arguments = ["check", "--root", str(faulty)]
    without = {"FORCE_COLOR": "", "CLICOLOR_FORCE": "", "NO_COLOR": "", "TERM": "xterm"}
    coloured = on_terminal(arguments, without)
    plain = on_terminal(arguments, without | {"NO_COLOR": "1"})
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert ESCAPE not in plain
    assert ": error A001 " in plain
    assert ESCAPE not in on_terminal([*arguments, "--format", "json"], without)


# Forms


def findings_in(form: Format, written: str) -> list[tuple[str, int, int, str, str]]:
    """Path, line, column, severity, code of each finding, sorted."""
    match form:
        case Format.TEXT:
            found = _in_text(written)
        case Format.JSON:
            found = _in_json(written)
        case Format.GITHUB:
            found = _in_workflow_commands(written)
        case Format.SARIF:
            found = _in_sarif(written)
    return sorted(found)


def _in_text(written: str) -> list[tuple[str, int, int, str, str]]:
    found = []
    for line in written.splitlines():
        if line and not line.startswith(" "):
            place, severity, code, _ = line.split(" ", 3)
            path, number, column, _ = place.split(":")
            found.append((path, int(number), int(column), severity, code))
    return found


def _in_json(written: str) -> list[tuple[str, int, int, str, str]]:
    keys = ("path", "line", "column", "severity", "code")
    found = []
    for line in written.splitlines():
        path, number, column, severity, code = (json.loads(line)[key] for key in keys)
        found.append((path, number, column, severity, code))
    return found


def _in_workflow_commands(written: str) -> list[tuple[str, int, int, str, str]]:
    found = []
    for command in obeyed(written):
        properties = command.properties
        severity = {"notice": "hint"}.get(command.name, command.name)
        code = properties["title"].partition(":")[0]
        place = (properties["file"], int(properties["line"]), int(properties["col"]))
        found.append((*place, severity, code))
    return found


def _in_sarif(written: str) -> list[tuple[str, int, int, str, str]]:
    (run,) = json.loads(written)["runs"]
    found = []
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        severity = {"note": "hint"}.get(result["level"], result["level"])
        path = place["artifactLocation"]["uri"]
        found.append((path, region["startLine"], region["startColumn"], severity, result["ruleId"]))
    return found


@pytest.mark.parametrize("form", [Format.JSON, Format.GITHUB, Format.SARIF])
def test_every_form_says_the_same_findings(faulty: Path, capsys: Capture, form: Format) -> None:
    def check(form: Format) -> list[tuple[str, int, int, str, str]]:
        assert main(["check", "--root", str(faulty), "--format", form]) == 1
        return findings_in(form, capsys.readouterr().out)

    as_text = check(Format.TEXT)
    assert {finding[3] for finding in as_text} == {"error", "warning"}
    assert len({finding[0] for finding in as_text}) == 3
    assert check(form) == as_text


HINT = Diagnostic("seeds/tale.txt", 1, 6, Severity.HINT, "G005", "Not found", "Look.")


@pytest.mark.parametrize("form", Format)
def test_every_form_tells_hints(tmp_path: Path, capsys: Capture, form: Format) -> None:
    print_findings(write_project(tmp_path, {}), [HINT], form, sys.stdout)
    written = capsys.readouterr().out
    assert findings_in(form, written) == [("seeds/tale.txt", 1, 6, "hint", "G005")]


def test_the_log_of_a_workflow_has_the_readable_text_as_well(
    tmp_path: Path, capsys: Capture
) -> None:
    print_findings(write_project(tmp_path, {}), [HINT], Format.GITHUB, sys.stdout)
    printed = capsys.readouterr()
    assert printed.out.startswith("::notice ")
    assert printed.err == (
        "seeds/tale.txt:1:6: hint G005 Not found\n"
        "    1 | Once upon a time there was a king.\n"
        "      |      ^\n"
        "    Look.\n"
        "readings: 1 hint in 1 file\n"
    )


@pytest.mark.parametrize("form", [Format.JSON, Format.SARIF])
def test_for_programs_there_is_nothing_else(tmp_path: Path, capsys: Capture, form: Format) -> None:
    print_findings(write_project(tmp_path, {}), [HINT], form, sys.stdout)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("workspace", "path"),
    [
        (".", "examples/tales/seeds/tale.txt"),
        ("examples", "tales/seeds/tale.txt"),
        ("examples/tales", "seeds/tale.txt"),
        ("elsewhere", "seeds/tale.txt"),
    ],
)
@pytest.mark.parametrize("form", [Format.GITHUB, Format.SARIF])
def test_a_code_host_is_told_paths_from_the_repository(
    tmp_path: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
    workspace: str,
    path: str,
    form: Format,
) -> None:
    root = write_project(tmp_path / "examples" / "tales", {})
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / workspace))
    print_findings(root, [HINT], form, sys.stdout)
    assert [finding[0] for finding in findings_in(form, capsys.readouterr().out)] == [path]


def test_without_a_workflow_the_repository_is_the_current_folder(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_project(tmp_path / "tales", {})
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir(tmp_path)
    print_findings(root, [HINT], Format.GITHUB, sys.stdout)
    assert "file=tales/seeds/tale.txt," in capsys.readouterr().out
