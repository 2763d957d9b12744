"""The bytes of a file, or the reason why there are none."""

import errno
import os
from pathlib import Path

import pytest

from build_scripts import pipeline
from build_scripts.model import limits
from build_scripts.model.codes import Code
from build_scripts.read.files import file_content, folder_listing
from build_scripts.read.files.file_content import Obstacle, read_content
from tests.read.projects import READING_PATH, SOURCE_PATH, TALE, write_project

NOTES = "annotations/readings/tale/notes.yml"
CITING = "notes:\n  - {id: king, target: {exact: a king}, body: Crowned., sources: [grimm]}\n"


def findings(root: Path) -> list[str]:
    return [f"{found.path}: {found.code}" for found in pipeline.check(root).diagnostics]


def content(root: Path, path: str = SOURCE_PATH) -> bytes | Obstacle | None:
    return read_content(root, path, 1_000)


# What may be read


def test_a_file_is_read_to_its_last_byte(tmp_path: Path) -> None:
    assert content(write_project(tmp_path, {})) == TALE.encode()


@pytest.mark.parametrize("target", ["other.txt", "old/other.txt", "../seeds/other.txt"])
def test_a_link_may_lead_to_another_file_of_its_folder(tmp_path: Path, target: str) -> None:
    root = write_project(tmp_path, {"seeds/other.txt": "A.", "seeds/old/other.txt": "A."})
    (root / SOURCE_PATH).unlink()
    (root / SOURCE_PATH).symlink_to(target)
    assert content(root) == b"A."


def test_the_project_may_itself_be_reached_through_a_link(tmp_path: Path) -> None:
    write_project(tmp_path / "project", {})
    (tmp_path / "link").symlink_to("project")
    assert content(tmp_path / "link") == TALE.encode()
    assert findings(tmp_path / "link") == []


def test_a_folder_may_be_a_link_to_another_one_of_the_project(tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    (root / "seeds").rename(root / "texts")
    (root / "seeds").symlink_to("texts")
    assert findings(root) == []


@pytest.mark.parametrize("path", ["seeds/none.txt", "seeds/tale.txt/none.txt", "none/tale.txt"])
def test_what_is_not_there_is_no_obstacle(tmp_path: Path, path: str) -> None:
    assert content(write_project(tmp_path, {}), path) is None


# What may not


@pytest.mark.parametrize(
    "target", ["../secret.txt", "../../secret.txt", "/etc/hostname", "../.git/config", ".."]
)
def test_a_link_that_leads_out_of_its_folder_is_not_followed(tmp_path: Path, target: str) -> None:
    root = write_project(tmp_path / "project", {"secret.txt": "A.", ".git/config": "A."})
    (root.parent / "secret.txt").write_text("A.", encoding="utf-8")
    (root / SOURCE_PATH).unlink()
    (root / SOURCE_PATH).symlink_to(target)

    obstacle = content(root)

    assert isinstance(obstacle, Obstacle)
    assert obstacle.code == Code.PATH_LEAVES_PROJECT


@pytest.mark.parametrize("target", ["..", ".", ".git", "/"])
@pytest.mark.parametrize("top", ["seeds", "annotations"])
def test_a_whole_folder_does_not_lead_elsewhere(tmp_path: Path, top: str, target: str) -> None:
    root = write_project(tmp_path / "project", {".git/config": "A."})
    (root / top).rename(tmp_path / "moved")
    (root / top).symlink_to(target)
    assert f"{top}: P003" in findings(root)


def test_a_file_of_just_the_greatest_size_is_read(tmp_path: Path) -> None:
    root = write_project(tmp_path, {SOURCE_PATH: b"a" * 1_000})
    assert content(root) == b"a" * 1_000
    root = write_project(tmp_path, {SOURCE_PATH: b"a" * 1_001})
    obstacle = content(root)
    assert isinstance(obstacle, Obstacle)
    assert obstacle.code == Code.FILE_TOO_LARGE


def test_a_file_that_grows_while_it_is_read_is_not_read_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_project(tmp_path, {})
    monkeypatch.setattr(file_content, "read_at_most", lambda _, count: b"a" * count)
    assert isinstance(content(root), Obstacle)


def test_of_a_file_without_end_nothing_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its size is known before it is opened."""
    root = write_project(tmp_path, {})
    with (root / NOTES).open("wb") as file:
        file.truncate(1 << 40)  # a terabyte of nothing

    def refuse(place: Path, count: int) -> bytes:
        if place == root / NOTES:
            raise AssertionError("opened")
        return place.read_bytes()

    monkeypatch.setattr(file_content, "read_at_most", refuse)
    assert findings(root) == [f"{NOTES}: P005"]


# What the system says. (Who may do everything, as in many containers, has no file that is closed.)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "permission"),
        (errno.EPERM, "permission"),
        (errno.EIO, "the disk reports an error"),
        (errno.ELOOP, "in a circle"),
        (errno.ESTALE, os.strerror(errno.ESTALE)),
    ],
)
def test_the_reason_is_given_in_words_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    root = write_project(tmp_path, {NOTES: CITING, "annotations/sources.yml": "references: []\n"})
    read_at_most = file_content.read_at_most

    def fail(place: Path, count: int) -> bytes:
        if place.name == "sources.yml":
            raise OSError(number, os.strerror(number))
        return read_at_most(place, count)

    monkeypatch.setattr(file_content, "read_at_most", fail)

    checked = pipeline.check(root)

    (found,) = checked.diagnostics
    assert (found.path, found.code) == ("annotations/sources.yml", "P004")
    assert words in found.message
    assert found.hint
    (annotated,) = checked.merged.collection.readings
    assert [note.id for note in annotated.reading.notes] == ["king"]


@pytest.mark.parametrize(
    "folder", ["annotations", "annotations/glossary", "annotations/readings/tale"]
)
def test_a_folder_that_is_closed_is_one_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    files: dict[str, str | bytes] = {
        NOTES: CITING,
        "annotations/sources.yml": "references:\n  - {id: grimm, type: book, issued: 1812}\n",
        "annotations/readings/other/reading.yml": (
            f"title: T\nsource: {{file: {SOURCE_PATH}}}\nlanguage: en\nversion_of: tale\n"
        ),
        "annotations/readings/other/mentions.yml": (
            "mentions:\n  - {target: {exact: a king}, term: king}\n"
        ),
        "annotations/glossary/king.yml": "term: King\ndefinition: A ruler.\n",
    }
    root = write_project(tmp_path, files)
    entries = folder_listing.entries

    def fail(place: Path) -> list[os.DirEntry[str]]:
        if place == root / folder:
            raise PermissionError(errno.EACCES, "Permission denied")
        return entries(place)

    monkeypatch.setattr(folder_listing, "entries", fail)

    errors = [found for found in pipeline.check(root).diagnostics if found.severity == "error"]

    assert [(found.path, found.code) for found in errors] == [(folder, "P004")]


def test_a_folder_that_is_removed_while_it_is_listed_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_project(tmp_path, {"annotations/old/notes.yml": "notes: []\n"})
    entries = folder_listing.entries

    def remove(place: Path) -> list[os.DirEntry[str]]:
        if place.name == "old":
            (place / "notes.yml").unlink(missing_ok=True)
            place.rmdir()
        return entries(place)

    monkeypatch.setattr(folder_listing, "entries", remove)
    assert findings(root) == []


# How many


@pytest.mark.parametrize("top", ["annotations", "seeds"])
def test_of_a_folder_with_too_many_files_nothing_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, top: str
) -> None:
    root = write_project(tmp_path, {f"{top}/{number}.md": "" for number in range(20)})
    monkeypatch.setattr(limits, "MOST_FILES", 30)
    assert findings(root) == []
    monkeypatch.setattr(limits, "MOST_FILES", 15)
    assert findings(root) == [f"{top}: P006"]


def test_a_file_for_a_folder_is_a_fault(tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    (root / SOURCE_PATH).unlink()
    (root / "seeds").rmdir()
    (root / "seeds").write_text("", encoding="utf-8")
    assert findings(root) == ["seeds: P004"]


def test_what_a_broken_reading_names_is_not_called_unused(tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    (root / READING_PATH).unlink()
    (root / READING_PATH).mkdir()
    assert findings(root) == [f"{READING_PATH}: P004"]
