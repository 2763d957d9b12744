"""A site built with `use_directory_urls: false` is read from a folder, without any server."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Traffic
from tests.browser.journeys import popover, walk_through_from_a_folder
from tests.made_once import MadeOnce
from tests.mkdocs_runs import mkdocs_build, small_project


@pytest.fixture(scope="module")
def folder(made_once: MadeOnce) -> Path:
    """The site, in a folder with a name that an address cannot hold as it is."""

    def build(folder: Path) -> None:
        project = small_project(folder)
        with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
            settings.write("use_directory_urls: false\n")
        outcome = mkdocs_build(project, "--strict")
        assert outcome.returncode == 0, outcome.stderr

    return made_once("50% & more #1", build) / "site"


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def has_scripts(request: pytest.FixtureRequest) -> bool:
    """Whether JavaScript runs."""
    return bool(request.param)


@pytest.fixture
def page(has_scripts: bool, open_page: Callable[..., Page], traffic: Traffic) -> Page:
    """An empty page that may open files."""
    traffic.allowed.add("file://")
    return open_page(java_script_enabled=has_scripts)


def test_a_reader_finds_the_way_through_the_site(
    page: Page, folder: Path, has_scripts: bool
) -> None:
    walk_through_from_a_folder(page, folder, has_scripts=has_scripts)

    page.locator("#p1 a[href='#term-harbour-board']").click()
    shown = popover(page) if has_scripts else page.locator("#term-harbour-board")
    shown.locator("a[href*='glossary']").first.click()
    expect(page).to_have_url((folder / "glossary/index.html").as_uri() + "#term-harbour-board")


def test_a_former_address_forwards(page: Page, folder: Path) -> None:
    page.goto((folder / "readings/port/index.html").as_uri())

    expect(page).to_have_url((folder / "readings/harbour/index.html").as_uri())
