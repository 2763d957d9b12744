"""Every mistake, and what the command says of it.

Each folder ``<CODE>/<mistake>/`` holds one mistake that a contributor can make: a small
``project/`` and, in ``expected.txt``, all that the command prints. The mistake is reported at its
place, and nothing is reported that only follows from it. The command is ``check`` unless a
``case.yml`` names another one.
"""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from build_scripts.cli import main
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Severity

HERE = Path(__file__).parent
CASES = sorted(expected.parent for expected in HERE.glob("*/*/expected.txt"))
FINDING = re.compile(r"\S.*?:\d+:\d+: (error|warning|hint) (\w+) .+")


def name(case: Path) -> str:
    return case.relative_to(HERE).as_posix()


def command(case: Path) -> str:
    settings = case / "case.yml"
    if not settings.is_file():
        return "check"
    return str(yaml.safe_load(settings.read_text(encoding="utf-8"))["command"])


@pytest.mark.parametrize("case", CASES, ids=name)
def test_the_mistake_is_reported_at_its_place_and_nothing_else(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "project"
    shutil.copytree(case / "project", project)

    status = main([command(case), "--root", str(project)])

    printed = capsys.readouterr()
    expected = (case / "expected.txt").read_text(encoding="utf-8")
    assert printed.out + printed.err == expected
    findings = [match.groups() for match in map(FINDING.fullmatch, expected.split("\n")) if match]
    assert [code for _, code in findings] == [case.parent.name], "one mistake, one finding"
    assert status == (1 if findings[0][0] == Severity.ERROR else 0)


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
