"""`readings stats`: the figures of a small project, counted by hand."""

import json
import re
from pathlib import Path

import pytest

from build_scripts import pipeline
from build_scripts.cli import main
from build_scripts.stats.count import count
from build_scripts.stats.figures import CollectionFigures, TextFigures, Work
from build_scripts.stats.table import table
from tests.read.projects import PINNED_READING, READING_PATH, write_project

Capture = pytest.CaptureFixture[str]

FOLDER = "annotations/readings/tale"
FILES: dict[str, str | bytes] = {
    READING_PATH: PINNED_READING,
    f"{FOLDER}/notes.yml": """
notes:
  - {id: king, target: {exact: a king}, body: A., sources: [grimm], creator: Ada}
  - {id: frog, target: {exact: a frog}, body: B., status: draft, creator: Ada}
  - {id: all, target: {reading: true}, body: C., status: reviewed, creator: [Otto, Otto]}
cross_references:
  - id: same
    target: {exact: Once upon a time}
    refers_to: {reading: east, exact: 東京}
    relation: contrasts
    body: D.
    sources: [grimm, grimm]
corrections:
  - {id: slip, target: {exact: a frog}, reading: a fog, certainty: likely, status: disputed}
questions:
  - {id: why, body: Q., hint: R., status: reviewed, sources: [perrault], creator: Ada}
mentions:
  - {target: {exact: daughter}, term: princess}
formatting:
  - {target: {exact: Once}, as: emphasis}
""",
    "seeds/east.txt": "東京で会った。\n\nThe king came, too.\n",
    "annotations/readings/east/reading.yml": (
        "title: In the east\nsource: {file: seeds/east.txt}\nlanguage: ja\nversion_of: tale\n"
        "introduction: {body: Before., sources: [grimm, perrault], creator: Ivo}\n"
        "further_reading: [grimm, perrault]\n"
    ),
    "annotations/glossary/king.yml": (
        "term: king\ndefinition: E.\nlinking: once\ncreator: [Ivo, Otto]\n"
    ),
    "annotations/glossary/princess.yml": (
        "term: princess\ndefinition: F.\nsources: [perrault]\ncoordinates: 48.8, 2.12\n"
    ),
    "annotations/glossary/ogre.yml": "term: ogre\ndefinition: G.\nstatus: draft\n",
    "annotations/timeline.yml": "events:\n  - {id: war, date: 1812, title: The war, body: H.}\n",
    "annotations/sources.yml": """
references:
  - {id: grimm, type: book, title: Tales, publisher: P, issued: 1812}
  - {id: perrault, type: book, title: More, publisher: P, issued: 1697}
  - {id: unused, type: book, title: None, publisher: P, issued: 1900}
""",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path, FILES)


@pytest.fixture
def figures(root: Path) -> CollectionFigures:
    return count(pipeline.check(root, with_drafts=True).merged.collection)


def test_texts_are_counted(figures: CollectionFigures) -> None:
    east, tale = figures.readings

    # The tale has 17 words; a king, the king and (by a mention) the daughter are places of terms.
    assert (tale.id, tale.title) == ("tale", "A tale")
    assert tale.text == TextFigures(
        paragraphs=3, words=17, characters=0, annotated=3, places=3, links=2
    )
    assert east.text == TextFigures(
        paragraphs=2, words=4, characters=6, annotated=2, places=1, links=1
    )
    assert figures.text == TextFigures(
        paragraphs=5, words=21, characters=6, annotated=5, places=4, links=3
    )


def test_a_note_on_the_whole_reading_is_on_no_paragraph(tmp_path: Path) -> None:
    note = "notes:\n  - {id: all, target: {reading: true}, body: A.}\n"
    root = write_project(tmp_path, {f"{FOLDER}/notes.yml": note})

    (tale,) = count(pipeline.check(root).merged.collection).readings

    assert (tale.work.notes, tale.text.annotated) == (1, 0)


def test_work_is_counted_by_kind_and_by_status(figures: CollectionFigures) -> None:
    _, tale = figures.readings

    assert tale.work == Work(
        notes=3,
        cross_references=1,
        corrections=1,
        questions=1,
        mentions=1,
        formatting=1,
        without_sources=2,
        drafts=1,
        reviewed=2,
        disputed=1,
    )
    assert figures.work == tale.work
    assert (figures.entry_drafts, figures.entry_reviewed, figures.entry_disputed) == (2, 2, 1)


def test_terms_sources_and_contributors_are_ranked(figures: CollectionFigures) -> None:
    assert (figures.terms, figures.events, figures.sources) == (3, 1, 3)
    assert (figures.places, figures.comparisons) == (1, 1)
    assert figures.term_places == (("king", 3), ("princess", 1))
    assert figures.terms_without_place == ("ogre",)
    assert figures.citations == (("grimm", 4), ("perrault", 4))
    assert figures.sources_never_cited == ("unused",)
    assert figures.contributors == (("Ada", 3), ("Ivo", 2), ("Otto", 2))
    assert figures.without_creator == 5


def test_the_command_prints_tables(root: Path, capsys: Capture) -> None:
    assert main(["stats", "--root", str(root)]) == 0

    printed = capsys.readouterr().out
    assert re.search(r"^Reading +paragraphs +words +characters +annotated +share ", printed)
    assert re.search(r"^tale +3 +17 +0 +3 +100% +3 +2$", printed, flags=re.MULTILINE)
    assert re.search(r"^places on the map +1$", printed, flags=re.MULTILINE)
    assert "Terms that stand in no reading\n  ogre\n" in printed
    assert "Sources that nothing cites\n  unused\n" in printed


def test_the_command_prints_json_that_is_the_same_each_time(root: Path, capsys: Capture) -> None:
    printed = []
    for _ in range(2):
        assert main(["stats", "--format", "json", "--root", str(root)]) == 0
        printed.append(capsys.readouterr().out)

    assert printed[0] == printed[1]
    figures = json.loads(printed[0])
    assert [*figures] == sorted(figures)
    assert figures["citations"] == {"grimm": 4, "perrault": 4}
    assert figures["readings"][1]["text"]["words"] == 17


def test_what_has_errors_is_told(tmp_path: Path, capsys: Capture) -> None:
    note = "notes:\n  - {id: king, target: {exact: a kink}, body: A.}\n"
    root = write_project(tmp_path, {f"{FOLDER}/notes.yml": note})

    assert main(["stats", "--root", str(root)]) == 1

    printed = capsys.readouterr()
    assert "A001" in printed.err
    assert "tale" in printed.out


def test_a_project_without_readings_has_figures(tmp_path: Path) -> None:
    (tmp_path / "annotations").mkdir()

    figures = count(pipeline.check(tmp_path).merged.collection)

    assert (figures.readings, figures.text, figures.work) == ((), TextFigures(), Work())


def test_columns_stand_below_one_another_in_every_script() -> None:
    assert table(["Name", "uses"], [["東京", "12"], ["e\u0301", "3"]]) == (
        "Name  uses\n東京    12\ne\u0301        3"
    )
