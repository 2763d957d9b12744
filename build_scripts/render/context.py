"""What every page needs to know of the rest of the site."""

from bisect import bisect_right
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field

from build_scripts.model.annotation import Body, Note, Reference, Term
from build_scripts.model.placed import (
    AnnotatedCollection,
    AnnotatedReading,
    PlacedAnnotation,
    PlacedEvent,
)
from build_scripts.model.repository_addresses import NO_REPOSITORY, RepositoryAddresses
from build_scripts.render.addresses import Addresses, ReadingPages
from build_scripts.render.bodies.body_pieces import LinkWriter, Pieces, assemble
from build_scripts.render.bodies.mentions import Mention, TermFinder, find_mentions
from build_scripts.render.citation.short_citations import ShortCitation, short_citations
from build_scripts.render.language.languages import language_attributes
from build_scripts.render.language.messages import Words, words_of
from build_scripts.render.language.written_dates import date_key
from build_scripts.render.markdown_safe_html import Html, attributes_html
from build_scripts.render.term_contents import term_contents


@dataclass(frozen=True, slots=True, eq=False)
class SiteContext:
    """The annotated collection, with look-ups.

    Attributes:
        collection: what is shown.
        bodies: each body, ready but for its links.
        addresses: the form of links.
        pages: which page holds which paragraph.
        find_terms: finds glossary terms in running text.
        language_around: the language that the theme says its pages are in.
        site_name: what the site calls itself.
        repository: where the project's files are shown and changed.
        words: of the interface, on the pages that are being written.
        speaks: `lang` and `dir` of what the interface says on a page, where they differ from the
            theme's.
        annotates: likewise, of what annotators wrote, inside of what the interface says.
        term_contents: what every page says of a term.
        short: how each source is named in short, by its id.
        notes: those that are shown, by reading and id.
        mentions: where bodies name other entries, by `mention_key`.
        events_of: the events that name passages of a reading, by its id, oldest first.
    """

    collection: AnnotatedCollection
    bodies: Mapping[Body, Pieces]
    addresses: Addresses
    pages: ReadingPages
    find_terms: TermFinder
    language_around: str = "en"
    site_name: str = ""
    repository: RepositoryAddresses = NO_REPOSITORY
    words: Words = field(init=False)
    speaks: Mapping[str, str | None] = field(init=False)
    annotates: Html = field(init=False)
    term_contents: Mapping[str, Pieces] = field(init=False)
    short: Mapping[str, ShortCitation] = field(init=False)
    readings: Mapping[str, AnnotatedReading] = field(init=False)
    terms: Mapping[str, Term] = field(init=False)
    events: Mapping[str, PlacedEvent] = field(init=False)
    notes: Mapping[tuple[str, str], PlacedAnnotation] = field(init=False)
    references: Mapping[str, Reference] = field(init=False)
    mentions: Mapping[str, list[Mention]] = field(init=False)
    events_of: Mapping[str, list[PlacedEvent]] = field(init=False)
    _starts: Mapping[str, tuple[int, ...]] = field(init=False)
    _in_other_languages: dict[str, "SiteContext"] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Fill the look-ups."""
        collection = self.collection
        references = {reference.id: reference for reference in collection.references}
        look_ups = {
            "readings": {a.reading.id: a for a in collection.readings},
            "terms": {term.id: term for term in collection.terms},
            "events": {placed.event.id: placed for placed in collection.events},
            "notes": {
                (a.reading.id, placed.annotation.id): placed
                for a in collection.readings
                for placed in a.annotations
                if isinstance(placed.annotation, Note)
            },
            "references": references,
            "mentions": find_mentions(collection, self.bodies, self.find_terms),
            "events_of": _events_by_reading(collection),
            "_starts": {
                a.reading.id: tuple(p.span.start for p in a.reading.source.paragraphs)
                for a in collection.readings
            },
        }
        for name, value in look_ups.items():
            object.__setattr__(self, name, value)
        self._speak(collection.settings.language)

    def _speak(self, language: str) -> None:
        """Fill in what depends on the language of the interface."""
        settings = self.collection.settings
        words = words_of(language, settings.catalogues)
        annotates = attributes_html(language_attributes(settings.language, language))
        short = short_citations(self.collection.references, words)
        contents = term_contents(self.collection.terms, self.bodies, short, words, annotates)
        for name, value in {
            "words": words,
            "speaks": language_attributes(language, self.language_around),
            "annotates": annotates,
            "term_contents": contents,
            "short": short,
        }.items():
            object.__setattr__(self, name, value)

    def speaking(self, language: str) -> "SiteContext":
        """The same for pages on which the interface speaks another language; none is the site's."""
        language = language or self.collection.settings.language
        if language == self.words.language:
            return self
        if language not in self._in_other_languages:
            other = copy(self)
            other._speak(language)
            self._in_other_languages[language] = other
        return self._in_other_languages[language]

    def paragraph_number(self, reading_id: str, offset: int) -> int:
        """The number of the paragraph in which an offset lies."""
        return bisect_right(self._starts[reading_id], offset)

    def link_to_paragraph(self, from_page: str, reading_id: str, paragraph: int) -> str:
        """The relative address of a paragraph."""
        page = self.pages.page_of(reading_id, paragraph)
        return self.addresses.link(from_page, page, f"p{paragraph}")

    def body(self, body: Body | None, write_link: LinkWriter) -> Html:
        """The HTML of a body for a page; empty where there is none."""
        return assemble(self.bodies[body], write_link) if body is not None else Html("")


def _events_by_reading(collection: AnnotatedCollection) -> dict[str, list[PlacedEvent]]:
    found: dict[str, list[PlacedEvent]] = {}
    for placed in sorted(collection.events, key=lambda placed: date_key(placed.event.date)):
        for reading in {passage.reading for passage in placed.passages}:
            found.setdefault(reading, []).append(placed)
    return found
