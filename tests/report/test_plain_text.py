"""Findings for people."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.codes import WHOLE_FILE, Code
from build_scripts.model.diagnostic import Diagnostic, Severity
from build_scripts.report.plain_text import as_text, summary
from tests.profiles import cases
from tests.report.findings import ERROR, HINT, WARNING, found

FILES = {
    "annotations/a.yml": ("notes:", "", "  - target: {exact: King}"),
    "seeds/b.txt": ("One.", "Two."),
}


def lines_of(path: str) -> tuple[str, ...]:
    return FILES.get(path, ())


def test_the_place_and_the_message_in_a_line_then_the_line_quoted_then_the_hint() -> None:
    assert as_text([ERROR], lines_of) == (
        "annotations/a.yml:3:14: error A001 Not there\n"
        "    3 |   - target: {exact: King}\n"
        "      |              ^\n"
        "    One.\n"
        "    Two."
    )


def test_findings_are_grouped_by_file_with_a_blank_line_between_files() -> None:
    assert as_text([ERROR, WARNING, HINT]) == (
        "annotations/a.yml:3:14: error A001 Not there\n"
        "    One.\n"
        "    Two.\n"
        "annotations/a.yml:1:1: hint G005 Not found\n"
        "    Look.\n"
        "\n"
        "seeds/b.txt:2:1: warning S009 Not used"
    )


def test_nothing_to_say_is_nothing() -> None:
    assert as_text([]) == ""


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ("annotations/missing.yml", 1, 1),
        ("annotations/a.yml", 2, 1),  # an empty line
        ("annotations/a.yml", 4, 1),  # the file has become shorter
        ("annotations/a.yml", 1, 8),  # or the line
    ],
)
def test_what_cannot_be_quoted_is_not_quoted(path: str, line: int, column: int) -> None:
    diagnostic = Diagnostic(path, line, column, Severity.ERROR, "A001", "Not there", "One.")
    first = f"{path}:{line}:{column}: error A001 Not there"
    assert as_text([diagnostic], lines_of) == f"{first}\n    One."


def test_a_finding_about_a_file_as_such_quotes_nothing_of_it() -> None:
    code = Code.SOURCE_UNUSED
    assert code.value in WHOLE_FILE
    at_the_beginning = Diagnostic("seeds/b.txt", 1, 1, code.severity, code.value, "Not used")
    in_the_text = Diagnostic("seeds/b.txt", 2, 1, code.severity, code.value, "Not used")
    assert "|" not in as_text([at_the_beginning], lines_of)
    assert "    2 | Two.\n" in as_text([in_the_text], lines_of)


def test_colours_of_a_terminal() -> None:
    assert as_text([ERROR, WARNING, HINT], lines_of, is_coloured=True) == (
        "\x1b[1mannotations/a.yml:3:14:\x1b[0m \x1b[1;31merror\x1b[0m A001 Not there\n"
        "    3 |   - target: {exact: King}\n"
        "      |              \x1b[1;31m^\x1b[0m\n"
        "    One.\n"
        "    Two.\n"
        "\x1b[1mannotations/a.yml:1:1:\x1b[0m \x1b[1;36mhint\x1b[0m G005 Not found\n"
        "    1 | notes:\n"
        "      | \x1b[1;36m^\x1b[0m\n"
        "    Look.\n"
        "\n"
        "\x1b[1mseeds/b.txt:2:1:\x1b[0m \x1b[1;33mwarning\x1b[0m S009 Not used\n"
        "    2 | Two.\n"
        "      | \x1b[1;33m^\x1b[0m"
    )


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
    diagnostic = found(f"Unknown {hostile}", f"Not {hostile}", hostile)
    first, *hints = as_text([diagnostic], lambda path: [hostile]).split("\n")
    assert first == f"{shown}:1:1: error A001 Unknown {shown}"
    if "\n" not in hostile:
        assert hints[-1] == f"    Not {shown}"


HOSTILE_COMMANDS = [
    "::error file=a.yml::forged",
    "  ::set-output name=a::b",
    "\u00a0::stop-commands::x",
    "\v::add-mask::a",
    "x ##[add-matcher]evil.json",
    "###[group]x",
    "##vso[task.setvariable variable=a]b",
    "x ##teamcity[publishArtifacts 'x']",
]


def is_workflow_command(line: str) -> bool:
    """Whether a runner of GitHub, Azure or TeamCity would obey a line of a log."""
    return line.strip().startswith("::") or re.search(r"##\w*\[", line) is not None


@pytest.mark.parametrize("hostile", HOSTILE_COMMANDS)
def test_nothing_quoted_from_a_file_commands_a_workflow(hostile: str) -> None:
    assert is_workflow_command(hostile)
    diagnostic = found(hostile, f"Look:\n{hostile}", hostile)
    for line in as_text([diagnostic], lambda path: [hostile]).split("\n"):
        assert not is_workflow_command(line)


@pytest.mark.parametrize(
    "text",
    ["Лукашэнка", "שלום", "क्षि", "👨‍👩‍👧", "a\u00adb", "a\u00a0b", "می‌خواهم", "a::b", "## [a]"],
)
def test_texts_of_every_script_are_shown_as_they_are(text: str) -> None:
    assert text in as_text([found(text)])


@cases(normal=300, long=5_000)
@given(st.text(), st.text(), st.text())
def test_a_diagnostic_is_one_line_and_all_else_is_indented_below(
    message: str, hint: str, quoted: str
) -> None:
    first, *others = as_text([found(message, hint)], lambda path: [quoted]).splitlines()
    assert first.startswith("a.yml:1:1: error A001 ")
    assert all(line.startswith("    ") for line in others)
    is_quoted = 2 if quoted.strip() else 0
    assert len(others) == is_quoted + len([line for line in hint.split("\n") if line])
    for line in (first, *others):
        assert not is_workflow_command(line)
        assert {unicodedata.category(character) for character in line}.isdisjoint({"Cc", "Cs"})


@pytest.mark.parametrize(
    ("diagnostics", "words"),
    [
        ([], "no faults found"),
        ([ERROR], "1 error in 1 file"),
        ([WARNING, ERROR, ERROR], "2 errors, 1 warning in 2 files"),
        ([WARNING, WARNING], "2 warnings in 1 file"),
        ([HINT, WARNING, ERROR], "1 error, 1 warning, 1 hint in 2 files"),
    ],
)
def test_the_summary_counts(diagnostics: list[Diagnostic], words: str) -> None:
    assert summary(diagnostics) == words
