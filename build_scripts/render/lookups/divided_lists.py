"""Divide every list of a site that is long."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from build_scripts.model.annotation import Term
from build_scripts.model.collection import GlossaryPages
from build_scripts.model.memory import Memory
from build_scripts.model.placed import AnnotatedCollection, PlacedEvent
from build_scripts.render.addresses import (
    ANNOTATIONS_PAGE,
    BIBLIOGRAPHY_PAGE,
    COMPARISONS_PAGE,
    CROSS_REFERENCES_PAGE,
    GLOSSARY_PAGE,
    MAP_PAGE,
    OVERVIEW_PAGE,
    PEOPLE_PAGE,
    READINGS_PAGE,
    TIMELINE_PAGE,
    collection_page,
    comparison_page,
)
from build_scripts.render.bodies.mentions import Mention
from build_scripts.render.citation.short_citations import ShortCitation
from build_scripts.render.lookups import list_items
from build_scripts.render.lookups.citing_entries import Citing
from build_scripts.render.lookups.compared_readings import InCommon
from build_scripts.render.lookups.corpus_relations import CorpusRelations
from build_scripts.render.lookups.division import divide
from build_scripts.render.lookups.entries_and_parts import Division, Item
from build_scripts.render.lookups.incoming import Incoming
from build_scripts.render.lookups.occurrences import Occurrences
from build_scripts.render.lookups.stated_references import StatedReference
from build_scripts.render.lookups.voices import Voices

BY_COLLECTION = (ANNOTATIONS_PAGE, CROSS_REFERENCES_PAGE)
"""The lists that are divided by the collections at the top."""


class Uses(NamedTuple):
    """Where entries are used, as far as lists show it."""

    occurrences: Occurrences
    incoming: Incoming
    mentions: Mapping[str, Sequence[Mention]]
    voices: Voices
    citing: Citing
    stated: Mapping[str, StatedReference]
    relations: CorpusRelations
    in_common: Mapping[str, InCommon]


def divide_lists(
    collection: AnnotatedCollection,
    terms: Sequence[Term],
    events: Sequence[PlacedEvent],
    uses: Uses,
    short: Mapping[str, ShortCitation],
    longest: int,
    memory: Memory,
) -> dict[str, Division]:
    """Every list, by its first page.

    Args:
        collection: that is listed.
        terms: in alphabetical order.
        events: in the order of their dates.
        uses: of the entries.
        short: the short form of each source.
        longest: about how many bytes of entries stand on a page.
        memory: that of a series of builds.
    """
    shelves = tuple(shelf.collection.id for shelf in collection.arrangement.shelves)
    by_initial = collection.settings.glossary_pages is GlossaryPages.BY_INITIAL
    items = _items(collection, terms, events, uses, short, longest)
    return {
        page: memory.recall(
            ("list", page),
            _divided,
            page,
            (*of_page,),
            longest,
            page == GLOSSARY_PAGE and by_initial,
            shelves if page in BY_COLLECTION else (),
        )
        for page, of_page in items
    }


def _divided(
    page: str, items: tuple[Item, ...], longest: int, always: bool, groups_first: tuple[str, ...]
) -> Division:
    return divide(page, items, longest, always=always, groups_first=groups_first)


def _items(
    collection: AnnotatedCollection,
    terms: Sequence[Term],
    events: Sequence[PlacedEvent],
    uses: Uses,
    short: Mapping[str, ShortCitation],
    longest: int,
) -> Iterator[tuple[str, Iterator[Item]]]:
    language, arrangement = collection.settings.language, collection.arrangement
    readings = {annotated.reading.id: annotated for annotated in collection.readings}
    sentences = {name: list_items.bytes_of_sentence(one) for name, one in readings.items()}
    occurrences, incoming, mentions, voices, citing, stated, relations, common = uses
    yield (
        GLOSSARY_PAGE,
        list_items.glossary_items(
            terms, occurrences, incoming, mentions, sentences, language, longest
        ),
    )
    yield PEOPLE_PAGE, list_items.people_items(terms, voices, occurrences, language, longest)
    yield (
        CROSS_REFERENCES_PAGE,
        list_items.cross_reference_items(stated, arrangement, sentences),
    )
    yield TIMELINE_PAGE, list_items.timeline_items(events, incoming, mentions, longest)
    yield MAP_PAGE, list_items.map_items(terms, occurrences, mentions, language, longest)
    yield OVERVIEW_PAGE, list_items.relation_items(relations)
    by_id = [placed.event for placed in collection.events]
    yield (
        ANNOTATIONS_PAGE,
        list_items.annotation_items(
            *(readings, arrangement, sentences, terms, by_id, collection.comparisons, longest)
        ),
    )
    yield (
        BIBLIOGRAPHY_PAGE,
        list_items.bibliography_items(collection.references, short, citing, language, longest),
    )
    texts = {name: one.reading for name, one in readings.items()}
    yield READINGS_PAGE, list_items.reading_items(arrangement.others, texts)
    for way in arrangement.ways():
        shelf = way[-1]
        page = collection_page(shelf.collection.id)
        yield page, list_items.reading_items(shelf.readings, texts)
    if collection.comparisons:
        yield COMPARISONS_PAGE, list_items.items_of_comparisons(collection.comparisons, texts)
    placed = {one.event.id: one for one in events}
    for one in collection.comparisons:
        items = list_items.comparison_items(
            *(one, common[one.id], texts, stated, placed, occurrences, sentences)
        )
        yield comparison_page(one.id), items
