"""Findings for other programs: one JSON object a line."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.diagnostic import Diagnostic, Severity
from build_scripts.report.json_lines import as_json
from tests.profiles import cases
from tests.report.findings import ERROR, WARNING, found
from tests.report.test_plain_text import HOSTILE_COMMANDS, is_workflow_command


def test_nothing_to_say_is_nothing() -> None:
    assert as_json([]) == ""


def test_an_object_a_line_with_exactly_these_keys() -> None:
    assert json.loads(as_json([ERROR])) == {
        "path": "annotations/a.yml",
        "line": 3,
        "column": 14,
        "severity": "error",
        "code": "A001",
        "message": "Not there",
        "hint": "One.\nTwo.",
    }
    assert json.loads(as_json([WARNING]))["hint"] == "", "every key is always there"


def test_objects_are_sorted_by_path_then_line_then_column() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 2), ("a", 9, 10), ("a", 9, 1)]
    diagnostics = [Diagnostic(p, line, c, Severity.ERROR, "A001", "m") for p, line, c in places]
    lines = [json.loads(line) for line in as_json(diagnostics).split("\n")]
    assert [(o["path"], o["line"], o["column"]) for o in lines] == sorted(places)


def test_json_is_readable_in_every_script() -> None:
    assert "Лукашэнка" in as_json([found("Лукашэнка")])


@pytest.mark.parametrize("hostile", HOSTILE_COMMANDS)
def test_nothing_quoted_from_a_file_commands_a_workflow(hostile: str) -> None:
    written = as_json([found(hostile, hostile, hostile)])
    assert not is_workflow_command(written)
    read = json.loads(written)
    assert (read["path"], read["message"], read["hint"]) == (hostile, hostile, hostile)


@pytest.mark.parametrize(
    "ending", ["\u2028", "\u2029", "\x85", "\x1c", "\v", "\x9b", "\x7f", "\udc80"]
)
def test_a_finding_is_one_printable_line_for_every_reader(ending: str) -> None:
    written = as_json([found(f"a{ending}b"), found(f"c{ending}")])
    assert len(written.splitlines()) == 2
    assert written.replace("\n", "").isprintable()
    assert json.loads(written.split("\n")[0])["message"] == f"a{ending}b"


@cases(normal=300, long=5_000)
@given(st.text(), st.text())
def test_whatever_is_written_is_read_again(message: str, hint: str) -> None:
    read = json.loads(as_json([found(message, hint)]))
    assert (read["message"], read["hint"]) == (message, hint)
