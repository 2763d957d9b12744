"""Files that are only proposed are read as if they lay on disk."""

from pathlib import Path

import pytest

from build_scripts import pipeline
from build_scripts.read.files.project_folder import ProjectFolder
from tests.diagnostics import cases
from tests.read.projects import write_project

OF_FILES_ON_DISK = {"P001", "P003", "P004", "P006"}
"""Codes of what only a disk can have: links, devices, folders in place of files, twins."""

CASES = [case for case in cases.all_cases() if case.parent.name not in OF_FILES_ON_DISK]
NOWHERE = Path("no-such-folder")


def proposed_files(project: Path) -> dict[str, bytes]:
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for top in ("annotations", "seeds")
        for path in (project / top).rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.mark.parametrize("case", CASES, ids=cases.name)
def test_a_project_that_is_proposed_as_a_whole_has_the_same_findings(case: Path) -> None:
    on_disk = pipeline.check(case / "project").diagnostics

    proposed = pipeline.check(NOWHERE, proposed=proposed_files(case / "project")).diagnostics

    assert proposed == on_disk


def test_what_is_proposed_stands_before_what_is_there(tmp_path: Path) -> None:
    folder = ProjectFolder(write_project(tmp_path, {}), {"seeds/tale.txt": b"new"})

    assert folder.content("seeds/tale.txt", 10) == b"new"
    assert folder.listing("seeds").files == ("seeds/tale.txt",)


def test_folders_of_what_is_proposed_are_listed_as_well(tmp_path: Path) -> None:
    folder = ProjectFolder(tmp_path, {"annotations/readings/a/notes.yml": b""})

    listing = folder.listing("annotations")

    assert listing.files == ("annotations/readings/a/notes.yml",)
    assert listing.folders == ("annotations/readings", "annotations/readings/a")
    assert folder.has_file("annotations/readings/a/notes.yml")
    assert not folder.has_file("annotations/readings/a/other.yml")
