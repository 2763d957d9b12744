"""Compare the first load of a page with that of the same words in plain Material."""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.compressing_server import serving
from tests.browser import chromium

LAST = "search/search_index.json"
"""The file that plain Material fetches last, by a worker of its search; we fetch none."""
_OF_THE_SEARCH = "search"
"""How the names of its files begin."""
_TYPEFACE = ".woff2"
"""How the names of font files end."""
PATIENCE_SECONDS = 30
SETTLED_SECONDS = 3
MORE_AT_MOST = 20_000
"""How many bytes more a reading may cost than the same words in plain Material."""


def first_loads(
    site: Path, addresses: Iterable[str], patience: int = PATIENCE_SECONDS
) -> dict[str, dict[str, int]]:
    """By page, the compressed bytes of each answer when it is opened with an empty cache.

    Args:
        site: the folder of a built site.
        addresses: of pages, relative to the site.
        patience: how many seconds the last file is waited for.
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
            for _ in range(patience):
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
        plain_site: that of plain Material.
        texts: the file of the source, by address of the page.
        more_at_most: the limit that the verdict names.
    """
    ours = first_loads(site, texts, SETTLED_SECONDS)
    theirs = first_loads(plain_site, texts)
    for address, source in texts.items():
        yield f"### First load of {address}, bytes compressed\n"
        yield "| | with readings | plain Material | more |\n|---|--:|--:|--:|"
        here, there = _by_kind(ours[address]), _by_kind(theirs[address])
        for kind in sorted({*here, *there}):
            us, them = here.get(kind, 0), there.get(kind, 0)
            yield f"| {kind} | {us:,} | {them:,} | {us - them:+,} |"
        us, them = sum(here.values()), sum(there.values())
        yield f"| all | {us:,} | {them:,} | {us - them:+,} |"
        # Typefaces come after the words, and once for all pages, so they are told apart. We fetch
        # nothing for the search: that must not hide what pages cost.
        us, them = (_of_typefaces(kinds) for kinds in (here, there))
        yield f"| typefaces | {us:,} | {them:,} | {us - them:+,} |"
        us, them = (_of_the_page(kinds) for kinds in (here, there))
        verdict = "within" if us - them <= more_at_most else "MORE THAN"
        yield (
            f"| all but typefaces and the search | {us:,} | {them:,}"
            f" | **{us - them:+,}**, {verdict} {more_at_most:,} |"
        )
        yield (
            "\nPlain Material has the same words, headings, lists and links, notes and terms"
            " included, but no dialogs, panels and buttons, since these need scripts. The figures"
            " are for bodies of answers, compressed by gzip, without headers. Material fetches the"
            " index of its search when a page opens, and we do when somebody searches."
        )
        words = len(gzip.compress(source.read_bytes(), mtime=0))
        yield f"\nThe source alone is {words:,}: the page adds {here['page'] - words:,} to that.\n"


def _of_typefaces(sizes: dict[str, int]) -> int:
    return sum(size for name, size in sizes.items() if name.endswith(_TYPEFACE))


def _of_the_page(sizes: dict[str, int]) -> int:
    """The bytes of everything but typefaces and the search."""
    search = sum(size for name, size in sizes.items() if name.startswith(_OF_THE_SEARCH))
    return sum(sizes.values()) - search - _of_typefaces(sizes)


def _by_kind(load: dict[str, int]) -> dict[str, int]:
    kinds: dict[str, int] = {}
    for address, size in load.items():
        name = address.rpartition("/")[2]
        kind = "page" if not name or name.endswith(".html") else name
        kinds[kind] = kinds.get(kind, 0) + size
    return kinds
