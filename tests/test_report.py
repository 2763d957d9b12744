"""Diagnostics as people and programs read them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.diagnostic import Diagnostic, Severity
from build_scripts.report.json_lines import as_json
from build_scripts.report.text import as_text, summary
from tests.profiles import cases

ERROR = Diagnostic("annotations/a.yml", 3, 14, Severity.ERROR, "A001", "Not there", "One.\nTwo.")
WARNING = Diagnostic("seeds/b.txt", 1, 1, Severity.WARNING, "S006", "Not used")


def test_a_line_for_each_with_its_hint_indented_below() -> None:
    assert as_text([ERROR, WARNING]) == (
        "annotations/a.yml:3:14: error A001 Not there\n"
        "    One.\n"
        "    Two.\n"
        "\n"
        "seeds/b.txt:1:1: warning S006 Not used"
    )


def test_nothing_to_say_is_nothing() -> None:
    assert (as_text([]), as_json([])) == ("", "")


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
    found = [Diagnostic(p, line, c, Severity.ERROR, "A001", "m") for p, line, c in places]
    lines = [json.loads(line) for line in as_json(found).split("\n")]
    assert [(o["path"], o["line"], o["column"]) for o in lines] == sorted(places)


def test_json_is_readable_in_every_script() -> None:
    assert "Лукашэнка" in as_json([Diagnostic("a", 1, 1, Severity.ERROR, "A001", "Лукашэнка")])


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("a\nb:1:1: error X001 forged", "a<U+000A>b:1:1: error X001 forged"),
        ("a\r\tb", "a<U+000D><U+0009>b"),
        ("a\u2028b\x85", "a<U+2028>b<U+0085>"),
        ("abc\u202edcba", "abc<U+202E>dcba"),
        ("\udc80", "<U+DC80>"),
    ],
)
def test_nothing_quoted_from_a_file_commands_the_terminal(hostile: str, shown: str) -> None:
    found = Diagnostic(
        hostile, 1, 1, Severity.ERROR, "F001", f"Unknown {hostile}", f"Not {hostile}"
    )
    first, *hints = as_text([found]).split("\n")
    assert first == f"{shown}:1:1: error F001 Unknown {shown}"
    if "\n" not in hostile:
        assert hints == [f"    Not {shown}"]


@pytest.mark.parametrize(
    "text", ["Лукашэнка", "שלום", "क्षि", "👨‍👩‍👧", "a\u00adb", "a\u00a0b", "می‌خواهم"]
)
def test_texts_of_every_script_are_shown_as_they_are(text: str) -> None:
    assert text in as_text([Diagnostic("a", 1, 1, Severity.ERROR, "A001", text)])


@cases(normal=300, long=5_000)
@given(st.text(), st.text())
def test_a_diagnostic_is_one_line_and_its_hint_stands_below(message: str, hint: str) -> None:
    found = Diagnostic("a.yml", 1, 1, Severity.ERROR, "F001", message, hint)
    first, *hints = as_text([found]).splitlines()
    assert first.startswith("a.yml:1:1: error F001 ")
    assert all(line.startswith("    ") for line in hints)
    assert len(hints) == len([line for line in hint.split("\n") if line])
    assert json.loads(as_json([found]))["message"] == message


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([], "no faults found"),
        ([ERROR], "1 error in 1 file"),
        ([WARNING, ERROR, ERROR], "2 errors, 1 warning in 2 files"),
        ([WARNING, WARNING], "2 warnings in 1 file"),
    ],
)
def test_the_summary_counts(found: list[Diagnostic], words: str) -> None:
    assert summary(found) == words
