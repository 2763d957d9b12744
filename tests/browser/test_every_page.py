"""Every page of this project's site opens in a browser as it should."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.watch import Watch
from tests.made_once import MadeOnce
from tests.mkdocs_runs import mkdocs_build

PLACE = "people/project"
"""Where a fork is published, below its host."""


@pytest.fixture(scope="module")
def site_of_fork(project_copy: Path, made_once: MadeOnce) -> Path:
    """This project's site as a fork publishes it, in the folder that its host would show."""

    def build(folder: Path) -> None:
        project = shutil.copytree(project_copy, folder / "project")
        address = f"https://example.org/{PLACE}"
        outcome = mkdocs_build(
            project,
            *("--strict", "--site-dir", str(folder / "host" / PLACE)),
            SITE_URL=f"{address}/",
            REPOSITORY=address,
        )
        assert outcome.returncode == 0, outcome.stderr

    return made_once("fork", build) / "host"


def pages_of(folder: Path) -> list[str]:
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    assert len(pages) > 5
    return pages


def one_of_each_kind(pages: Iterable[str]) -> list[str]:
    """Those that lie as deep in the same folder are written by the same code."""
    return list({(page.partition("/")[0], page.count("/")): page for page in pages}.values())


def open_pages(page: Page, origin: str, pages: Iterable[str]) -> Watch:
    watch = Watch(page)
    for path in pages:
        page.goto(f"{origin}/{path}")
    page.wait_for_load_state("networkidle")
    return watch


def test_pages_open_without_errors_and_ask_nobody_else(
    page: Page, site: str, built_site: Path
) -> None:
    """The fixture `traffic` fails where another origin is asked."""
    watch = open_pages(page, site, pages_of(built_site))

    assert watch.violations == []
    assert watch.faults == []


def test_so_do_the_pages_of_a_fork(
    page: Page, serve_folder: Callable[[Path], str], site_of_fork: Path
) -> None:
    origin = f"{serve_folder(site_of_fork)}/{PLACE}"

    watch = open_pages(page, origin, one_of_each_kind(pages_of(site_of_fork / PLACE)))

    assert watch.violations == []
    assert watch.faults == []
    page.goto(f"{origin}/guide/")
    assert page.locator("a[href^='https://example.org/people/project']").count(), (
        "the variables had no effect"
    )
