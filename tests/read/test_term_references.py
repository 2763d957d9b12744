"""A term and a source that only it needs fit into one file, so that one file is a contribution."""

from pathlib import Path

from build_scripts import pipeline
from tests.read.projects import write_project

TERM = "annotations/glossary/frog.yml"


def findings(root: Path) -> list[str]:
    """Place, code and message of each finding."""
    return [
        f"{found.path}:{found.line}:{found.column}: {found.code} {found.message}"
        for found in pipeline.check(root).diagnostics
    ]


def test_a_term_describes_its_source(tmp_path: Path) -> None:
    text = (
        "term: frog\ndefinition: Green.\nsources: [grimm]\n"
        "references:\n  - {id: grimm, type: book, title: Tales, issued: 1812, publisher: Reimer}\n"
    )
    root = write_project(tmp_path, {TERM: text})

    assert findings(root) == []
    (reference,) = pipeline.check(root).merged.collection.references
    assert (reference.id, reference.title) == ("grimm", "Tales")


def test_what_is_wrong_with_it_is_told_at_its_place(tmp_path: Path) -> None:
    text = (
        "term: frog\ndefinition: Green.\nsources: [grimm]\n"
        "references:\n  - {id: grimm, type: book, titel: Tales, issued: 1812, publisher: Reimer}\n"
    )
    root = write_project(tmp_path, {TERM: text})

    assert findings(root) == [f"{TERM}:5:29: F001 Unknown key `titel`"]


def test_without_a_term_it_is_in_the_wrong_folder(tmp_path: Path) -> None:
    text = (
        "references:\n  - {id: grimm, type: book, title: Tales, issued: 1812, publisher: Reimer}\n"
    )
    root = write_project(tmp_path, {TERM: text})

    (found,) = findings(root)
    assert "`references` do not belong in the folder of the glossary" in found
