"""Every page of this project's site opens in a browser as it should."""

from collections.abc import Callable, Iterable
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.watch import Watch


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


def test_so_do_the_pages_of_a_site_in_a_folder_of_its_host(
    page: Page, serve_folder: Callable[[Path], str], small_site: Path, tmp_path: Path
) -> None:
    """As a fork publishes it, with a repository that the variables name."""
    (tmp_path / "collection").symlink_to(small_site)  # as the address that it was built with says
    origin = f"{serve_folder(tmp_path)}/collection"

    watch = open_pages(page, origin, one_of_each_kind(pages_of(small_site)))

    assert watch.violations == []
    assert watch.faults == []
    page.goto(f"{origin}/guide/")
    assert page.locator("a[href^='https://example.org/repository']").count(), (
        "the variables had no effect"
    )
