"""A site built with `use_directory_urls: false` is read from a folder, without any server."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Traffic
from tests.browser.journeys import walk_through_from_a_folder
from tests.mkdocs_runs import mkdocs_build, small_project


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, in a folder with a name that an address cannot hold as it is."""
    project = small_project(tmp_path_factory.mktemp("50% & more #1"))
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("use_directory_urls: false\n")
    outcome = mkdocs_build(project, "--strict")
    assert outcome.returncode == 0, outcome.stderr
    return project / "site"


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(request: pytest.FixtureRequest, open_page: Callable[..., Page], traffic: Traffic) -> Page:
    """An empty page that may open files, with and without JavaScript."""
    traffic.allowed.add("file://")
    return open_page(java_script_enabled=request.param)


def test_a_reader_finds_the_way_through_the_site(page: Page, folder: Path) -> None:
    walk_through_from_a_folder(page, folder)

    page.locator("#p1 a[href='#term-harbour-board']").click()
    page.locator("#term-harbour-board a[href*='glossary']").first.click()
    expect(page).to_have_url((folder / "glossary/index.html").as_uri() + "#term-harbour-board")


def test_a_former_address_forwards(page: Page, folder: Path) -> None:
    page.goto((folder / "readings/port/index.html").as_uri())

    expect(page).to_have_url((folder / "readings/harbour/index.html").as_uri())
