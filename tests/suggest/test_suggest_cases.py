"""The golden cases: each is a small project with all that is proposed for its text."""

from pathlib import Path

import pytest

from build_scripts import pipeline
from build_scripts.model.diagnostic import has_errors
from tests.render.golden import Case, write_project
from tests.suggest.golden import CASES, load, output, paste


@pytest.fixture(params=sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> Case:
    path: Path = request.param
    return load(path)


def test_what_is_proposed_is_what_its_case_says(case: Case) -> None:
    assert output(case) == case["expected"]


def test_all_proposals_of_a_run_can_be_pasted_together(case: Case, tmp_path: Path) -> None:
    write_project(case, tmp_path)
    before = pipeline.check(tmp_path, with_drafts=True).diagnostics
    assert not has_errors(before)

    paste(tmp_path, case["expected"])

    after = pipeline.check(tmp_path, with_drafts=True).diagnostics
    assert {found.message for found in after} <= {found.message for found in before}
