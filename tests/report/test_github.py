"""Findings as workflow commands of GitHub Actions."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_scripts.report.github import as_github
from tests.profiles import cases
from tests.report.findings import ERROR, HINT, WARNING, found
from tests.report.runner import Command, obeyed
from tests.report.test_plain_text import HOSTILE_COMMANDS


def test_a_command_for_each_finding_errors_first_and_hints_as_notices() -> None:
    error, warning, notice = as_github([HINT, WARNING, ERROR]).split("\n")
    assert error == (
        "::error file=annotations/a.yml,line=3,col=14,"
        "title=A001%3A The quotation does not occur in the text::Not there%0AOne.%0ATwo."
    )
    assert warning == (
        "::warning file=seeds/b.txt,line=2,col=1,"
        "title=S009%3A The parts of a reading leave out paragraphs%2C or are out of order"
        "::Not used"
    )
    assert notice == (
        "::notice file=annotations/a.yml,line=1,col=1,"
        "title=G005%3A A form of a term is never found::Not found%0ALook."
    )


def test_nothing_to_say_is_nothing() -> None:
    assert as_github([]) == ""


def test_paths_start_at_the_repository() -> None:
    assert "file=examples/tales/annotations/a.yml," in as_github([ERROR], "examples/tales")


@pytest.mark.parametrize("path", ["/srv/site/index.html", "C:/site/index.html"])
def test_the_path_of_a_file_outside_stays_as_it_is(path: str) -> None:
    (command,) = obeyed(as_github([found(path=path)], "examples"))
    assert command.properties["file"] == path


def test_the_runner_reads_back_what_was_meant() -> None:
    awkward = "100% of a, b: c::d %0A"
    assert obeyed(as_github([found(awkward, awkward, awkward)])) == [
        Command(
            "error",
            {
                "file": awkward,
                "line": "1",
                "col": "1",
                "title": "A001: The quotation does not occur in the text",
            },
            f"{awkward}\n{awkward}",
        )
    ]


@pytest.mark.parametrize("hostile", ["a\nb", "a\rb", *HOSTILE_COMMANDS])
def test_contributed_text_adds_no_command(hostile: str) -> None:
    (command,) = obeyed(as_github([found(hostile, hostile, hostile)]))
    assert command.name == "error"
    assert command.properties.keys() == {"file", "line", "col", "title"}
    assert (command.properties["line"], command.properties["col"]) == ("1", "1")


@cases(normal=500, long=10_000)
@given(st.text(), st.text(), st.text(min_size=1))
@example("\x85::error::", "\u2028::error::", "::error::")
def test_no_text_adds_a_command(message: str, hint: str, path: str) -> None:
    commands = obeyed(as_github([found(message, hint, path)] * 2))
    assert [command.name for command in commands] == ["error", "error"]
    assert all(command.properties["line"] == "1" for command in commands)
