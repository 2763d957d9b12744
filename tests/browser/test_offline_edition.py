"""The offline edition, opened from the folder of its unpacked zip file."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from tests import profiles
from tests.browser.conftest import Traffic
from tests.browser.journeys import expect_to_be_at, walk_through_from_a_folder
from tests.browser.searches import SPELLINGS, expect_hits, hit, search, with_a_visitor
from tests.browser.test_every_page import one_of_each_kind, pages_of
from tests.browser.watch import Watch
from tests.links import broken_links
from tests.made_once import MadeOnce
from tests.mkdocs_runs import build_edition, small_project, tree

NAME = "annotated-readings"


FOLDER = 'Zum "Lesen" – лето, it\'s 50% & more #1 &copy; 読書'
"""What no address can hold as it is."""


@pytest.fixture(scope="module")
def built(made_once: MadeOnce) -> Path:
    """The folder that was built and packed."""

    def build(folder: Path) -> None:
        build_edition(with_a_visitor(small_project(folder)), "--strict")

    return made_once("searched-offline", build) / "dist" / NAME


@pytest.fixture(scope="module")
def edition(built: Path, made_once: MadeOnce) -> Path:
    """The folder that a reader opens."""

    def unpack(folder: Path) -> None:
        with ZipFile(built.with_name(f"{NAME}.zip")) as archive:
            archive.extractall(folder)

    return made_once(FOLDER, unpack) / NAME


def test_the_zip_file_holds_what_was_built(built: Path, edition: Path) -> None:
    """So the tests below are about both."""
    assert tree(edition) == tree(built)


@pytest.fixture
def page(open_page: Callable[..., Page], traffic: Traffic) -> Page:
    """An empty page that may open files, and nothing else."""
    traffic.allowed.add("file://")
    return open_page(color_scheme="light")


@pytest.fixture
def plain_page(open_page: Callable[..., Page], traffic: Traffic) -> Page:
    """The same without JavaScript."""
    traffic.allowed.add("file://")
    return open_page(java_script_enabled=False)


@pytest.fixture
def watch(page: Page) -> Iterator[Watch]:
    """The test fails where the browser finds fault with anything."""
    watch = Watch(page)
    yield watch
    assert watch.violations == []
    assert watch.faults == []


def open_pages(page: Page, folder: Path, addresses: Iterable[str]) -> None:
    for address in addresses:
        page.goto((folder / address).as_uri())
        page.wait_for_load_state("load")


def test_every_page_opens(page: Page, watch: Watch, edition: Path) -> None:
    """The fixture `traffic` fails where anything but a file is asked for."""
    open_pages(page, edition, pages_of(edition))


def test_pages_of_this_project_open(page: Page, watch: Watch, offline_edition: Path) -> None:
    """One of each kind; every page in the long run."""
    every = pages_of(offline_edition)
    open_pages(page, offline_edition, every if profiles.NAME == "long" else one_of_each_kind(every))
    assert broken_links(offline_edition, folders_have_pages=False) == []


def test_every_link_names_a_file_and_a_place_in_it(edition: Path) -> None:
    assert broken_links(edition, folders_have_pages=False) == []


@pytest.mark.parametrize("start", ["index.html", "readings/letter/index.html"])
def test_search_finds_a_word_and_leads_to_its_place(
    page: Page, watch: Watch, edition: Path, start: str
) -> None:
    """From pages of several depths: the address of the worker is another on each."""
    page.goto((edition / start).as_uri())
    search(page, "minutes")
    found = hit(page, "harbour/index.html#note-year")
    expect(found).to_contain_text("council’s minutes")

    found.click()

    expect_to_be_at(page, page.locator("#note-year"))
    assert page.url.partition("#")[0] == (edition / "readings/harbour/index.html").as_uri()


def test_search_finds_people_under_every_spelling(page: Page, watch: Watch, edition: Path) -> None:
    page.goto((edition / "index.html").as_uri())
    for spelling in SPELLINGS:
        search(page, spelling)

        expect(hit(page, "glossary/index.html#term-lukashenka")).to_contain_text("person")
        expect_hits(page, "visit/index.html#p1")


def test_a_phrase_is_found_and_marked_where_its_hit_leads(
    page: Page, watch: Watch, edition: Path
) -> None:
    page.goto((edition / "index.html").as_uri())
    search(page, "The Gull: In 1931, the parliament")
    hit(page, "phrases/index.html#p1").click()

    expect_to_be_at(page, page.locator("#p1"))
    page.wait_for_function("() => CSS.highlights.get('found')?.size > 0")


def test_search_that_finds_nothing_says_so(page: Page, watch: Watch, edition: Path) -> None:
    page.goto((edition / "index.html").as_uri())
    page.locator(".md-search__input").click()
    page.keyboard.type("zeppelin", delay=20)

    expect(page.locator(".md-search-result__meta")).to_contain_text("Nothing found")


def test_dark_mode_is_kept_from_page_to_page(page: Page, watch: Watch, edition: Path) -> None:
    page.goto((edition / "index.html").as_uri())
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")

    for _ in range(2):  # from the system's colours to light ones, to dark ones
        page.locator("[data-md-component=palette] label:visible").click()
    page.goto((edition / "readings/harbour/index.html").as_uri())

    expect(body).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("reader", ["page", "plain_page"], ids=["scripts", "no scripts"])
def test_a_reader_finds_the_way_through_the_edition(
    request: pytest.FixtureRequest, edition: Path, reader: str
) -> None:
    page: Page = request.getfixturevalue(reader)
    walk_through_from_a_folder(page, edition, has_scripts=reader == "page")

    page.locator(".md-header .wordmark").click()
    expect(page).to_have_url((edition / "index.html").as_uri())


def test_a_former_address_forwards(page: Page, watch: Watch, edition: Path) -> None:
    page.goto((edition / "readings/port/index.html").as_uri() + "#p3")

    expect(page).to_have_url((edition / "readings/harbour/index.html").as_uri() + "#p3")
