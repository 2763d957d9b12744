"""Our entries of the search are written behind those of the plugin `search`, as it would."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis.strategies import dictionaries, lists, sampled_from, tuples
from mkdocs.commands.build import build
from mkdocs.config import load_config

from build_scripts.export.search_index import IndexEntry
from build_scripts.mkdocs_plugin.search_file import WrittenIndex, append_entries
from tests.mkdocs_runs import mkdocs_build, replace, small_project, write
from tests.profiles import cases

THEIRS = [{"location": "", "title": "Home ]}", "text": "“Words” [1]"}]
OURS: list[IndexEntry] = [
    {"location": "readings/a/", "title": "Größe", "text": "<p>\u2028</p>"},
    {"location": "readings/a/#b", "title": "", "text": "", "also": "x"},
    {"location": "readings/c/", "title": "[]", "text": "{}"},
]


@pytest.mark.parametrize("theirs", [[], THEIRS, THEIRS * 3], ids=len)
@pytest.mark.parametrize("ours", [[], [[]], [OURS], [OURS[:2], [], OURS[2:]]], ids=str)
@pytest.mark.parametrize("has_sorted_keys", [True, False])
def test_an_index_is_as_if_the_plugin_had_written_all(
    tmp_path: Path,
    theirs: list[IndexEntry],
    ours: list[list[IndexEntry]],
    has_sorted_keys: bool,
) -> None:
    def written(entries: list[IndexEntry]) -> str:
        index = {"config": {"lang": ["en"]}, "docs": entries}
        return json.dumps(index, separators=(",", ":"), sort_keys=has_sorted_keys)

    index = tmp_path / "search_index.json"
    index.write_text(written(theirs), encoding="utf-8")

    append_entries(index, numbered(ours), has_sorted_keys=has_sorted_keys)

    assert index.read_text(encoding="utf-8") == written([*theirs, *chain(*ours)])


@dataclass(frozen=True)
class Given:
    """The entries of a page as they were given, and a list that grows when they are made."""

    given: list[IndexEntry]
    made: list[str] = field(default_factory=list, compare=False)

    def entries(self) -> list[IndexEntry]:
        self.made.append("")
        return self.given


def numbered(entries: Iterable[list[IndexEntry]]) -> dict[str, Given]:
    return {f"page {number}": Given(of_page) for number, of_page in enumerate(entries)}


@cases(normal=50, long=1_000)
@given(
    states=lists(
        tuples(
            lists(sampled_from(THEIRS + OURS), max_size=2),
            dictionaries(sampled_from("abcd"), lists(sampled_from(OURS), max_size=2), max_size=4),
        ),
        min_size=2,
        max_size=4,
    )
)
def test_entries_are_copied_from_the_last_index(
    states: list[tuple[list[IndexEntry], dict[str, list[IndexEntry]]]],
) -> None:
    """Whichever pages and entries of the plugin come, go or change."""
    with TemporaryDirectory() as folder:
        last: WrittenIndex | None = None
        for theirs, ours in states:
            index = Path(folder, "new.json")
            index.write_text(json.dumps({"docs": theirs}, separators=(",", ":")), encoding="utf-8")
            made: list[str] = []
            pages = {page: Given(entries, made) for page, entries in ours.items()}
            written = append_entries(index, pages, has_sorted_keys=False, last=last)
            expected = {"docs": [*theirs, *chain(*ours.values())]}
            assert index.read_text(encoding="utf-8") == json.dumps(expected, separators=(",", ":"))
            known = last.pages if last else {}
            new = [page for page in ours if page not in known or known[page].entries != pages[page]]
            assert len(made) == len(new)
            last = WrittenIndex(index.replace(Path(folder, "last.json")), written.pages)


def test_the_index_of_a_site_is_written_as_the_plugin_writes_it(small_site: Path) -> None:
    """Pages written by hand first, then the generated pages by path."""
    written = (small_site / "search/search_index.json").read_text(encoding="utf-8")
    index = json.loads(written)

    assert json.dumps(index, separators=(",", ":")) == written
    pages = list(dict.fromkeys(entry["location"].partition("#")[0] for entry in index["docs"]))
    assert pages[:2] == ["", "guide/"]
    assert pages[2:] == sorted(pages[2:], key="{}index.md".format)
    assert len(index["docs"]) == len({entry["location"] for entry in index["docs"]})


def test_another_plugin_finds_all_entries_and_may_change_them(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    write(
        project / "hook.py",
        "from pathlib import Path\n\n\n"
        "def on_post_build(config):\n"
        "    index = Path(config.site_dir, 'search/search_index.json')\n"
        "    assert 'readings/harbour/#note-year' in index.read_text()\n"
        "    index.write_text('changed')\n",
    )
    replace(project / "mkdocs.yml", "  - search\n", "  - search: {lang: [en, de]}\n")
    replace(project / "mkdocs.yml", "plugins:\n", "hooks: [hook.py]\nplugins:\n")

    outcome = mkdocs_build(project, "--strict")

    assert outcome.returncode == 0, outcome.stderr
    assert (project / "site/search/search_index.json").read_text(encoding="utf-8") == "changed"


def test_settings_may_be_built_twice(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    config = load_config(str(project / "mkdocs.yml"))
    index = project / "site/search/search_index.json"
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    before = json.loads(index.read_bytes())["docs"]

    replace(project / "annotations/readings/letter/reading.yml", "A Letter", "A Missive")
    build(config)

    after = json.loads(index.read_bytes())["docs"]
    assert len(after) == len(before)
    assert "A Letter" in str(before)
    assert "A Letter" not in str(after)


def test_an_index_that_mkdocs_builds_beforehand_has_our_entries(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    replace(project / "mkdocs.yml", "  - search\n", "  - /search: {prebuild_index: true}\n")

    assert mkdocs_build(project).returncode == 0

    index = json.loads((project / "site/search/search_index.json").read_bytes())
    found = [entry["location"] for entry in index["docs"]]
    assert found.count("readings/harbour/#note-year") == found.count("readings/harbour/") == 1
