"""`create_file` never replaces a file and never leaves part of one."""

from pathlib import Path

import pytest

from build_scripts.disk import atomic
from build_scripts.disk.atomic import create_file


def test_a_file_is_added_with_its_folders(tmp_path: Path) -> None:
    create_file(tmp_path / "a" / "b.yml", b"new")

    assert (tmp_path / "a" / "b.yml").read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.yml"]


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"old")

    with pytest.raises(FileExistsError):
        create_file(tmp_path / "a.yml", b"new")

    assert (tmp_path / "a.yml").read_bytes() == b"old"


def test_nothing_is_left_where_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "replace_file", full)

    with pytest.raises(OSError, match="No space"):
        create_file(tmp_path / "a.yml", b"new")

    assert list(tmp_path.iterdir()) == []
