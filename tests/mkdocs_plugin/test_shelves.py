"""What the navigation shows of collections, and of sections with many pages."""

from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.structure.nav import Section

from build_scripts.mkdocs_plugin.shelves import MOST_IN_VIEW, LongSection


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
