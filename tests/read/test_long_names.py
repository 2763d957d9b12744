"""Names that are longer than any file system allows."""

from pathlib import Path

import pytest

from build_scripts.read.project import read_project
from tests.read.projects import READING, READING_PATH, write_project


@pytest.mark.parametrize(("length", "code"), [(300, "S005"), (5_000, "F012")])
def test_a_source_with_a_name_of_any_length_is_one_fault(
    tmp_path: Path, length: int, code: str
) -> None:
    name = f"{'a' * length}.txt"
    root = write_project(tmp_path, {READING_PATH: READING.replace("tale.txt", name)})

    _, diagnostics = read_project(root)

    assert [diagnostic.code for diagnostic in diagnostics if diagnostic.code != "S006"] == [code]
