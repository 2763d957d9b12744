"""The golden cases: each is a small project with the Markdown and the HTML that it becomes."""

from pathlib import Path

import pytest

from tests.render.golden import CASES, Case, load, output


@pytest.fixture(params=sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> Case:
    path: Path = request.param
    return load(path)


def test_a_project_becomes_what_its_case_says(case: Case) -> None:
    found = output(case)
    expected = case["expected"]
    assert found.keys() == expected.keys()
    for page, shown in found.items():
        assert shown.keys() == expected[page].keys()
        for name, content in shown.items():
            assert content.split("\n") == expected[page][name].rstrip("\n").split("\n"), name
