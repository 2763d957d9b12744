"""What a page needs to know about the whole site: the annotated collection with look-ups."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from build_scripts.model.annotation import Body, Note, Reference, Term
from build_scripts.model.arrangement import Shelf
from build_scripts.model.placed import (
    AnnotatedCollection,
    AnnotatedReading,
    PlacedAnnotation,
    PlacedEvent,
)
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.render.addresses import Addresses, ReadingPages
from build_scripts.render.bodies.body_pieces import LinkWriter, Pieces, assemble
from build_scripts.render.bodies.mentions import Mention, TermFinder, find_mentions
from build_scripts.render.interface import Interface, interface_of
from build_scripts.render.markdown_safe_html import NO_HTML, Html
from build_scripts.text.edtf_dates import date_key, period


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """Everything that is published, with look-ups.

    Attributes:
        collection: the annotated collection.
        configuration: how the site is published.
        bodies: each body, complete except for its links.
        find_terms: finds glossary terms in running text.
        addresses: the form of links.
        pages: the page that shows each paragraph.
        interfaces: the interface in each language that a page uses, by tag.
        readings, terms, references: by id.
        events: by id, oldest first.
        notes: the published notes, by reading id and note id.
        mentions: the places where bodies name other entries, by `mention_key`.
        events_of: the events that refer to a reading, by reading id, oldest first.
        paragraph_starts: the offset at which each paragraph begins, by reading id.
        ways: the collections in which a reading stands, from the top, by reading id.
    """

    collection: AnnotatedCollection
    configuration: SiteConfiguration
    bodies: Mapping[Body, Pieces]
    find_terms: TermFinder
    addresses: Addresses
    pages: ReadingPages
    interfaces: Mapping[str, Interface]
    readings: Mapping[str, AnnotatedReading]
    terms: Mapping[str, Term]
    references: Mapping[str, Reference]
    events: Mapping[str, PlacedEvent]
    notes: Mapping[tuple[str, str], PlacedAnnotation]
    mentions: Mapping[str, list[Mention]]
    events_of: Mapping[str, list[PlacedEvent]]
    paragraph_starts: Mapping[str, tuple[int, ...]]
    ways: Mapping[str, tuple[Shelf, ...]]

    def interface(self, language: str = "") -> Interface:
        """The interface in a language that a page uses, or else in the site's language."""
        return self.interfaces[language or self.collection.settings.language]

    def paragraph_number(self, reading_id: str, offset: int) -> int:
        """The number of the paragraph in which an offset lies."""
        return bisect_right(self.paragraph_starts[reading_id], offset)

    def page_of(self, reading_id: str, offset: int) -> str:
        """The page that shows an offset of a reading."""
        return self.pages.page_of(reading_id, self.paragraph_number(reading_id, offset))

    def body(self, body: Body | None, write_link: LinkWriter) -> Html:
        """The HTML of a body on one page; empty without a body."""
        return assemble(self.bodies[body], write_link) if body is not None else NO_HTML


def site_of(
    collection: AnnotatedCollection,
    bodies: Mapping[Body, Pieces],
    find_terms: TermFinder,
    configuration: SiteConfiguration,
) -> Site:
    """The site that publishes a collection."""
    readings = collection.readings
    language = collection.settings.language
    events = sorted(collection.events, key=_by_date)
    return Site(
        collection=collection,
        configuration=configuration,
        bodies=bodies,
        find_terms=find_terms,
        addresses=Addresses.of(configuration),
        pages=ReadingPages.of(tuple(annotated.reading for annotated in readings)),
        interfaces={
            spoken: interface_of(spoken, collection, bodies, configuration.language)
            for spoken in {language, *(a.reading.metadata.interface or language for a in readings)}
        },
        readings={annotated.reading.id: annotated for annotated in readings},
        terms={term.id: term for term in collection.terms},
        references={reference.id: reference for reference in collection.references},
        events={placed.event.id: placed for placed in events},
        notes={
            (annotated.reading.id, placed.annotation.id): placed
            for annotated in readings
            for placed in annotated.annotations
            if isinstance(placed.annotation, Note)
        },
        mentions=find_mentions(collection, bodies, find_terms),
        events_of=_by_reading(events),
        paragraph_starts={
            annotated.reading.id: tuple(p.span.start for p in annotated.reading.source.paragraphs)
            for annotated in readings
        },
        ways=collection.arrangement.ways_to_readings(),
    )


def _by_date(placed: PlacedEvent) -> tuple[object, ...]:
    event = placed.event
    return (*date_key(period(event.date, event.end_date)), event.id)


def _by_reading(events: list[PlacedEvent]) -> dict[str, list[PlacedEvent]]:
    by_reading: dict[str, list[PlacedEvent]] = {}
    for placed in events:
        for reading in {passage.reading for passage in placed.passages}:
            by_reading.setdefault(reading, []).append(placed)
    return by_reading
