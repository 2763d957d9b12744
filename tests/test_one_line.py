"""What is wrong with the machine, the settings or a page is said in one line, and nothing is lost.

No traceback, a status that fails, the place, and what to do. The last good output stays.
"""

import errno
import os
import re
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from mkdocs.config import load_config

from build_scripts import pipeline
from build_scripts.disk.atomic import replace_file
from build_scripts.disk.finished_folder import UNFINISHED, UnfinishedFolder
from build_scripts.mkdocs_plugin.plugin import ReadingsPlugin
from build_scripts.pages.offline_edition import date_of_build
from build_scripts.report.system_failures import system_failure
from tests.limits.machine import (
    MAKE_BUILD,
    MKDOCS_BUILD,
    MKDOCS_SERVE,
    READINGS,
    allow,
    outcome,
    with_files_up_to,
    with_rights_of_files,
)
from tests.mkdocs_runs import small_project, tree, write

NOTES = "annotations/readings/harbour/notes.yml"


def assert_one_line(status: int, said: str, *words: str) -> None:
    assert status == 1, said
    assert "Traceback" not in said, said
    lines = [line for line in said.split("\n") if all(word in line for word in words)]
    assert len(lines) == 1, said


# The whole way: builds of a site that was good before


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a site, and a change that no site has yet."""
    folder = small_project(tmp_path_factory.mktemp("project"))
    status, said = outcome(MKDOCS_BUILD, folder)
    assert status == 0, said
    return folder


_changes = count()


def change(project: Path) -> None:
    """Edit a note, so that there is something to write."""
    text = (project / NOTES).read_text()
    write(
        project / NOTES,
        re.sub(r"the (same|\d+th) year", f"the {next(_changes)}th year", text),
    )


def test_a_full_disk(project: Path) -> None:
    change(project)
    before = tree(project / "site")
    status, said = outcome(MKDOCS_BUILD, project, with_files_up_to(60_000))
    assert_one_line(status, said, "ERROR", "readings: site/", "ask for more, then try again")
    assert tree(project / "site") == before
    assert [*(project / "site").glob(f"{UNFINISHED}*")] == []


def test_folders_that_can_only_be_read(project: Path) -> None:
    change(project)
    pages, site = tree(project / "docs"), tree(project / "site")
    for folder in ("docs", "site"):
        allow(project / folder, writing=False)
        try:
            status, said = outcome(MKDOCS_BUILD, project, with_rights_of_files)
            assert_one_line(status, said, "ERROR", f"{folder}", "right to read and write there")
            if folder == "docs":
                status, said = outcome((*READINGS, "build"), project, with_rights_of_files)
                assert_one_line(status, said, "readings: docs/", "right to read and write there")
        finally:
            allow(project / folder, writing=True)
        assert tree(project / "site") == site
    assert tree(project / "docs").keys() == pages.keys()


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"SOURCE_DATE_EPOCH": "yesterday"}, ("SOURCE_DATE_EPOCH is “yesterday”", "seconds since")),
        (
            {"SITE_URL": "https://example.org:99999/"},
            ("mkdocs.yml:4:11", "is “https://example.org:99999/”, from", "variable SITE_URL"),
        ),
        ({"SITE_URL": "example.org"}, ("site_url", "http://")),
    ],
    ids=str,
)
def test_wrong_settings(project: Path, variables: dict[str, str], words: tuple[str, ...]) -> None:
    before = tree(project / "site")
    status, said = outcome(MKDOCS_BUILD, project, None, **variables)
    assert_one_line(status, said, "ERROR", *words)
    assert tree(project / "site") == before


@pytest.mark.parametrize("value", ["https://[", "2021-13-45"])
@pytest.mark.parametrize("command", [MAKE_BUILD, (*READINGS, "build")], ids=["make", "readings"])
def test_settings_with_which_mkdocs_itself_would_fail(
    project: Path, command: tuple[str, ...], value: str
) -> None:
    before = tree(project / "docs"), tree(project / "site")
    status, said = outcome(command, project, None, SITE_URL=value)
    assert_one_line(status, said, "mkdocs.yml:4:11: error M001 ", value, "variable SITE_URL")
    assert (tree(project / "docs"), tree(project / "site")) == before


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (b"# \xff\n", ("readings: docs/guide/index.md:", "UTF-8")),
        (b"[a](https://[)\n", ("readings: docs/guide/index.md:", "address", "IPv6")),
    ],
    ids=["not UTF-8", "an address"],
)
def test_a_page_that_cannot_be_read(project: Path, page: bytes, words: tuple[str, ...]) -> None:
    before = tree(project / "site")
    path = project / "docs" / "guide" / "index.md"
    sound = path.read_bytes()
    path.write_bytes(page)
    status, said = outcome(MKDOCS_BUILD, project)
    path.write_bytes(sound)
    assert_one_line(status, said, "ERROR", *words)
    assert tree(project / "site") == before


def test_what_serve_says_before_it_begins(project: Path) -> None:
    status, said = outcome(MKDOCS_SERVE, project, SOURCE_DATE_EPOCH="-1")
    assert_one_line(status, said, "ERROR", "SOURCE_DATE_EPOCH is “-1”")


def test_serve_goes_on_while_pages_cannot_be_written(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    config = load_config(str(project / "mkdocs.yml"))
    plugin = config.plugins["readings"]
    assert isinstance(plugin, ReadingsPlugin)

    def full(*arguments: object, **options: object) -> None:
        place = str(project / "docs" / "readings" / "index.md")
        raise OSError(errno.ENOSPC, "No space left on device", place)

    monkeypatch.setattr(pipeline, "build", full)
    plugin.on_startup(command="serve", dirty=False)
    plugin.on_config(config)
    plugin.on_pre_build(config=config)

    (line,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert line.endswith(
        "the pages could not be written: docs/readings/index.md: No space left on device. Free "
        "some space, then try again."
    )
    assert "Traceback" not in caplog.text


# Its parts


@pytest.mark.parametrize("stated", ["x", "-1", "1e3", " 5", "٣", "1.5", str(2**32), "9" * 30])
def test_dates_that_no_build_can_have(stated: str) -> None:
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH"):
        date_of_build({"SOURCE_DATE_EPOCH": stated})


def test_the_last_date_that_a_build_can_have() -> None:
    assert date_of_build({"SOURCE_DATE_EPOCH": str(2**32 - 1)}) == 2**32 - 1


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device", "/p/docs/a.md"),
            "docs/a.md: No space left on device. Free some space, then try again.",
        ),
        (
            OSError(errno.EROFS, "Read-only file system", "/else/a", None, "/p/site/a"),
            "site/a: Read-only file system. This disk can only be read: build elsewhere.",
        ),
        (
            OSError(errno.ENOSPC, "No space left on device", f"/p/site/{UNFINISHED}1f/a/b.js"),
            "site/a/b.js: No space left on device. Free some space, then try again.",
        ),
        (OSError(errno.EIO, "Input/output error", "/dev/x"), "/dev/x: Input/output error"),
        (OSError("`/p/docs/pipe` is a named pipe"), "`/p/docs/pipe` is a named pipe"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_the_system_refuses(error: OSError, said: str) -> None:
    assert system_failure(error, Path("/p")) == said


def test_a_full_disk_names_the_file_that_was_to_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.md"
    path.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as raised:
        replace_file(path, b"new", durable=True)
    assert raised.value.filename == str(path)
    assert path.read_text() == "old"


# A folder whose content is exchanged when it is finished


def filled(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        write(folder / name, content)
    return folder


OLD = {"index.html": "old", "a/index.html": "old", ".hidden": "kept", "b": "a file"}
NEW = {"index.html": "new", "c/index.html": "new", "b/index.html": "a folder"}
BOTH = {path: text.encode() for path, text in {**NEW, ".hidden": "kept"}.items()}


def test_the_old_content_stays_until_the_new_one_is_finished(tmp_path: Path) -> None:
    site = filled(tmp_path / "site", OLD)
    unfinished = UnfinishedFolder(site)
    filled(unfinished.path, NEW)
    assert {path: tree(site)[path].decode() for path in OLD} == OLD
    unfinished.put_in_place()
    assert tree(site) == BOTH


def test_new_content_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    site = filled(tmp_path / "site", OLD)
    unfinished = UnfinishedFolder(site)
    filled(unfinished.path, NEW)
    unfinished.discard()
    assert {path: content.decode() for path, content in tree(site).items()} == OLD


def test_at_whichever_move_it_fails_the_old_content_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename: Callable[[Path, Path], Path] = Path.rename
    for allowed in range(20):
        site = filled(tmp_path / str(allowed), OLD)
        unfinished = UnfinishedFolder(site)
        filled(unfinished.path, NEW)
        left = [allowed]

        def limited(path: Path, place: Path, left: list[int] = left) -> Path:
            left[0] -= 1
            if left[0] == -1:
                raise OSError(errno.EIO, "Input/output error", str(path))
            return rename(path, place)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "rename", limited)
            try:
                unfinished.put_in_place()
            except OSError:
                unfinished.discard()
            else:
                assert allowed == 6, "three old entries and three new ones are moved"
                return
        assert {path: content.decode() for path, content in tree(site).items()} == OLD
    pytest.fail("it never came to its end")


def test_what_a_killed_process_left_is_removed_but_not_what_another_one_needs(
    tmp_path: Path,
) -> None:
    left = tmp_path / f"{UNFINISHED}0123"
    filled(left, NEW)
    others = UnfinishedFolder(tmp_path)
    mine = UnfinishedFolder(tmp_path)
    assert not left.exists()
    assert others.path.exists() and mine.path.exists()
    for unfinished in (others, mine):
        filled(unfinished.path, NEW)
        unfinished.put_in_place()
    assert {path: content.decode() for path, content in tree(tmp_path).items()} == NEW
