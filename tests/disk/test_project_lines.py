"""Reading lines of a project's files, to be quoted in reports."""

import os
from pathlib import Path

import pytest

from build_scripts.disk import project_lines
from build_scripts.disk.project_lines import lines_of_project


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"a\nb", ["a", "b"]),
        (b"a\r\nb\rc", ["a", "b", "c"]),
        (b"\xef\xbb\xbfa", ["a"]),
        ("a\u2028b\x85c\fd".encode(), ["a\u2028b\x85c\fd"]),
        (b"", [""]),
        (b"gr\xfc\xdf", []),  # not UTF-8
    ],
)
def test_lines_are_counted_as_in_findings(tmp_path: Path, content: bytes, lines: list[str]) -> None:
    (tmp_path / "a.yml").write_bytes(content)
    assert [*lines_of_project(tmp_path)("a.yml")] == lines


def test_a_file_is_read_once(tmp_path: Path) -> None:
    lines_of = lines_of_project(tmp_path)
    (tmp_path / "a.yml").write_text("first")
    assert [*lines_of("a.yml")] == ["first"]
    (tmp_path / "a.yml").write_text("second")
    assert [*lines_of("a.yml")] == ["first"]
    assert [*lines_of_project(tmp_path)("a.yml")] == ["second"], "the next run reads it again"


@pytest.mark.parametrize("path", ["missing.yml", "folder", "a\0b", "a" * 5000, "a\udcffb", ""])
def test_what_cannot_be_read_has_no_lines(tmp_path: Path, path: str) -> None:
    (tmp_path / "folder").mkdir()
    assert [*lines_of_project(tmp_path)(path)] == []


def test_nothing_outside_the_project_is_read(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    outside = tmp_path / "secret.txt"
    outside.write_text("secret")
    (root / "link.yml").symlink_to(outside)
    (root / "circle.yml").symlink_to(root / "circle.yml")
    lines_of = lines_of_project(root)
    for path in ("../secret.txt", outside.as_posix(), "link.yml", "circle.yml"):
        assert [*lines_of(path)] == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yml")
    assert [*lines_of_project(tmp_path)("pipe.yml")] == []


def test_a_large_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project_lines, "LARGEST", 3)
    (tmp_path / "a.yml").write_text("abc")
    (tmp_path / "b.yml").write_text("abcd")
    lines_of = lines_of_project(tmp_path)
    assert ([*lines_of("a.yml")], [*lines_of("b.yml")]) == (["abc"], [])
