"""A folder to a collection: what is read, from where, and what one fault says of the rest."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

import pytest

from build_scripts import pipeline
from build_scripts.model.line_and_column import Origin
from build_scripts.read.project import read_project
from tests.read.projects import READING_PATH, SOURCE_PATH, write_project

NOTES = "annotations/readings/tale/notes.yml"
NOTE = "  - {id: %s, target: {exact: a king}, body: The first one.}\n"
TERM = "term: king\ndefinition: A ruler.\n"


def codes(root: Path, files: dict[str, str | bytes]) -> list[str]:
    """``path: CODE`` of every fault of a project, merged and all."""
    found = pipeline.check(write_project(root, files)).diagnostics
    return [f"{diagnostic.path}: {diagnostic.code}" for diagnostic in found]


# What is read


def test_every_kind_is_read_from_its_place(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "annotations/site.yml": "drafts: publish\nlinking: all\n",
        "annotations/glossary/king.yml": TERM,
        NOTES: "notes:\n" + NOTE % "king",
        "annotations/readings/tale/a/b/c.yml": (
            "corrections:\n"
            "  - {id: frog, target: {exact: frog}, reading: toad, certainty: conjecture}\n"
            "cross_references:\n"
            "  - {id: king, target: {exact: a king}, refers_to: {term: king}, relation: explains}\n"
            "mentions:\n  - {target: {exact: a king}, term: king}\n"
            "formatting:\n  - {target: {exact: Once}, as: small-capitals}\n"
        ),
        "annotations/timeline.yml": "events:\n  - {id: wedding, date: 1812, title: Wedding}\n",
        "annotations/any/where.yml": "references:\n  - {id: grimm, type: book, title: Tales}\n",
    }
    project, diagnostics = read_project(write_project(tmp_path, files))

    assert diagnostics == ()
    collection = project.collection
    assert collection.settings.publish_drafts
    (reading,) = collection.readings
    assert [note.id for note in reading.notes] == ["king"]
    assert [correction.reading for correction in reading.corrections] == ["toad"]
    assert [reference.id for reference in reading.cross_references] == ["king"]
    assert [mention.term for mention in reading.mentions] == ["king"]
    assert [formatting.style.value for formatting in reading.formatting] == ["small-capitals"]
    assert [term.id for term in collection.terms] == ["king"]
    assert [event.id for event in collection.events] == ["wedding"]
    assert [reference.id for reference in collection.references] == ["grimm"]


def test_events_and_references_may_stand_beside_the_notes(tmp_path: Path) -> None:
    text = "references:\n  - {id: grimm, type: book}\nnotes:\n" + NOTE % "king"
    project, diagnostics = read_project(write_project(tmp_path, {NOTES: text}))
    assert diagnostics == ()
    assert [reference.id for reference in project.collection.references] == ["grimm"]


@pytest.mark.parametrize(
    "path",
    [
        "annotations/schema/note.schema.yml",
        "annotations/.notes.yml.swp",
        "annotations/.hidden.yml",
        "annotations/.obsidian/workspace.yml",
        "annotations/README.md",
        "annotations/readings/tale/notes.yml~",
        "annotations/readings/tale/LICENSE",
    ],
)
def test_other_files_are_left_alone(tmp_path: Path, path: str) -> None:
    assert codes(tmp_path, {path: "[broken"}) == []


@pytest.mark.parametrize("ending", ["yaml", "YML", "Yaml", "json", "txt", "yml.txt"])
def test_files_that_would_be_passed_over_are_pointed_out(tmp_path: Path, ending: str) -> None:
    path = f"annotations/notes.{ending}"
    assert codes(tmp_path, {path: "notes: []\n"}) == [f"{path}: Y005"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "notes: []\n"])
def test_an_annotation_file_may_be_empty(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, {NOTES: text, "annotations/timeline.yml": text[:15]}) == [
        *(["annotations/timeline.yml: F007"] if text.startswith("notes") else [])
    ]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_a_term_and_a_reading_may_not_be_empty(tmp_path: Path, text: str) -> None:
    files: dict[str, str | bytes] = {
        "annotations/glossary/king.yml": text,
        READING_PATH: text,
        SOURCE_PATH: "",
    }
    root = write_project(tmp_path, files)
    (root / SOURCE_PATH).unlink()
    found = pipeline.check(root).diagnostics
    assert [(d.path, d.code) for d in found] == [
        ("annotations/glossary/king.yml", "F002"),
        (READING_PATH, "F002"),
    ]


def test_a_project_may_have_sources_only(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "tale.txt").write_text("Once.", encoding="utf-8")
    found = pipeline.check(tmp_path).diagnostics
    assert [(d.path, d.code) for d in found] == [("seeds/tale.txt", "S006")]


# Order


def test_the_order_of_files_and_entries_changes_nothing(
    project_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "project"
    for folder in ("seeds", "annotations"):
        shutil.copytree(project_copy / folder, root / folder)
    expected = [*_values(read_project(root)[0].collection)]
    assert len(expected) > 1_000, "there is something to compare"
    listed = Path.rglob
    dice = random.Random(1)

    def shuffled(self: Path, pattern: str) -> list[Path]:
        found = [*listed(self, pattern)]
        dice.shuffle(found)
        return found

    monkeypatch.setattr(Path, "rglob", shuffled)
    for _ in range(5):
        assert [*_values(read_project(root)[0].collection)] == expected


def _values(value: object) -> Iterator[object]:
    """All plain values inside a value, in order, with their places."""
    if isinstance(value, Origin):
        yield value.document.path, value.offset
    elif isinstance(value, Enum) or value is None:
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _values(getattr(value, field.name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _values(inner)
    else:
        yield value


def test_diagnostics_are_the_same_whichever_file_is_read_first(tmp_path: Path) -> None:
    one, other = NOTES, NOTES.replace("notes.yml", "more.yml")
    for first, second in ((one, other), (other, one)):
        root = tmp_path / first.rpartition("/")[2]
        write_project(root, {first: "notes:\n" + NOTE % "king"})
        assert codes(root, {second: "notes:\n" + NOTE % "king"}) == [f"{one}: F006"]


# Places


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("annotations/notes.yml", "notes:\n" + NOTE % "king", "F007"),
        ("annotations/readings/notes.yml", "notes:\n" + NOTE % "king", "F007"),
        ("annotations/readings/other/notes.yml", "notes: []\n", "F007"),
        ("annotations/king.yml", TERM, "F007"),
        ("annotations/glossary/rulers/king.yml", TERM, "F007"),
        ("annotations/readings/tale/king.yml", TERM, "F007"),
        ("annotations/readings/tale/deep/reading.yml", "title: T\nsource: {file: x}\n", "F007"),
        ("annotations/glossary/King.yml", TERM, "F005"),
        ("annotations/glossary/königin.yml", TERM, "F005"),
    ],
)
def test_what_lies_in_the_wrong_place_is_one_fault(
    tmp_path: Path, path: str, text: str, code: str
) -> None:
    assert codes(tmp_path, {path: text}) == [f"{path}: {code}"]


# One mistake, one fault

CITING = "notes:\n  - {id: king, target: {exact: a king}, body: The first., sources: [grimm]}\n"
REFERRING = """\
cross_references:
  - {id: king, target: {exact: a king}, refers_to: {event: wedding}, relation: explains}
  - {id: frog, target: {exact: frog}, refers_to: {term: king}, relation: explains}
"""
GRIMM = "references:\n  - {id: grimm, type: book, issued: 1812, publisher: P}\n"
WEDDING = "events:\n  - {id: wedding, date: 1812, title: The wedding}\n"


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ({"annotations/sources.yml": GRIMM + "x: [\n"}, "annotations/sources.yml: Y001"),
        ({"annotations/sources.yml": GRIMM.encode() + b"\xff"}, "annotations/sources.yml: Y006"),
        (
            {"annotations/sources.yml": GRIMM.replace("book", "book, URL: x")},
            "annotations/sources.yml: F003",
        ),
        (
            {"annotations/sources.yml": GRIMM.replace("references", "refrences")},
            "annotations/sources.yml: F001",
        ),
        (
            {"annotations/sources.yml": GRIMM.replace("type: book", "colour: red")},
            "annotations/sources.yml: F002 annotations/sources.yml: F001",
        ),
        (
            {
                "annotations/sources.yml": GRIMM.replace("- {", "")
                .replace("}", "")
                .replace(", ", "\n  ")
            },
            "annotations/sources.yml: F003",
        ),
        ({"annotations/timeline.yml": WEDDING + "x: 'y\n"}, "annotations/timeline.yml: Y001"),
        (
            {"annotations/timeline.yml": WEDDING.replace("1812", "then")},
            "annotations/timeline.yml: F003",
        ),
        ({"annotations/glossary/king.yml": "term: [\n"}, "annotations/glossary/king.yml: Y001"),
        ({"annotations/glossary/king.yml": "term: king\n"}, "annotations/glossary/king.yml: F002"),
    ],
)
def test_what_refers_to_a_broken_file_is_not_at_fault(
    tmp_path: Path, broken: dict[str, str | bytes], fault: str
) -> None:
    whole: dict[str, str | bytes] = {
        "annotations/sources.yml": GRIMM,
        "annotations/timeline.yml": WEDDING,
        "annotations/glossary/king.yml": TERM,
        NOTES: CITING,
        "annotations/readings/tale/cross_references.yml": REFERRING,
    }
    assert codes(tmp_path / "whole", whole) == []
    assert " ".join(codes(tmp_path / "broken", whole | broken)) == fault


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: 'A tale\nsource: {file: seeds/tale.txt}\nlanguage: en\n", "Y001"),
        ("title: A tale\nsource: {file: seeds/tale.txt}\n", "F002"),
        ("title: A tale\nsource: seeds/tale.txt\nlanguage: en\n", "F003"),
        ("title: A tale\nsource: {file: seeds/tail.txt}\nlanguage: en\n", "S005"),
    ],
)
def test_a_broken_reading_yml_does_not_make_its_source_or_its_notes_faulty(
    tmp_path: Path, text: str, code: str
) -> None:
    files: dict[str, str | bytes] = {
        READING_PATH: text,
        NOTES: "notes:\n" + NOTE % "king",
        "annotations/timeline.yml": WEDDING.replace("}", ", passages: [{reading: tale}]}"),
    }
    assert codes(tmp_path, files) == [f"{READING_PATH}: {code}"]


def test_a_fault_in_one_entry_does_not_hide_those_of_the_next(tmp_path: Path) -> None:
    text = (
        "notes:\n"
        "  - {id: King, target: {exact: a king}, body: A.}\n"
        "  - {id: frog, target: {exact: a toad}, body: B.}\n"
    )
    found = pipeline.check(write_project(tmp_path, {NOTES: text})).diagnostics
    assert [(d.line, d.code) for d in found] == [(2, "F005"), (3, "A001")]
