"""The stages in their order, on this project's own readings and on small ones."""

import os
import random
from pathlib import Path

import pytest

from build_scripts import pipeline
from build_scripts.model.diagnostic import Severity
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.read.files import folder_listing
from tests.read.projects import write_project

NOTES = "annotations/readings/tale/notes.yml"
NOTE = "notes:\n  - {id: king, target: {exact: a king}, body: The first one.}\n"


def test_this_project_has_no_errors(project_copy: Path) -> None:
    found = pipeline.check(project_copy).diagnostics

    assert [one for one in found if one.severity is Severity.ERROR] == []


def test_the_order_in_which_files_are_listed_changes_no_byte(
    project_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def planned() -> list[tuple[str, bytes]]:
        plan = pipeline.plan(pipeline.check(project_copy), SiteConfiguration())
        return [(file.path, file.content) for file in plan.rendered().files]

    expected = planned()
    assert len(expected) > 5
    listed = folder_listing.entries
    dice = random.Random(2)
    folders: list[Path] = []

    def shuffled(folder: Path) -> list[os.DirEntry[str]]:
        folders.append(folder)
        found = listed(folder)
        dice.shuffle(found)
        return found

    monkeypatch.setattr(folder_listing, "entries", shuffled)
    for _ in range(3):
        assert planned() == expected
    assert folders


def test_every_body_is_rendered(project_copy: Path) -> None:
    checked = pipeline.check(project_copy)
    collection = checked.merged.collection
    bodies = [
        *(note.body for annotated in collection.readings for note in annotated.reading.notes),
        *(term.definition for term in collection.terms),
        *(placed.event.body for placed in collection.events if placed.event.body is not None),
    ]
    assert bodies
    assert all(checked.bodies[body] for body in bodies)


def test_diagnostics_of_all_stages_are_sorted_and_each_there_once(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        NOTES: (
            "notes:\n"
            "  - {id: c, target: {exact: a kink}, body: <i>x</i>}\n"
            "  - {id: B, target: {exact: a king}, body: B.}\n"
        ),
        "annotations/glossary/king.yml": "term: King\n",
        "seeds/unused.txt": "Unused.",
    }
    found = pipeline.check(write_project(tmp_path, files)).diagnostics
    assert [*found] == sorted(set(found))
    assert [d.code for d in found] == ["F002", "A001", "B001", "F005", "S006"]


def test_a_build_says_what_it_did(tmp_path: Path) -> None:
    root = write_project(tmp_path, {NOTES: NOTE})

    first = pipeline.build(root, SiteConfiguration())
    assert first.diagnostics == ()
    assert first.report is not None
    assert "readings/tale/index.md" in first.report.written
    assert first.pages is not None
    assert "readings/tale/index.md" in first.pages

    second = pipeline.build(root, SiteConfiguration())
    assert second.report is not None
    assert (second.report.written, second.report.pruned) == ((), ())
    assert second.report.unchanged == first.report.written


def test_a_build_with_errors_does_nothing(tmp_path: Path) -> None:
    root = write_project(tmp_path, {NOTES: NOTE.replace("a king", "a kink")})
    built = pipeline.build(root, SiteConfiguration())
    assert [d.code for d in built.diagnostics] == ["A001"]
    assert (built.pages, built.report) == (None, None)
    assert not (root / "docs").exists()


def test_a_warning_does_not_keep_the_pages_from_being_written(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"seeds/unused.txt": "Unused."})
    built = pipeline.build(root, SiteConfiguration())
    assert [d.severity for d in built.diagnostics] == [Severity.WARNING]
    assert built.report is not None


def test_what_is_removed_from_the_input_disappears_from_the_output(tmp_path: Path) -> None:
    term = "annotations/readings/other/reading.yml"
    files: dict[str, str | bytes] = {
        term: "title: Other\nsource: {file: seeds/other.txt}\nlanguage: en\n",
        "seeds/other.txt": "Other.",
    }
    root = write_project(tmp_path, files)
    assert pipeline.build(root, SiteConfiguration()).report is not None
    page = root / "docs" / "readings" / "other" / "index.md"
    assert page.is_file()

    for path in files:
        (root / path).unlink()
    report = pipeline.build(root, SiteConfiguration()).report

    assert report is not None
    assert "readings/other/index.md" in report.pruned
    assert not page.exists()


def test_a_body_that_stays_is_not_rendered_again(tmp_path: Path) -> None:
    root = write_project(tmp_path, {NOTES: NOTE})
    (first,) = pipeline.check(root).bodies.values()
    (second,) = pipeline.check(root).bodies.values()
    assert first is second
