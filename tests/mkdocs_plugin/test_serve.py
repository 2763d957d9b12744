"""`mkdocs serve` with the plugin `readings`: each save is one build, and no error ends it."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.disk.schema_folder import SCHEMA_FOLDER
from build_scripts.export.editor_schemas import PRESENT_IDS_FILE
from tests.mkdocs_runs import Server, mkdocs_build, replace, serving, small_project, tree, write

READING = "readings/harbour"
NOTES = "annotations/readings/harbour/notes.yml"
TERM = "term: River\nkind: place\ndefinition: It runs into the sea.\n"


class Save(NamedTuple):
    """Something a person does, and what is to be seen of it: words on a page, or none of them."""

    what: str
    do: Callable[[Path], object]
    page: str
    words: str
    seen: bool = True


SAVES = (
    Save(
        "annotations are edited",
        lambda project: replace(project / NOTES, "the same year", "the year 1901"),
        READING,
        "minutes name the year 1901",
    ),
    Save(
        "a term is added",
        lambda project: write(project / "annotations/glossary/river.yml", TERM),
        "glossary",
        'id="term-river"',
    ),
    Save(
        "its file is renamed",
        lambda project: (project / "annotations/glossary/river.yml").rename(
            project / "annotations/glossary/stream.yml"
        ),
        "glossary",
        'id="term-stream"',
    ),
    Save(
        "the term is removed",
        lambda project: (project / "annotations/glossary/stream.yml").unlink(),
        "glossary",
        'id="term-stream"',
        seen=False,
    ),
    Save(
        "a source is edited",
        lambda project: replace(project / "seeds/letter.txt", "To the", "Sent to the"),
        "readings/letter",
        "Sent to the ",
    ),
    Save(
        "a source is renamed",
        lambda project: (project / "seeds/letter.txt").rename(project / "seeds/sent.txt"),
        "readings/letter",
        "error S005 ",
    ),
    Save(
        "its reading is told so",
        lambda project: replace(
            project / "annotations/readings/letter/reading.yml", "letter.txt", "sent.txt"
        ),
        "readings/letter",
        "error S005 ",
        seen=False,
    ),
    Save(
        "a page is edited",
        lambda project: replace(project / "docs/index.md", "# Home", "# Welcome"),
        "",
        ">Welcome<",
    ),
    Save(
        "a page is added to a folder",
        lambda project: write(project / "docs/guide/more.md", "# More help"),
        "guide/more",
        ">More help<",
    ),
    Save(
        "a folder is added",
        lambda project: write(project / "docs/about/index.md", "# About us"),
        "about",
        ">About us<",
    ),
    Save(
        "it is edited",
        lambda project: replace(project / "docs/about/index.md", "About us", "Who we are"),
        "about",
        ">Who we are<",
    ),
    Save(
        "it is removed",
        lambda project: shutil.rmtree(project / "docs/about"),
        "about",
        "Who we are",
        seen=False,
    ),
    Save(
        "it is made again",
        lambda project: write(project / "docs/about/index.md", "# Once more"),
        "about",
        ">Once more<",
    ),
    Save(
        "the settings are edited",
        lambda project: replace(
            project / "mkdocs.yml", "site_name: Annotated Readings", "site_name: Other Readings"
        ),
        READING,
        "Other Readings",
    ),
    Save(
        "all annotations are moved away",
        lambda project: (project / "annotations").rename(project / "elsewhere"),
        "readings",
        "There are no readings yet",
    ),
    Save(
        "they come back",
        lambda project: (project / "elsewhere").rename(project / "annotations"),
        READING,
        "When was the harbour built?",
    ),
    Save(
        "they are edited",
        lambda project: replace(project / NOTES, "the year 1901", "that very year"),
        READING,
        "minutes name that very year",
    ),
)


def test_each_save_is_noticed_and_is_one_build(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    present_ids = project / SCHEMA_FOLDER / PRESENT_IDS_FILE
    present_ids.parent.mkdir()  # what builds write there must not set off another
    with serving(project) as server:
        assert server.stays_quiet(), "a first build sets off another"
        for save in SAVES:
            builds = server.builds
            assert (save.words in html(server, save.page)) is not save.seen, save.what
            save.do(project)
            server.wait_for_build(builds + 1)
            assert (save.words in html(server, save.page)) is save.seen, save.what
            if save.page == "glossary":
                stem = save.words.removeprefix('id="term-').rstrip('"')
                assert (f'"{stem}"' in present_ids.read_text(encoding="utf-8")) is save.seen
        assert server.stays_quiet(), "builds go on by themselves"
        assert server.builds == 1 + len(SAVES), server.log


def html(server: Server, page: str) -> str:
    return server.get(f"{page}/" if page else "")[1]


def test_what_editors_leave_beside_a_file_is_no_save(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    with serving(project) as server:
        for name in (".notes.yml.swp", "#notes.yml#", "notes.yml~"):
            write(project / NOTES.replace("notes.yml", name), "unfinished")

        assert server.stays_quiet()


@pytest.mark.parametrize("options", [(), ("--strict",), ("--clean",)], ids=" ".join)
def test_a_broken_file_leaves_the_last_good_site(tmp_path: Path, options: tuple[str, ...]) -> None:
    project = small_project(tmp_path)
    sound = (project / NOTES).read_text(encoding="utf-8")
    with serving(project, *options) as server:
        broken = sound.replace("certainty:", "cretainty:")
        write(project / NOTES, broken.replace("the same year", "another year"))
        server.wait_for_build(2)

        for page in (READING, "glossary", "guide", ""):
            status, content = server.get(f"{page}/" if page else "")
            assert status == 200
            assert_says_what_is_wrong(content)
        assert "minutes name the same year" in html(server, READING)
        assert_says_what_is_wrong(server.log)

        write(project / NOTES, sound.replace("the same year", "another year"))
        server.wait_for_build(3)

        assert "minutes name another year" in html(server, READING)
        assert "Not up to date" not in html(server, READING)


def assert_says_what_is_wrong(text: str) -> None:
    """The finding, the line that it is in, and a caret, in the console as on the page."""
    quoted = r"    \d+ \|.* cretainty: .*\n     +\| +\^\n"
    assert re.search(rf"{NOTES}:\d+:\d+: error F001 .*cretainty.*\n{quoted}", text), text


@pytest.mark.parametrize("options", [(), ("--strict",)], ids=" ".join)
def test_a_file_that_was_broken_before_the_start_is_said_on_every_page(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    project = small_project(tmp_path)
    replace(project / NOTES, "certainty:", "cretainty:")
    with serving(project, *options) as server:
        assert_says_what_is_wrong(server.log)
        for page, expected_status in (("", 200), ("guide/", 200), (f"{READING}/", 404)):
            status, content = server.get(page)
            assert status == expected_status
            assert_says_what_is_wrong(content)
            style_sheet = re.search(r'href="([^"]*readings-banner\.css)"', content)
            assert style_sheet is not None
            address = style_sheet[1].lstrip("./")
            assert server.get(address)[0] == 200

        replace(project / NOTES, "cretainty:", "certainty:")
        server.wait_for_build(2)

        assert server.get(f"{READING}/")[0] == 200
        for page in ("", "guide/", f"{READING}/", "nowhere/"):
            assert "Not up to date" not in server.get(page)[1]


def test_with_pages_from_earlier_they_are_shown(tmp_path: Path) -> None:
    """The last good pages are on disk: `readings build` or an earlier `mkdocs serve` wrote them."""
    project = small_project(tmp_path)
    assert mkdocs_build(project).returncode == 0
    pages = tree(project / "docs")
    replace(project / NOTES, "certainty:", "cretainty:")
    with serving(project, REPOSITORY="https://example.org/repository") as server:
        status, content = server.get(f"{READING}/")

        assert status == 200
        assert "minutes name the same year" in content
        assert_says_what_is_wrong(content)
        assert 'rel="edit"' not in content, "what a page was written from is not known"
        assert tree(project / "docs") == pages


def test_drafts_are_shown_and_marked(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    with serving(project) as server:
        reading = html(server, READING)

    entry = LexborHTMLParser(reading).css_first("#note-ships")
    assert entry is not None
    assert entry.attributes["data-status"] == "draft"
    assert "Draft" in entry.text()
    assert mkdocs_build(project).returncode == 0
    assert "note-ships" not in (project / f"site/{READING}/index.html").read_text(encoding="utf-8")
