"""The projects in examples/: other texts, the same generator, each with a frame of its own."""

import shutil
from pathlib import Path

import pytest

from build_scripts.cli import main
from tests.mkdocs_runs import mkdocs_build

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted(path.parent for path in (PROJECT / "examples").glob("*/mkdocs.yml"))


def fresh_copy(project: Path, folder: Path) -> Path:
    """A copy as a clone has it: without anything generated."""
    copy = folder / project.name
    generated = shutil.ignore_patterns("readings", "glossary", "timeline", "overview", "assets")
    shutil.copytree(project / "docs", copy / "docs", ignore=generated)
    for name in ("annotations", "seeds"):
        shutil.copytree(project / name, copy / name)
    shutil.copy(project / "mkdocs.yml", copy)
    return copy


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda example: example.name)
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh copy of an example."""
    return fresh_copy(request.param, tmp_path_factory.mktemp("examples"))


def test_there_are_examples() -> None:
    assert EXAMPLES


def test_nothing_is_to_be_said_of_it(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--strict", "--root", str(example)]) == 0
    assert "no faults found" in capsys.readouterr().err


def test_every_character_of_its_texts_is_on_its_site(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built = mkdocs_build(example, "--strict")
    assert built.returncode == 0, built.stderr

    assert main(["verify", "--root", str(example)]) == 0

    readings = len(list((example / "annotations" / "readings").iterdir()))
    printed = capsys.readouterr()
    assert f"{readings} readings" in printed.out + printed.err
    assert "all as in the source" in printed.out + printed.err


def test_right_to_left_verse_and_articles_in_one_collection(tmp_path: Path) -> None:
    root = fresh_copy(PROJECT / "examples" / "short-texts", tmp_path)

    assert main(["build", "--root", str(root)]) == 0

    pages = root / "docs" / "readings"
    hebrew = (pages / "bereshit" / "index.md").read_text(encoding="utf-8")
    assert '<div class="reading" data-reading="bereshit" lang="he" dir="rtl">' in hebrew
    assert (
        '<a href="../genesis/#p2"><q lang="en" dir="ltr">without form, and void</q></a>' in hebrew
    )
    sonnet = (pages / "sonnet-146" / "index.md").read_text(encoding="utf-8")
    assert sonnet.count('class="verse"') == 4
    rights = (pages / "bill-of-rights" / "index.md").read_text(encoding="utf-8")
    assert rights.count("<h2 id=") >= 10
