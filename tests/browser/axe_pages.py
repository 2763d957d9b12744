"""Which pages axe reads in which circumstances.

Reading a page takes a second or more, and pages of one kind are made by the same code. So one page
of each kind is read in all circumstances, and each of the others in one, by turns.
"""

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe that ask for colours; all others find the same in light and in dark."""


class Circumstances(NamedTuple):
    """How a reader looks at a page.

    Attributes:
        width: of the window in CSS pixels.
        scheme: light or dark.
        rules: the standards or the rules that axe goes by.
    """

    width: int
    scheme: str
    rules: tuple[str, ...]


CIRCUMSTANCES = (
    Circumstances(1280, "light", STANDARDS),
    Circumstances(390, "dark", STANDARDS),
    Circumstances(390, "light", COLOURS),
    Circumstances(1280, "dark", COLOURS),
)
WITH_ALL_RULES = CIRCUMSTANCES[:2]


def addresses(site: Path) -> list[str]:
    """The addresses of all pages of a site, relative to it."""
    pages = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(page.removesuffix("index.html") for page in pages)


def pages_by_circumstances(site: Path) -> dict[Circumstances, list[str]]:
    """The pages to read in each of the circumstances, as addresses relative to the site.

    Those that lie as deep in the same folder are of one kind; the shortest stands for it.
    """
    kinds: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for page in sorted(addresses(site), key=lambda page: _length(site, page)):
        kinds[page.partition("/")[0], page.count("/")].append(page)
    chosen = {
        circumstances: [same[0] for same in kinds.values()] for circumstances in CIRCUMSTANCES
    }
    others = (page for same in kinds.values() for page in same[1:])
    for number, page in enumerate(others):
        chosen[WITH_ALL_RULES[number % len(WITH_ALL_RULES)]].append(page)
    return chosen


def _length(site: Path, page: str) -> int:
    path = site / page
    return (path if path.is_file() else path / "index.html").stat().st_size
