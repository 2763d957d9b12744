"""Say what the overview shows: readings or, in a large collection, a few groups of readings."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from build_scripts.render.addresses import READINGS_PAGE, collection_page, reading_page
from build_scripts.render.lists.reading_filter import reading_filter
from build_scripts.render.lookups.corpus_relations import CorpusRelations
from build_scripts.render.page import one_line
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import reading_title

MANY_READINGS = 100
"""More readings are shown in groups."""
_OTHERS = "0"
"""The id of the group of all other readings; no other group has it."""


class Group(NamedTuple):
    """Some readings that the picture shows as one: its id, its name, and the page that lists it."""

    id: str
    title: str
    page: str
    readings: tuple[str, ...]


def groups_of_readings(context: PageContext) -> tuple[Group, ...]:
    """The collections at the top or, without any, decades or centuries; empty if there are few."""
    site = context.site
    if len(site.texts) <= MANY_READINGS:
        return ()
    groups = tuple(_collections(context) if site.arrangement.shelves else _dates(context))
    grouped = {reading for group in groups for reading in group.readings}
    others = tuple(name for name in site.arrangement.all_readings() if name not in grouped)
    if others:
        title = context.words.text("other-texts")
        groups = (*groups, Group(_OTHERS, title, READINGS_PAGE, others))
    return groups if len(groups) > 1 else ()


def _collections(context: PageContext) -> Iterator[Group]:
    for shelf in context.site.arrangement.shelves:
        identifier, title = shelf.collection.id, one_line(shelf.collection.title)
        readings = tuple(shelf.all_readings())
        if readings:
            yield Group(identifier, title, collection_page(identifier), readings)


def _dates(context: PageContext) -> Iterator[Group]:
    texts = context.site.texts
    choices = reading_filter(context.words, texts.values())
    if choices is None:
        return
    by_date: dict[str, list[str]] = {}
    for name in context.site.arrangement.all_readings():
        date = choices.values_of(texts[name])["data-date"]
        if date:
            by_date.setdefault(date, []).append(name)
    for date, title in choices.dates:
        yield Group(date, title, READINGS_PAGE, tuple(by_date[date]))


def by_reading(groups: tuple[Group, ...]) -> Mapping[str, str]:
    """The id of the group of each reading."""
    return {reading: group.id for group in groups for reading in group.readings}


class Shown(NamedTuple):
    """What the picture shows: readings, or groups of readings if there are very many.

    Attributes:
        titles: by id, in order.
        pages: by id.
        sizes: the number of readings for which each stands.
        relations: between them.
        is_grouped: whether they are groups.
    """

    titles: Mapping[str, str]
    pages: Mapping[str, str]
    sizes: Mapping[str, int]
    relations: CorpusRelations
    is_grouped: bool


def shown_readings(context: PageContext, relations: CorpusRelations) -> Shown:
    """The readings of a collection with what they have in common, or groups of them."""
    groups = groups_of_readings(context)
    if groups:
        return Shown(
            {group.id: group.title for group in groups},
            {group.id: group.page for group in groups},
            {group.id: len(group.readings) for group in groups},
            relations.grouped(by_reading(groups)),
            is_grouped=True,
        )
    names = [*context.site.arrangement.all_readings()]
    return Shown(
        {name: reading_title(context.site, name) for name in names},
        {name: reading_page(name) for name in names},
        dict.fromkeys(names, 1),
        relations,
        is_grouped=False,
    )
