"""Arrange the readings in the navigation by collection, and cut long sections short there."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from build_scripts.model.arrangement import Arrangement, Shelf

MOST_IN_VIEW = 40
"""A section with more pages shows only those around the one that is read, on each page."""


class LongSection(Section):
    """A section of which each page shows a part: its index, and what is around the page itself.

    A page of a thousand readings would otherwise carry the titles of all the others.
    """

    def __init__(self, title: str, children: list[Any]) -> None:
        self._all: list[Any] = []
        self._place = 0  # among those after the index, of the one that was active last
        super().__init__(title, children)
        for child in children:
            child.parent = self

    @property
    def children(self) -> list[Any]:
        """What the navigation shows on the page that is made now."""
        if len(self._all) <= MOST_IN_VIEW:
            return self._all
        first, *others = self._all
        # Pages are made in this order, so it is mostly the same one again, or the next.
        near = (*range(self._place, min(self._place + 2, len(others))), *range(len(others)))
        place = next((place for place in near if others[place].active), None)
        if place is None:
            return [first]
        self._place = place
        start = max(0, min(place - MOST_IN_VIEW // 2, len(others) - MOST_IN_VIEW))
        return [first, *others[start : start + MOST_IN_VIEW]]

    @children.setter
    def children(self, value: list[Any]) -> None:
        self._all = value

    @property
    def everything(self) -> list[Any]:
        """What is in the section, whichever page is made."""
        return self._all


def long_section(section: Section) -> LongSection:
    """The same section, of which each page shows a part."""
    long = LongSection(str(section.title), section.children)
    long.parent = section.parent
    return long


def everything_in(section: Section) -> list[Any]:
    """The children of a section, also those that it does not show now."""
    return section.everything if isinstance(section, LongSection) else section.children


def shelved(
    readings: Section, collections: Iterable[Page], arrangement: Arrangement
) -> LongSection:
    """The section of all readings, with a section for each collection in it.

    Args:
        readings: the pages of their list, and a page or a section for each.
        collections: the pages of each collection, its first page first.
        arrangement: of the readings.
    """
    of_list = [item for item in readings.children if _is_page_of_list(item)]
    by_id = {_id_of(item): item for item in readings.children if not _is_page_of_list(item)}
    pages: dict[str, list[Page]] = {}
    for page in collections:
        pages.setdefault(_id_of(page), []).append(page)
    on_shelves = (_section(shelf, by_id, pages) for shelf in arrangement.shelves)
    loose = (by_id.pop(name) for name in arrangement.others if name in by_id)
    children = [*of_list, *filter(None, on_shelves), *loose]
    placed = {*arrangement.all_readings()}
    # Pages of an earlier build stay while there are errors.
    unknown = (item for name, item in by_id.items() if name not in placed)
    section = LongSection(str(readings.title), [*children, *unknown])
    section.parent = readings.parent
    return section


def _section(
    shelf: Shelf, readings: Mapping[str, StructureItem], pages: Mapping[str, Sequence[Page]]
) -> LongSection | None:
    """The section of a collection; None while it has no page."""
    of_list = pages.get(shelf.collection.id)
    if of_list is None:
        return None
    own = (readings[name] for name in shelf.readings if name in readings)
    parts = (_section(part, readings, pages) for part in shelf.parts)
    return LongSection(shelf.collection.title, [*of_list, *own, *filter(None, parts)])


def _is_page_of_list(item: StructureItem) -> bool:
    """Whether a page is one of the list of readings; a reading has a folder of its own."""
    return isinstance(item, Page) and item.file.src_uri.count("/") == 1


def _id_of(item: StructureItem) -> str:
    """The id of the reading or the collection to which a page or a section belongs."""
    page = item
    while isinstance(page, Section):
        page = page.children[0]
    return page.file.src_uri.split("/")[1] if isinstance(page, Page) else ""
