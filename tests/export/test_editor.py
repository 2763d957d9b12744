"""Help in editors for people who write annotations, tested with the real yaml-language-server.

It is driven over its protocol, with the settings of this repository (`.vscode/settings.json`) and a
small project of the tests; ``|`` is where the cursor or the pointer is.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.cli import main
from build_scripts.disk.schema_folder import SCHEMA_FOLDER
from build_scripts.export.editor_schemas import PRESENT_IDS_FILE
from tests.language_server import Finding, LanguageServer, opened
from tests.mkdocs_runs import small_project, write

PROJECT = Path(__file__).resolve().parents[2]

NOTES = "annotations/readings/harbour/more/notes.yml"
READING = "annotations/readings/letter/reading.yml"
TERM = "annotations/glossary/pier.yml"
TIMELINE = "annotations/timeline.yml"
SITE = "annotations/site.yml"
SOURCES = "references: [{id: log, type: book, issued: 1905, publisher: Staithe Press}]\n"


def make_project(folder: Path) -> Path:
    """A project with schemas and the settings of this repository, as in a fresh clone."""
    small_project(folder)
    shutil.copytree(PROJECT / ".vscode", folder / ".vscode")
    shutil.copytree(
        PROJECT / SCHEMA_FOLDER,
        folder / SCHEMA_FOLDER,
        ignore=shutil.ignore_patterns(PRESENT_IDS_FILE),
    )
    write(folder / "annotations/sources.yml", SOURCES)
    return folder


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """An editor with a project open in which `readings check` has run."""
    project = make_project(tmp_path_factory.mktemp("checked"))
    main(["check", "--root", str(project)])
    with opened(project) as server:
        yield server


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """An editor with a fresh clone open, where no ids were written yet."""
    with opened(make_project(tmp_path_factory.mktemp("fresh"))) as server:
        yield server


@pytest.fixture(params=["checked", "fresh"])
def either(request: pytest.FixtureRequest) -> LanguageServer:
    """Both editors, for tests that do not depend on ids."""
    server: LanguageServer = request.getfixturevalue(request.param)
    return server


@pytest.mark.parametrize(
    ("path", "text", "ids"),
    [
        (NOTES, "mentions:\n  - target: {exact: a}\n    term: |\n", ["harbour-board"]),
        (NOTES, "mentions:\n  - {target: {exact: a}, forbid: |}\n", ["harbour-board"]),
        (NOTES, "cross_references:\n  - refers_to: {reading: |}\n", ["harbour", "letter"]),
        (NOTES, "cross_references:\n  - refers_to:\n      event: |\n", ["opening"]),
        (NOTES, "notes:\n  - sources:\n      - ref: |\n", ["log"]),
        (TIMELINE, "events:\n  - passages:\n      - reading: |\n", ["harbour", "letter"]),
        (TERM, "except:\n  - reading: |\n", ["harbour", "letter"]),
        (READING, "version_of: |\n", ["harbour", "letter"]),
    ],
)
def test_ids_are_offered_where_one_is_to_be_written(
    checked: LanguageServer, path: str, text: str, ids: list[str]
) -> None:
    assert checked.offers(path, text) == ids


def test_the_ids_of_references_are_offered_in_lists_of_sources(checked: LanguageServer) -> None:
    assert "log" in checked.offers(NOTES, "notes:\n  - id: a\n    sources:\n      - |\n")
    assert "log" in checked.offers(TERM, "term: Pier\nsources: [|]\n")


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        (NOTES, "m|", {"notes", "cross_references", "mentions", "events", "references"}),
        (NOTES, "mentions:\n  - target: {exact: a}\n    |\n", {"term", "forbid"}),
        (NOTES, "cross_references:\n  - relation: |\n", {"agrees", "contrasts", "quotes"}),
        (TIMELINE, "|", {"events", "references"}),
        (TERM, "case: |\n", {"exact", "initial", "ignore"}),
        (READING, "|", {"title", "source", "language", "parts"}),
        (SITE, "drafts: |\n", {"hide", "publish"}),
    ],
)
def test_keys_and_words_are_offered_each_once(
    either: LanguageServer, path: str, text: str, words: set[str]
) -> None:
    offered = either.offers(path, text)

    assert words <= set(offered)
    assert len(offered) == len(set(offered))


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        (NOTES, "no|tes: []\n", "Context notes on passages"),
        (NOTES, "mentions:\n  - te|rm: harbour-board\n", "The id of the glossary term"),
        (NOTES, "notes:\n  - target: {ex|act: a}\n", "copied from the text"),
        (TERM, "fo|rms: [a]\n", "Every spelling to find"),
        (TIMELINE, "events:\n  - da|te: 1905\n", "When it happened or began"),
        (READING, "sour|ce: {file: seeds/a.txt}\n", "The file that holds the text"),
        (SITE, "dra|fts: hide\n", "Whether drafts are on the published site"),
    ],
)
def test_a_key_says_what_it_is_for(
    either: LanguageServer, path: str, text: str, words: str
) -> None:
    assert words in either.hover(path, text)


def test_an_id_says_what_it_stands_for(checked: LanguageServer) -> None:
    text = "mentions:\n  - {target: {exact: a}, te|rm: harbour-board}\n"

    assert "`harbour-board`: Harbour Board" in checked.hover(NOTES, text)


@pytest.mark.parametrize(
    ("path", "text", "line", "column", "words"),
    [
        (NOTES, "notes:\n  - {id: a, target: {exact: a}, bodi: b, body: c}\n", 2, 33, "bodi"),
        (NOTES, "notes:\n  - {id: a, target: {exact: a}}\n", 2, 5, '"body"'),
        (NOTES, "notes:\n  - {id: A, target: {exact: a}, body: c}\n", 2, 10, "pattern"),
        (NOTES, "notes:\n  - {id: a, target: {reading: true}, body: }\n", 2, 44, "type"),
        (TIMELINE, "notes: []\n", 1, 1, "notes"),
        (TERM, "term: a\ndefinition: b\ncase: small\n", 3, 7, '"exact"'),
        (SITE, "drafts: hidden\n", 1, 9, '"publish"'),
    ],
)
def test_a_mistake_is_underlined(
    checked: LanguageServer, path: str, text: str, line: int, column: int, words: str
) -> None:
    (found,) = checked.findings(path, text)

    assert (found.line, found.column) == (line, column)
    assert words in found.message


def test_a_mistake_is_underlined_before_ids_were_written(fresh: LanguageServer) -> None:
    (found,) = fresh.findings(NOTES, "nots: []\n")

    assert found == Finding(1, 1, "Property nots is not allowed.")


def test_an_id_that_is_not_there_yet_is_underlined(
    checked: LanguageServer, fresh: LanguageServer
) -> None:
    text = "mentions:\n  - {target: {exact: a}, term: pier}\n"

    assert checked.findings(NOTES, text) == [Finding(2, 32, "There is no term with this id yet")]
    assert fresh.findings(NOTES, text) == []


def test_nothing_is_underlined_in_files_that_are_right(either: LanguageServer) -> None:
    folder = PROJECT / "tests/browser/project"
    for path in sorted((folder / "annotations").rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        assert either.findings(path.relative_to(folder).as_posix(), text) == []
    assert either.findings(SITE, "") == []


def test_a_file_may_name_its_schema_itself(checked: LanguageServer) -> None:
    """This helps editors without settings; the path is relative to the file."""
    modeline = "# yaml-language-server: $schema=../annotations/schema/term.schema.json\n"

    offered = checked.offers("drafts/pier.yml", f"{modeline}except:\n  - reading: |\n")

    assert offered == ["harbour", "letter"]


def test_projects_inside_this_one_have_ids_of_their_own(checked: LanguageServer) -> None:
    assert checked.findings("examples/another/annotations/glossary/pier.yml", "sources: [x]") == []


def test_new_ids_are_offered_as_soon_as_they_are_written(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    text = "mentions:\n  - target: {exact: a}\n    term: |\n"

    with opened(project) as editor:
        before = editor.offers(NOTES, text)
        main(["check", "--root", str(project)])
        editor.notice(f"{SCHEMA_FOLDER}/{PRESENT_IDS_FILE}")
        first = editor.offers(NOTES, text)
        write(project / TERM, "term: Pier\ndefinition: A pier.\n")
        main(["check", "--root", str(project)])
        editor.notice(f"{SCHEMA_FOLDER}/{PRESENT_IDS_FILE}")
        second = editor.offers(NOTES, text)

    assert (before, first, second) == ([], ["harbour-board"], ["harbour-board", "pier"])
