"""Which pages axe reads in which circumstances.

Reading a page takes a second or more, and pages of one kind are made by the same code. So one page
of each kind is read in all circumstances, and in `make test-long` each of the others in one, by
turns.
"""

from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from build_scripts.render.addresses import FOLDERS

STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe that ask for colours; all others find the same in light and in dark."""


class Circumstances(NamedTuple):
    """How a reader looks at a page.

    Attributes:
        width: of the window in CSS pixels.
        scheme: light or dark.
        rules: the standards or the rules that axe goes by.
        forced: whether the system forces its colours on pages.
    """

    width: int
    scheme: str
    rules: tuple[str, ...]
    forced: bool = False

    @property
    def name(self) -> str:
        """As people call them."""
        return f"{self.width}-{self.scheme}{'-forced' if self.forced else ''}"

    def options(self) -> dict[str, Any]:
        """Playwright's options of a context in which a page is looked at like this."""
        return {
            "viewport": {"width": self.width, "height": 800},
            "color_scheme": self.scheme,
            "reduced_motion": "reduce",
            "forced_colors": "active" if self.forced else "none",
        }


CIRCUMSTANCES = (
    Circumstances(1280, "light", STANDARDS),
    Circumstances(390, "dark", STANDARDS),
    Circumstances(390, "light", COLOURS),
    Circumstances(1280, "dark", COLOURS),
    Circumstances(1280, "dark", COLOURS, forced=True),
)
WITH_ALL_RULES = CIRCUMSTANCES[:2]


def addresses(site: Path) -> list[str]:
    """The addresses of all pages of a site, relative to it."""
    pages = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(page.removesuffix("index.html") for page in pages)


class SitePage(NamedTuple):
    """A page: the folder of its site, and its address relative to that."""

    site: Path
    address: str

    @property
    def length(self) -> int:
        """In bytes."""
        path = self.site / self.address
        return (path if path.is_file() else path / "index.html").stat().st_size

    @property
    def kind(self) -> tuple[str, int]:
        """The same for pages that lie as deep in the same folder."""
        return self.address.partition("/")[0], self.address.count("/")


def pages_by_circumstances(
    site: Path, small_site: Path, *, every: bool
) -> dict[Circumstances, list[SitePage]]:
    """The pages to read in each of the circumstances.

    Args:
        site: this project's own; its shortest page of a kind stands for those written by hand.
        small_site: for generated pages, which are longer elsewhere.
        every: the other pages of the project's own site as well.
    """
    kinds: defaultdict[tuple[str, int], list[SitePage]] = defaultdict(list)
    for page in (
        *(SitePage(site, address) for address in addresses(site)),
        *(
            SitePage(small_site, address)
            for address in addresses(small_site)
            if address.partition("/")[0] in FOLDERS
        ),
    ):
        kinds[page.kind].append(page)
    shortest = {min(same, key=lambda page: page.length) for same in kinds.values()}
    chosen = {circumstances: sorted(shortest) for circumstances in CIRCUMSTANCES}
    if every:
        others = (SitePage(site, address) for address in addresses(site))
        for number, page in enumerate(page for page in others if page not in shortest):
            chosen[WITH_ALL_RULES[number % len(WITH_ALL_RULES)]].append(page)
    return chosen
