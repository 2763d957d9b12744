"""New projects, as `readings init` makes them, for the tests."""

from pathlib import Path

from build_scripts.template.project_files import files_of_new_project

READING = "town-clock"
"""The id of the sample in them."""


def new_project(folder: Path) -> Path:
    """The files of a new project in a folder."""
    for path, content in files_of_new_project("A site", "annotated-readings"):
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """All files of a folder, by their path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
