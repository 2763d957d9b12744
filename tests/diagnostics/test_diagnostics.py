"""Every mistake, and what the command says of it: see `tests.diagnostics.cases`."""

import shutil
from pathlib import Path

import pytest

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Severity
from tests.diagnostics import cases, renew
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


# The tool that renews them


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one case of its own, whose expected output is not written yet."""
    case = tmp_path / "F001" / "misspelt"
    shutil.copytree(HERE / "F001" / "misspelt", case)
    (case / "expected.txt").unlink()
    monkeypatch.setattr(cases, "HERE", tmp_path)
    return case


def test_renewing_writes_what_is_missing_and_says_what_has_changed(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert renew.main(["F001"]) == 0
    written = (copied / "expected.txt").read_bytes()
    assert written == (HERE / "F001" / "misspelt" / "expected.txt").read_bytes()
    printed = capsys.readouterr().out
    assert printed.startswith("--- F001/misspelt\n")
    assert "+readings: 1 error in 1 file\n" in printed

    assert renew.main([]) == 0
    assert capsys.readouterr().out == "", "nothing has changed since"


def test_renewing_complains_of_a_case_that_does_not_show_its_code(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copied.parent.rename(copied.parent.with_name("F002"))
    assert renew.main(["F002/misspelt"]) == 1
    assert capsys.readouterr().err == "F002/misspelt: finds ['F001'], not this code once\n"


def test_renewing_a_case_that_is_not_there(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert renew.main(["F001", "F999"]) == 2
    assert "F999" in capsys.readouterr().err
    assert not (copied / "expected.txt").exists()
