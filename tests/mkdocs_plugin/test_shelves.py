"""What the navigation shows of collections, and of sections with many pages."""

from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from build_scripts.mkdocs_plugin.shelves import MOST_IN_VIEW, LongSection, shelved
from build_scripts.model.arrangement import Arrangement, DeclaredCollection, Shelf
from build_scripts.model.line_and_column import Document, Origin


def _pages(number: int) -> list[Any]:
    return [SimpleNamespace(title=f"page {n}", active=False, parent=None) for n in range(number)]


def _section(number: int, active: int | None = None) -> LongSection:
    pages = _pages(number)
    if active is not None:
        pages[active].active = True
    return LongSection("Readings", pages)


def _shown(section: Section) -> list[str]:
    return [str(page.title).removeprefix("page ") for page in section.children]


@pytest.mark.parametrize("active", [None, 0, 7])
def test_a_short_section_shows_everything_on_each_page(active: int | None) -> None:
    assert len(_shown(_section(MOST_IN_VIEW, active))) == MOST_IN_VIEW


@pytest.mark.parametrize(
    ("active", "first", "last"),
    [(1, 1, 40), (20, 1, 40), (21, 1, 40), (22, 2, 41), (500, 480, 519), (999, 960, 999)],
)
def test_a_long_section_shows_the_pages_around_the_one_that_is_read(
    active: int, first: int, last: int
) -> None:
    shown = _shown(_section(1000, active))
    assert shown == ["0", *map(str, range(first, last + 1))]
    assert str(active) in shown


@pytest.mark.parametrize("active", [None, 0])
def test_elsewhere_a_long_section_shows_its_index(active: int | None) -> None:
    section = _section(1000, active)
    assert _shown(section) == ["0"]
    assert len(section.everything) == 1000


def test_the_parts_of_a_list_stand_after_its_first_page() -> None:
    """Those of the list of readings and those of a collection; then come the readings."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Site"})
    config.validate()

    def page(path: str) -> Page:
        return Page(path, File(path, "docs", "site", use_directory_urls=True), config)

    of_list = ("readings/index.md", "readings/0.md", "readings/from.b.md")
    of_readings = [page(f"readings/{name}/index.md") for name in ("a", "b", "c")]
    of_hills = ("collections/hills/index.md", "collections/hills/0.md")
    origin = Origin(Document("annotations/collections.yml", ""), 0)
    declared = DeclaredCollection("hills", "Hills", "", ("c",), "", origin)
    arrangement = Arrangement((Shelf(declared, ("c",), ()),), ("a", "b"))

    section = shelved(
        Section("Readings", [*map(page, of_list), *of_readings]), map(page, of_hills), arrangement
    )

    def titles(items: list[Any]) -> list[Any]:
        return [titles(i.children) if isinstance(i, Section) else i.file.src_uri for i in items]

    hills = [*of_hills, "readings/c/index.md"]
    loose = ["readings/a/index.md", "readings/b/index.md"]
    assert titles(section.children) == [*of_list, hills, *loose]
