"""What a page needs to know about the whole site: the annotated collection as look-ups.

Pages read the collection by keys only, so that it is known what each page depends on.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_scripts.model.annotation import Body, Note, Reference, Term
from build_scripts.model.arrangement import Arrangement, Shelf
from build_scripts.model.collection import Settings
from build_scripts.model.comparison import Comparison
from build_scripts.model.memory import Memory, NoMemory
from build_scripts.model.placed import (
    AnnotatedCollection,
    AnnotatedReading,
    PlacedAnnotation,
    PlacedEvent,
    PlacedQuestion,
)
from build_scripts.model.reading import Reading
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.render.addresses import Addresses, ReadingPages
from build_scripts.render.bodies.body_pieces import LinkWriter, Pieces, assemble
from build_scripts.render.bodies.mentions import Mention, TermFinder, find_mentions
from build_scripts.render.interface import Interface, interface_of
from build_scripts.render.lookups.asked_elsewhere import AskedElsewhere, asked_elsewhere
from build_scripts.render.lookups.citing_entries import CitingEntry, citing_entries
from build_scripts.render.lookups.compared_readings import InCommon, in_common
from build_scripts.render.lookups.corpus_relations import CorpusRelations, corpus_relations
from build_scripts.render.lookups.divided_lists import Uses, divide_lists
from build_scripts.render.lookups.entries_and_parts import Division, ListPart, PartName
from build_scripts.render.lookups.incoming import IncomingReference, incoming_references
from build_scripts.render.lookups.list_pages import list_pages
from build_scripts.render.lookups.occurrences import occurrences_by_term
from build_scripts.render.lookups.stated_annotations import stated_in
from build_scripts.render.lookups.stated_references import StatedReference, stated_references
from build_scripts.render.lookups.term_names import names_of_terms
from build_scripts.render.lookups.voices import Voice, find_voices
from build_scripts.render.markdown_safe_html import NO_HTML, Html
from build_scripts.render.term_order import in_order
from build_scripts.text.edtf_dates import date_key, period

BodyKey = tuple[str, str]
"""The file and the Markdown of a body, which decide what it becomes."""

WHOLE = "whole"
PLACES_IN_FILE = 4_000
"""A file with the places of more elements is divided, so that little is fetched for one address."""


def body_key(body: Body) -> BodyKey:
    """The key of a body in `Site.bodies`."""
    return body.origin.document.path, body.markdown


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """Everything that is published, as look-ups.

    Attributes:
        settings: of the collection.
        configuration: how the site is published.
        bodies: each body, complete except for its links, by `body_key`.
        find_terms: finds glossary terms in running text.
        addresses: the form of links.
        pages: the page that shows each paragraph.
        interfaces: the interface in each language that a page uses, by tag.
        readings, terms, references: by id, in the order of their ids.
        texts: readings for all who do not ask what is annotated in them, by id; their notes and
            other annotations are left out.
        events: by id, oldest first.
        linkable: where each published note and question stands, by the ids of the reading and of
            the entry: the offset at which its passage begins; None for a question without one.
        stated_in: the annotations that are written for a reading, in the order of its text, without
            terms, by its id.
        questions: the questions on a reading, by its id.
        asked_elsewhere: the questions of other readings that have passages in a reading, by its id.
        mentions: the places where bodies name other entries, by `mention_key`.
        events_of: the events that refer to a reading, by reading id, oldest first.
        paragraph_starts: the offset at which each paragraph begins, by reading id.
        occurrences: the places of a term in the readings, by term id.
        incoming: the cross-references to terms and events, by ``term-ID`` and ``event-ID``.
        names: each name of a term, by term id.
        voices: the parts that somebody in the glossary has in readings, by term id.
        other_voices: those of anybody else, by name.
        in_sources: the parts that somebody in the glossary has in sources, by term id.
        citing: the entries that cite a source, by its id.
        stated: the cross-references, each once, by `StatedReference.name`.
        lists: the pages of a list with the number of entries on each, by the first page.
        parts: a page of a list, by its Markdown file.
        place_files: the number of files that say where the entries of a divided list stand, by the
            first page of the list.
        places: in a divided list, the page on which an element stands, by the first page of the
            list and the id of the element.
        relations: what the readings have in common.
        list_pages: the pages that list something, in their order.
        arrangements: the arrangement of all readings, by the key `WHOLE`.
        ways: the collections in which a reading stands, from the top, by reading id.
        comparisons: by id, in the order in which they are shown.
        compared: the comparisons in which a reading stands, by reading id.
        in_common: what the readings of a comparison have in common, by its id.
    """

    settings: Settings
    configuration: SiteConfiguration
    bodies: Mapping[BodyKey, Pieces]
    find_terms: TermFinder
    addresses: Addresses
    pages: ReadingPages
    interfaces: Mapping[str, Interface]
    readings: Mapping[str, AnnotatedReading]
    texts: Mapping[str, Reading]
    terms: Mapping[str, Term]
    references: Mapping[str, Reference]
    events: Mapping[str, PlacedEvent]
    linkable: Mapping[tuple[str, str], int | None]
    stated_in: Mapping[str, tuple[PlacedAnnotation, ...]]
    questions: Mapping[str, tuple[PlacedQuestion, ...]]
    asked_elsewhere: Mapping[str, list[AskedElsewhere]]
    mentions: Mapping[str, list[Mention]]
    events_of: Mapping[str, list[PlacedEvent]]
    paragraph_starts: Mapping[str, tuple[int, ...]]
    occurrences: Mapping[str, Mapping[str, list[Span]]]
    incoming: Mapping[str, list[IncomingReference]]
    names: Mapping[str, tuple[str, ...]]
    voices: Mapping[str, list[Voice]]
    other_voices: Mapping[str, list[Voice]]
    in_sources: Mapping[str, list[Voice]]
    citing: Mapping[str, tuple[CitingEntry, ...]]
    stated: Mapping[str, StatedReference]
    lists: Mapping[str, tuple[tuple[PartName, int], ...]]
    parts: Mapping[str, ListPart]
    place_files: Mapping[str, int]
    places: Mapping[tuple[str, str], str]
    relations: CorpusRelations
    list_pages: tuple[str, ...]
    arrangements: Mapping[str, Arrangement]
    ways: Mapping[str, tuple[Shelf, ...]]
    comparisons: Mapping[str, Comparison]
    compared: Mapping[str, tuple[Comparison, ...]]
    in_common: Mapping[str, InCommon]

    @property
    def arrangement(self) -> Arrangement:
        """All readings in the order in which they are shown."""
        return self.arrangements[WHOLE]

    def interface(self, language: str = "") -> Interface:
        """The interface in a language that a page uses, or else in the site's language."""
        return self.interfaces[language or self.settings.language]

    def events_by_id(self) -> list[PlacedEvent]:
        """All events in the order of their ids."""
        return [self.events[name] for name in sorted(self.events)]

    def paragraph_number(self, reading_id: str, offset: int) -> int:
        """The number of the paragraph in which an offset lies."""
        return bisect_right(self.paragraph_starts[reading_id], offset)

    def page_of(self, reading_id: str, offset: int) -> str:
        """The page that shows an offset of a reading."""
        return self.pages.page_of(reading_id, self.paragraph_number(reading_id, offset))

    def page_in_list(self, list_page: str, identifier: str) -> str:
        """The page on which an element of a list stands; `list_page` is the first page."""
        return self.places.get((list_page, identifier), list_page)

    def body(self, body: Body | None, write_link: LinkWriter) -> Html:
        """The HTML of a body on one page; empty without a body."""
        return assemble(self.bodies[body_key(body)], write_link) if body is not None else NO_HTML


def site_of(
    collection: AnnotatedCollection,
    bodies: Mapping[Body, Pieces],
    find_terms: TermFinder,
    configuration: SiteConfiguration,
    memory: Memory | None = None,
    lists: Mapping[str, Division] | None = None,
) -> Site:
    """The site that publishes a collection.

    Args:
        collection: what is published.
        bodies: the HTML of its bodies.
        find_terms: finds the terms of the glossary.
        configuration: how it is published.
        memory: that of a series of builds.
        lists: how lists are divided, by their first pages; None to divide those of the collection.
    """
    memory = memory or NoMemory()
    settings, readings = collection.settings, collection.readings
    language = settings.language
    events = sorted(collection.events, key=_by_date)
    occurrences = memory.settle("occurrences", occurrences_by_term(readings))
    relations = memory.settle("relations", corpus_relations(readings, occurrences))
    interfaces = {
        spoken: interface_of(spoken, collection, bodies, configuration.language, memory)
        for spoken in {language, *(a.reading.metadata.interface or language for a in readings)}
    }
    mentions = memory.settle("mentions", find_mentions(collection, bodies, find_terms, memory))
    incoming = memory.settle("incoming", incoming_references(readings))
    terms = in_order(collection.terms, language)
    texts = {
        one.reading.id: memory.recall(
            ("text alone", one.reading.id), Reading.text_alone, one.reading
        )
        for one in readings
    }
    voices = memory.settle(
        "voices", find_voices(texts.values(), collection.terms, collection.references)
    )
    by_id = (placed.event for placed in collection.events)
    citing = memory.settle("citing", citing_entries(readings, terms, by_id, collection.comparisons))
    stated = memory.settle("stated", stated_references(readings))
    common = memory.settle(
        "in common",
        in_common(
            *(collection.comparisons, texts, stated, events, terms, occurrences),
            {one.reading.id: one.questions for one in readings},
        ),
    )
    uses = Uses(occurrences, incoming, mentions, voices, citing, stated, relations, common)
    short = interfaces[language].short
    if lists is None:
        longest = configuration.longest_list
        lists = divide_lists(collection, terms, events, uses, short, longest, memory)
    return Site(
        settings=settings,
        configuration=configuration,
        bodies={body_key(body): pieces for body, pieces in bodies.items()},
        find_terms=find_terms,
        addresses=Addresses.of(configuration),
        pages=ReadingPages.of(tuple(annotated.reading for annotated in readings)),
        interfaces=interfaces,
        readings={annotated.reading.id: annotated for annotated in readings},
        texts=texts,
        terms={term.id: term for term in collection.terms},
        references={reference.id: reference for reference in collection.references},
        events={placed.event.id: placed for placed in events},
        linkable={
            (annotated.reading.id, entry): start
            for annotated in readings
            for entry, start in _linkable(annotated)
        },
        mentions=mentions,
        events_of=_by_reading(events),
        stated_in={
            one.reading.id: memory.recall(("stated in", one.reading.id), stated_in, one)
            for one in readings
        },
        questions={one.reading.id: one.questions for one in readings},
        asked_elsewhere=memory.settle("asked elsewhere", asked_elsewhere(readings)),
        paragraph_starts={
            name: memory.recall(("paragraph starts", name), _paragraph_starts, text.source)
            for name, text in texts.items()
        },
        occurrences=occurrences,
        incoming=incoming,
        names=memory.settle("names", names_of_terms(collection.terms)),
        voices=voices.of_terms,
        other_voices=voices.of_others,
        in_sources=voices.in_sources,
        citing=citing,
        stated=stated,
        lists={
            page: tuple((part.name, part.number) for part in division.parts)
            for page, division in lists.items()
        },
        parts=memory.recall("parts of lists", _parts, *lists.values()),
        place_files={
            page: -(-len(division.places) // PLACES_IN_FILE) for page, division in lists.items()
        },
        places=memory.recall("places in lists", _places, *lists.items()),
        relations=relations,
        list_pages=list_pages(collection, relations),
        arrangements={WHOLE: collection.arrangement},
        ways=collection.arrangement.ways_to_readings(),
        comparisons={one.id: one for one in collection.comparisons},
        compared=_compared(collection.comparisons),
        in_common=common,
    )


def _linkable(annotated: AnnotatedReading) -> Iterator[tuple[str, int | None]]:
    for placed in annotated.annotations:
        if isinstance(placed.annotation, Note):
            yield placed.entry, placed.span.start
    for question in annotated.questions:
        yield question.entry, question.start


def _compared(comparisons: Iterable[Comparison]) -> dict[str, tuple[Comparison, ...]]:
    compared: dict[str, list[Comparison]] = {}
    for one in comparisons:
        for reading in one.readings:
            compared.setdefault(reading, []).append(one)
    return {reading: tuple(ones) for reading, ones in compared.items()}


def _paragraph_starts(source: SourceText) -> tuple[int, ...]:
    return tuple(paragraph.span.start for paragraph in source.paragraphs)


def _parts(*lists: Division) -> dict[str, ListPart]:
    return {part.name.page: part for one in lists for part in one.parts}


def _places(*lists: tuple[str, Division]) -> dict[tuple[str, str], str]:
    return {
        (page, anchor): place
        for page, division in lists
        for anchor, place in division.places.items()
    }


def _by_date(placed: PlacedEvent) -> tuple[object, ...]:
    event = placed.event
    return (*date_key(period(event.date, event.end_date)), event.id)


def _by_reading(events: list[PlacedEvent]) -> dict[str, list[PlacedEvent]]:
    by_reading: dict[str, list[PlacedEvent]] = {}
    for placed in events:
        for reading in {passage.reading for passage in placed.passages}:
            by_reading.setdefault(reading, []).append(placed)
    return by_reading
