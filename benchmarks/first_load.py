"""What a reader fetches who opens a page of the site first, beside the same words without us."""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.compressing_server import serving
from tests.browser import chromium

INDEX = "search_index.json"
LAST = f"search/{INDEX}"
"""What is fetched last, by a worker of the theme's search."""
PATIENCE_SECONDS = 30
MORE_AT_MOST = 20_000
"""Bytes that a reading may cost more than the same words in plain Material."""


def first_loads(site: Path, addresses: Iterable[str]) -> dict[str, dict[str, int]]:
    """By page, the bytes of each answer, compressed, when it is opened with an empty cache.

    Args:
        site: the folder of a built site.
        addresses: of pages, relative to it.
    """
    loads = {}
    with sync_playwright() as playwright, serving(site) as served:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"]
        )
        for address in addresses:
            served.sent.clear()
            page = browser.new_context().new_page()
            page.goto(f"{served.origin}/{address}", wait_until="networkidle")
            for _ in range(PATIENCE_SECONDS):
                page.wait_for_timeout(1000)
                if LAST in served.sent:
                    break
            loads[address] = dict(served.sent)
            page.context.close()
        browser.close()
    return loads


def report(
    site: Path, plain_site: Path, texts: dict[str, Path], more_at_most: int = MORE_AT_MOST
) -> Iterator[str]:
    """A table for each page.

    Args:
        site: ours.
        plain_site: the other one.
        texts: by address of a page, the file of its source.
        more_at_most: what is said to be too much.
    """
    ours, theirs = first_loads(site, texts), first_loads(plain_site, texts)
    for address, source in texts.items():
        yield f"### First load of {address}, bytes compressed\n"
        yield "| | with readings | plain Material | more |\n|---|--:|--:|--:|"
        here, there = _by_kind(ours[address]), _by_kind(theirs[address])
        for kind in sorted({*here, *there}):
            us, them = here.get(kind, 0), there.get(kind, 0)
            yield f"| {kind} | {us:,} | {them:,} | {us - them:+,} |"
        us, them = sum(here.values()), sum(there.values())
        yield f"| all | {us:,} | {them:,} | {us - them:+,} |"
        # Ours holds every annotation and yet is the smaller: that must not hide what pages cost.
        us, them = us - here.get(INDEX, 0), them - there.get(INDEX, 0)
        verdict = "within" if us - them <= more_at_most else "MORE THAN"
        yield (
            f"| all but the index of the search | {us:,} | {them:,}"
            f" | **{us - them:+,}**, {verdict} {more_at_most:,} |"
        )
        yield (
            "\nPlain Material has the same words, headings, lists and links, notes and terms"
            " included, but for what needs scripts: dialogs, panels and buttons. Bodies of answers"
            " are counted, compressed by gzip, and no headers. Material fetches the index when a"
            " page opens."
        )
        words = len(gzip.compress(source.read_bytes(), mtime=0))
        yield f"\nThe source alone is {words:,}: the page has {here['page'] - words:+,} to that.\n"


def _by_kind(load: dict[str, int]) -> dict[str, int]:
    kinds: dict[str, int] = {}
    for address, size in load.items():
        name = address.rpartition("/")[2]
        kind = "page" if not name or name.endswith(".html") else name
        kinds[kind] = kinds.get(kind, 0) + size
    return kinds
