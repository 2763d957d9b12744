"""Weigh a built site: ``python -m benchmarks.site_weight SITE``.

Sizes are compressed as by a server, and what a search fetches is what a browser fetches.
"""

import gzip
import sys
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from benchmarks.compressing_server import serving
from benchmarks.table import table
from tests.browser import chromium
from tests.browser.conftest import ARGUMENTS, AS_ROOT

_SETTLED_MILLISECONDS = 3000
_PATIENCE_MILLISECONDS = 120_000
_OF_THE_SEARCH = ("search", "pagefind")
"""What stands in the addresses of its files."""


class Weight(NamedTuple):
    """What a site weighs, in bytes.

    Attributes:
        site: all files.
        reading: the page of a reading, compressed; the median.
        largest: the largest page, compressed.
        largest_page: its path.
        before_search: what the search fetches before anybody searches, compressed.
        first_search: what is fetched for the first search, compressed.
    """

    site: int
    reading: int
    largest: int
    largest_page: str
    before_search: int
    first_search: int


def weigh(site: Path) -> Weight:
    """Weigh a site with at least one reading on one page."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = {path: compressed(path) for path in files if path.suffix == ".html"}
    readings = {path: size for path, size in pages.items() if path.match("readings/*/index.html")}
    largest = max(pages, key=lambda path: (pages[path], path))
    first = min(readings)
    before, search = _searched(site, f"{first.parent.relative_to(site).as_posix()}/")
    return Weight(
        sum(path.stat().st_size for path in files),
        round(median(readings.values())),
        pages[largest],
        largest.relative_to(site).as_posix(),
        before,
        search,
    )


def compressed(path: Path) -> int:
    """The size of a file as servers send it (gzip -6)."""
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def _searched(site: Path, address: str) -> tuple[int, int]:
    """What is fetched on a page for the search, before and for the first one."""
    with sync_playwright() as playwright, serving(site) as served:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=[*ARGUMENTS, *AS_ROOT]
        )
        page = browser.new_page()
        page.set_default_timeout(_PATIENCE_MILLISECONDS)
        page.goto(f"{served.origin}/{address}", wait_until="networkidle")
        page.wait_for_timeout(_SETTLED_MILLISECONDS)
        opened = dict(served.sent)
        words = page.locator("[data-paragraph]").first.inner_text().split()
        box = page.locator("[data-md-component=search-query]")
        box.click()
        box.press_sequentially(max(words, key=len).strip(".,;:!?"))
        page.locator(".md-search-result__item").first.wait_for()
        page.wait_for_timeout(_SETTLED_MILLISECONDS)
        new = {name: size for name, size in served.sent.items() if name not in opened}
        browser.close()
    before = {name: size for name, size in opened.items() if _is_of_the_search(name)}
    return sum(before.values()), sum(new.values())


def _is_of_the_search(address: str) -> bool:
    return any(word in address.lower() for word in _OF_THE_SEARCH)


def weights_table(weights: dict[int, Weight]) -> str:
    """The figures in Markdown, by the number of readings."""
    return table(
        ("N", "site MB", "a reading kB", "largest page kB", "", "before a search kB", "for it kB"),
        (
            (
                str(readings),
                f"{w.site / 1e6:.1f}",
                f"{w.reading / 1000:.1f}",
                f"{w.largest / 1000:.1f}",
                f"`{w.largest_page}`",
                f"{w.before_search / 1000:.1f}",
                f"{w.first_search / 1000:.1f}",
            )
            for readings, w in weights.items()
        ),
    )


if __name__ == "__main__":
    print(weights_table({0: weigh(Path(sys.argv[1]))}))
