"""The projects in examples/: other texts, the same generator, each with a frame of its own."""

from pathlib import Path

import pytest

from build_scripts.cli import main
from tests.example_projects import EXAMPLES, fresh_copy

(SHORT_TEXTS,) = (project for project in EXAMPLES if project.name == "short-texts")


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda example: example.name)
def example(request: pytest.FixtureRequest, example_sites: list[Path]) -> Path:
    """A copy of an example, with its built site."""
    (site,) = (site for site in example_sites if site.parent.name == request.param.name)
    return site.parent


def test_there_are_examples() -> None:
    assert EXAMPLES


def test_nothing_is_to_be_said_of_it(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--strict", "--root", str(example)]) == 0
    assert "no faults found" in capsys.readouterr().err


def test_every_character_of_its_texts_is_on_its_site(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", "--root", str(example)]) == 0

    readings = len(list((example / "annotations" / "readings").iterdir()))
    printed = capsys.readouterr()
    assert f"{readings} readings" in printed.out + printed.err
    assert "all as in the source" in printed.out + printed.err


def test_right_to_left_verse_and_articles_in_one_collection(tmp_path: Path) -> None:
    root = fresh_copy(SHORT_TEXTS, tmp_path)

    assert main(["build", "--root", str(root)]) == 0

    pages = root / "docs" / "readings"
    hebrew = (pages / "bereshit" / "index.md").read_text(encoding="utf-8")
    assert '<div class="reading" data-reading="bereshit" lang="he" dir="rtl">' in hebrew
    assert (
        '<a href="../genesis/#p2"><q lang="en" dir="ltr">without form, and void</q></a>' in hebrew
    )
    sonnet = (pages / "sonnet-146" / "index.md").read_text(encoding="utf-8")
    assert sonnet.count('class="verse ') == 4
    rights = (pages / "bill-of-rights" / "index.md").read_text(encoding="utf-8")
    assert rights.count("<h2 id=") >= 10
