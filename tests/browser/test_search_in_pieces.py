"""Nothing is fetched before a search, and a search finds the same in pieces as in a whole index."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect

from build_scripts.export.search_index import FIELDS, IndexEntry, for_material
from build_scripts.model.search_entry import SearchBlock, SearchEntry
from build_scripts.pages.joined_assets import assets
from build_scripts.shards.search_bundle import Counted, EntriesOfPage, index_of_bundles, write_pages
from tests.browser.journeys import expect_to_be_at
from tests.browser.searches import SPELLINGS, expect_hits, hit, search, with_a_visitor
from tests.browser.watch import Watch
from tests.made_once import MadeOnce
from tests.mkdocs_runs import mkdocs_build, replace, small_project, write
from tests.page_scripts import shared_cases
from tests.shards.sites_in_parts import COUNTS, SITES, build_sites

COLLECTIONS = """collections:
  - {id: letters, title: Letters, readings: [visit, letter]}
  - {id: old, title: Old Ones, part_of: letters, readings: [genesis]}
"""
MARKS = """() => [...CSS.highlights.get("found") ?? []].map(String).join("")"""


@pytest.fixture(scope="module")
def sites(made_once: MadeOnce) -> Path:
    def build(folder: Path) -> None:
        for name, options in (("whole", ""), ("pieces", ": {largest_search_index: 0}")):
            project = with_a_visitor(small_project(folder / name))
            replace(project / "mkdocs.yml", "  - readings\n", f"  - readings{options}\n")
            write(project / "annotations/collections.yml", COLLECTIONS)
            outcome = mkdocs_build(project, "--strict")
            assert outcome.returncode == 0, outcome.stderr

    return made_once("searched-both-ways", build)


@pytest.fixture(params=["whole", "pieces"])
def searched(
    request: pytest.FixtureRequest, sites: Path, serve_folder: Callable[[Path], str], page: Page
) -> Iterator[Page]:
    """The home page of a site, before anything is fetched; nothing is forbidden by its policy."""
    watch = Watch(page)
    page.goto(f"{serve_folder(sites / request.param / 'site')}/", wait_until="networkidle")
    yield page
    assert watch.violations == watch.faults == []


def test_nothing_is_fetched_before_somebody_searches(
    sites: Path, serve_folder: Callable[[Path], str], page: Page
) -> None:
    """Not when the page opens, nor when the keyboard passes the field; a letter begins it."""
    for kind, needed in (("whole", "search_index.json"), ("pieces", ".pf_fragment")):
        asked: list[str] = []

        def note(request: Request, asked: list[str] = asked) -> None:
            asked.append(request.url)

        page.context.on("request", note)
        page.goto(
            f"{serve_folder(sites / kind / 'site')}/readings/visit/", wait_until="networkidle"
        )
        page.locator(".md-search__input").focus()
        page.keyboard.press("Escape")
        page.wait_for_timeout(300)
        assert [url for url in asked if "search" in url] == []

        search(page, "spring")
        expect_hits(page, "visit/#p1")
        assert any(url.endswith(needed) for url in asked)


def test_a_reader_finds_the_place_and_the_words_on_it(searched: Page) -> None:
    for spelling in SPELLINGS:
        search(searched, spelling)
        expect_hits(searched, "glossary/#term-lukashenka", "visit/#p1", "visit/#p3")
    search(searched, "北京")
    hit(searched, "phrases/#p3").click()
    expect_to_be_at(searched, searched.locator("#p3"))
    searched.wait_for_function(f"() => ({MARKS})() === '北\\n京'")


def test_one_collection_is_searched_by_keyboard(searched: Page) -> None:
    """With those in it. Tab leads from the field to the choice, and then out of the search."""
    search(searched, "the")
    expect_hits(searched, "readings/harbour/", "readings/visit/", "readings/letter/")
    searched.keyboard.press("Tab")
    choice = searched.get_by_label("Collection")
    expect(choice).to_be_focused()
    expect(choice.locator("option")).to_have_text(["All collections", "Letters", "\u2003Old Ones"])
    searched.keyboard.press("ArrowDown")
    expect(hit(searched, "readings/harbour/")).to_have_count(0)
    expect_hits(searched, "readings/visit/", "readings/letter/")
    searched.keyboard.press("Shift+Tab")
    search(searched, "我去")
    expect_hits(searched, "genesis/#p2")
    expect(hit(searched, "phrases/#p3")).to_have_count(0)
    searched.keyboard.press("Tab")
    searched.keyboard.press("Tab")
    expect(searched.locator(".md-search__output")).to_be_hidden()


def test_where_pieces_are_missing_the_reader_is_told(
    sites: Path, tmp_path: Path, serve_folder: Callable[[Path], str], page: Page
) -> None:
    site = shutil.copytree(sites / "pieces/site", tmp_path / "site")
    shutil.rmtree(site / "search/pieces")
    page.goto(f"{serve_folder(site)}/")
    search(page, "spring")
    expect(page.locator(".search-failed")).to_contain_text("its index could not be loaded")


def test_a_form_of_the_project_itself_is_searched_as_well(
    sites: Path, tmp_path: Path, serve_folder: Callable[[Path], str], page: Page
) -> None:
    """In a template of its own nothing is mended: the theme fetches the index by itself."""
    for kind in ("whole", "pieces"):
        site = shutil.copytree(sites / kind / "site", tmp_path / kind)
        replace(site / "index.html", 'name="search-when-asked"', 'name="search"')
        page.goto(f"{serve_folder(site)}/")
        search(page, "spring")
        expect_hits(page, "visit/#p1")


OWN = {
    "a long page": ("It was the best of times. " * 40, "The gull and the owl."),
    "Arabic": ("قال المعلّم: العِلمُ نورٌ",),
    "Persian": ("می‌خواهم کتاب‌ها را بخوانم",),
    "Thai": ("ภาษาไทยเขียนติดกัน",),
    "Khmer and Hindi": ("ភាសាខ្មែរ", "हिन्दी में किताबें"),
    "signs": ("§ 5 and ¶", "5 § 🙂 C# and F♯", "a & b; AT&T"),
    "a title": ("text", "the-other-one"),
}
TYPED = [
    *("best of times", "it was the", "times best", "gull", "the", "gul", "nothing at all", "b"),
    *("العلم", "المعلم نور", "نور", "می خواهم", "میخواهم", "کتاب", "ไทย", "ภาษา", "ខ្មែរ"),
    *("हिन्दी", "किताबे", "§", "🙂", "§ 5", "c#", "F♯", "AT&T", "att", "&", "other", "the-other"),
    *('"best times"', "“the gull”", "owl zeppelin", "gull best", "a long", "page"),
]
ANSWERS = """async ([address, queries, collection]) => {
  const { searching } = window.readings;
  const index = await (await fetch(address)).json();
  const { entries } = searching.opened(index, () => new URL(address, location));
  const answers = [];
  for (const typed of queries) {
    const query = searching.parsed(typed);
    const { documents, known } = await entries.find(query, { collection, rounds: 99 });
    answers.push(searching.grouped(searching.ranked(query, documents, known), query));
  }
  return answers;
}"""


ROUNDS = """async ([address, typed]) => {
  const { searching } = window.readings;
  const index = await (await fetch(address)).json();
  const { entries } = searching.opened(index, () => new URL(address, location));
  const found = [];
  for (let rounds = 0; rounds < 9; rounds++) {
    const { documents, hasMore } = await entries.find(searching.parsed(typed), { rounds });
    found.push([new Set(documents.map(({ page }) => page.location)).size, hasMore]);
    if (!hasMore) break;
  }
  return found;
}"""


def docs_of(pages: dict[str, Sequence[str]]) -> list[IndexEntry]:
    """A page with some paragraphs for each title, as a whole index has them."""
    docs = []
    for number, (title, texts) in enumerate(pages.items()):
        docs.append(for_material(f"r{number}/", SearchEntry("", "Reading", title)))
        for place, text in enumerate(texts):
            entry = SearchEntry(f"p{place}", f"Paragraph {place}", "", (SearchBlock(text),))
            docs.append(for_material(f"r{number}/#p{place}", entry))
    return docs


def in_bundles(folder: Path, docs: list[IndexEntry], count: int) -> None:
    """The same in several bundles, as parts of a large build write them, page by page in turn."""
    fields = {"title": {"boost": 1e3}, "text": {"boost": 1}, **FIELDS}
    by_page = groupby(docs, key=lambda doc: doc["location"].split("#")[0])
    pages = [EntriesOfPage(f"{n:03}.md", [*some]) for n, (_, some) in enumerate(by_page)]
    bundles: dict[str, Counted] = {}
    for n in range(count):
        address = f"in-{count}/part-{n}/"
        bundles[address] = write_pages(folder / address, pages[n::count], f"{n}")
    (folder / f"in-{count}.json").write_bytes(index_of_bundles({"fields": fields}, {}, bundles))


def answers(page: Page, origin: str, indexes: Sequence[str], *asked: Any) -> list[Any]:
    """What the script of the search answers, given some indexes below a blank page."""
    page.goto(f"{origin}/")
    page.evaluate("() => delete window.Worker")  # as in the worker, where there is no other one
    page.add_script_tag(url="search.js")
    return [page.evaluate(ANSWERS, [index, *asked]) for index in indexes]


def write_blank_page(folder: Path) -> None:
    (script,) = (file.content for file in assets("") if file.path == "/search.js")
    write(folder / "search.js", script.decode())
    write(folder / "index.html", '<!doctype html><meta charset="utf-8"><title>Search</title>')


def test_every_query_has_the_same_answer_both_ways(
    tmp_path: Path, serve_folder: Callable[[Path], str], open_page: Callable[..., Page]
) -> None:
    """In many scripts, places and marks and their order; also where pieces are in four bundles."""
    cases = shared_cases("search.json")
    docs = docs_of({**{case["kind"]: [case["text"]] for case in cases}, **OWN})
    queries = [
        *(typed for case in cases for one in case["found"].values() for typed in one),
        *TYPED,
    ]
    fields = {"title": {"boost": 1e3}, "text": {"boost": 1}, **FIELDS}
    write(tmp_path / "whole.json", json.dumps({"config": {"fields": fields}, "docs": docs}))
    for count in (1, 4):
        in_bundles(tmp_path, docs, count)
    write_blank_page(tmp_path)

    names = ("whole.json", "in-1.json", "in-4.json")
    page = open_page()
    whole, *others = answers(page, serve_folder(tmp_path), names, queries, "")

    for typed, expected, *found in zip(queries, whole, *others, strict=True):
        assert [without_scores(answer) for answer in found] == [without_scores(expected)] * 2, typed
    assert sum(map(bool, whole)) > len(queries) * 0.9
    rounds = page.evaluate(ROUNDS, ["in-1.json", "a"])
    assert rounds[:2] == [[8, True], [16, True]]
    assert rounds[-1][1] is False


def test_a_site_in_parts_answers_as_in_one_go(
    made_once: MadeOnce,
    tmp_path: Path,
    serve_folder: Callable[[Path], str],
    open_page: Callable[..., Page],
) -> None:
    """In the whole site and in a collection, the readings of which are in several parts."""
    sites = made_once(SITES, build_sites)
    names = ("whole", "pieces", *map(str, COUNTS))
    for name in names:
        shutil.copytree(sites / name / "site/search", tmp_path / name / "search")
    write_blank_page(tmp_path)
    page, origin = open_page(), serve_folder(tmp_path)
    queries = [
        *("frog", "king", "the king went home", "went", "home", "basilisk", "tale"),
        "words at the beginning",
        *("letter-3", "beginning of speech-2", "realschulbuchhandlung", "pond frog", "ho", "1812"),
        *("שלום", "“nobody else was”", "made by hand", "zeppelin", "king zeppelin", "ada", "&"),
    ]

    for collection in ("", "talk"):
        indexes = [f"{name}/search/search_index.json" for name in names]
        whole, *others = answers(page, origin, indexes, queries, collection)
        for typed, expected, *found in zip(queries, whole, *others, strict=True):
            assert [without_scores(one) for one in found] == [without_scores(expected)] * 4, typed
        assert sum(map(bool, whole)) > len(queries) / 2


def without_scores(answer: list[list[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
    """An answer by what readers see; the rarity of a word may be an estimate in pieces."""
    return [[{**one, "score": 0} for one in page] for page in answer]
