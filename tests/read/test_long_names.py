"""Names that are longer than any file system allows."""

from pathlib import Path

from build_scripts.read.project import read_project
from tests.read.projects import READING, READING_PATH, write_project


def test_a_source_with_a_name_of_any_length_is_a_missing_source(tmp_path: Path) -> None:
    name = f"{'a' * 5000}.txt"
    root = write_project(tmp_path, {READING_PATH: READING.replace("tale.txt", name)})

    _, diagnostics = read_project(root)

    assert [diagnostic.code for diagnostic in diagnostics if diagnostic.code != "S006"] == ["S005"]
