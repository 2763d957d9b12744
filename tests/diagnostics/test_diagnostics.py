"""Every mistake, and what the command says of it: see `tests.diagnostics.cases`."""

from pathlib import Path

import pytest

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Severity
from tests.diagnostics.cases import FINDING, HERE, all_cases, findings, name, run

CASES = all_cases()


@pytest.mark.parametrize("case", CASES, ids=name)
def test_the_mistake_is_reported_at_its_place_and_nothing_else(case: Path) -> None:
    outcome = run(case)

    assert outcome.printed == (case / "expected.txt").read_text(encoding="utf-8")
    found = list(findings(outcome.printed))
    assert [finding.code for finding in found] == [case.parent.name], "one mistake, one finding"
    assert outcome.status == (1 if found[0].severity == Severity.ERROR else 0)


def test_there_is_a_case_for_every_code_and_for_no_other() -> None:
    assert {case.parent.name for case in CASES} == {code.value for code in Code}


def test_every_folder_here_is_a_case() -> None:
    folders = {
        folder
        for folder in HERE.glob("*/*")
        if folder.is_dir() and folder.parent.name != "__pycache__"
    }
    assert folders == set(CASES)


@pytest.mark.parametrize("case", CASES, ids=name)
def test_messages_are_one_sentence_without_a_full_stop(case: Path) -> None:
    for line in (case / "expected.txt").read_text(encoding="utf-8").split("\n"):
        if FINDING.fullmatch(line):
            assert not line.endswith((".", "!", "?", ":", " ")), line
