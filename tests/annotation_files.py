"""Annotation files of all kinds, from everywhere in this repository, and the schema of each."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.diagnostics import cases
from tests.render import golden
from tests.test_documentation import GUIDE_PAGES, blocks_of, example, put

PROJECT = Path(__file__).resolve().parent.parent
STRUCTURAL = {"F001", "F002", "F003", "F004", "F005", "F012"}
"""Codes of faults in the structure of a file: keys, types, words, ids, lengths."""
PARTLY = {"F007", "F011"}
"""Codes of faults that are such in some places, and not in others."""
NOT_READ = {"Y001", "Y002", "Y003", "Y004", "Y005", "Y006", "Y008"}
"""Codes of files that are no YAML, or not the YAML that we take."""


class AnnotationFile(NamedTuple):
    """A file that somebody wrote, and the name of the schema for its kind."""

    path: Path
    schema: str


def schema_of(path: Path) -> str:
    """The name of the schema for a file, by its place below the nearest ``annotations/``."""
    parts = path.parts[len(path.parts) - path.parts[::-1].index("annotations") :]
    match parts:
        case ("site.yml",):
            return "site"
        case ("glossary", _):
            return "term"
        case ("readings", _, "reading.yml"):
            return "reading"
        case ("readings", _, _, *_):
            return "annotations"
        case _:
            return "events-and-references"


def files_in(project: Path) -> Iterator[AnnotationFile]:
    """All annotation files of a project."""
    for path in sorted((project / "annotations").rglob("*.yml")):
        yield AnnotationFile(path, schema_of(path))


def valid_files(folder: Path) -> Iterator[AnnotationFile]:
    """Files whose structure is right; those that stand in other files are written to a folder."""
    for project in (PROJECT, *(PROJECT / "examples").iterdir(), PROJECT / "tests/browser/project"):
        yield from files_in(project)
    for case in sorted(golden.CASES.glob("*.yml")):
        golden.write_project(golden.load(case), folder / case.stem)
        yield from files_in(folder / case.stem)
    for path, codes in _examples_of_the_guide(folder / "guide"):
        if codes.isdisjoint(STRUCTURAL | PARTLY | NOT_READ):
            yield AnnotationFile(path, schema_of(path))
    for case in cases.all_cases():
        if case.parent.name not in STRUCTURAL | PARTLY | NOT_READ:
            yield from files_in(case / "project")


def faulty_files(folder: Path) -> Iterator[tuple[str, AnnotationFile]]:
    """Files with a fault in their structure, and what to call them."""
    for case in cases.all_cases():
        if case.parent.name in STRUCTURAL:
            path = case / "project" / _faulty_path(case)
            yield cases.name(case), AnnotationFile(path, schema_of(path))
    for path, codes in _examples_of_the_guide(folder / "guide"):
        if codes & STRUCTURAL:
            yield path.relative_to(folder).parts[1], AnnotationFile(path, schema_of(path))


def _faulty_path(case: Path) -> str:
    """The file that a case's output names."""
    return (case / "expected.txt").read_text(encoding="utf-8").partition(":")[0]


def _examples_of_the_guide(folder: Path) -> Iterator[tuple[Path, frozenset[str]]]:
    """The YAML examples of all pages, each in a folder of its own, with the faults they have."""
    for page in GUIDE_PAGES:
        for block in blocks_of(page):
            found = example(block)
            if found is not None and found.path.endswith(".yml"):
                project = folder / block.place.replace(":", "-")
                put(project, found.path, found.content)
                yield project / found.path, found.codes
