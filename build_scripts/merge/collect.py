"""The whole merge: every annotation of a collection finds its place, or an error says why not."""

from typing import NamedTuple

from build_scripts.merge.glossary_conflicts import form_conflicts
from build_scripts.merge.glossary_index import GlossaryIndex, build_glossary_index
from build_scripts.merge.glossary_match import (
    ForbiddenMention,
    ForcedMention,
    MatchResult,
    find_occurrences,
)
from build_scripts.merge.known_ids import unknown_ids
from build_scripts.merge.linking import link_occurrences
from build_scripts.merge.mention_conflicts import PlacedMention, mention_conflicts
from build_scripts.merge.place_cross_references import place_cross_references
from build_scripts.merge.resolver import Resolver
from build_scripts.merge.sections import section_starts
from build_scripts.merge.segments import cut_into_segments
from build_scripts.merge.speaker_labels import speaker_labels
from build_scripts.merge.visibility import Visibility
from build_scripts.model.annotation import Correction, Linking, Note, Term
from build_scripts.model.body_link import BodyLink
from build_scripts.model.collection import Collection
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.placed import (
    AnnotatedCollection,
    AnnotatedReading,
    PlacedAnnotation,
    PlacedEvent,
    PlacedStyle,
)
from build_scripts.model.reading import Reading
from build_scripts.model.selector import TextQuoteSelector


class Merged(NamedTuple):
    """The annotated collection, the index of its glossary, and everything that is wrong."""

    collection: AnnotatedCollection
    glossary: GlossaryIndex
    diagnostics: tuple[Diagnostic, ...]


def merge(
    collection: Collection,
    unreadable: frozenset[str] = frozenset(),
    with_drafts: bool = False,
    body_links: tuple[BodyLink, ...] = (),
) -> Merged:
    """Give every annotation its place.

    Args:
        collection: what was read.
        unreadable: ``kind:id`` of what exists but could not be read, so that naming it is no fault.
        with_drafts: whether drafts are shown; they are checked in any case.
        body_links: the links in the bodies of annotations.

    Returns:
        The annotated collection and all diagnostics of this stage.
    """
    resolver = Resolver(collection.readings)
    visibility = Visibility(collection, with_drafts or collection.settings.publish_drafts)
    cross_references = place_cross_references(resolver, collection, visibility)
    events = _place_events(resolver, collection, visibility)

    terms = tuple(term for term in collection.terms if visibility.shows_term(term.id))
    terms_by_id = {term.id: term for term in terms}
    glossary = build_glossary_index(terms)
    readings: list[AnnotatedReading] = []
    matches: list[MatchResult] = []
    contradictions: list[Diagnostic] = []
    for reading in collection.readings:
        mentions = _place_mentions(resolver, reading)
        contradictions.extend(mention_conflicts(mentions))
        found = _match_terms(resolver, reading, glossary, visibility, mentions)
        matches.append(found)
        placed = (
            *_place_notes_and_corrections(resolver, reading, visibility),
            *cross_references.get(reading.id, ()),
        )
        styles = _place_styles(resolver, reading)
        linking = reading.linking or collection.settings.linking
        readings.append(_annotate(reading, placed, styles, found, linking, terms_by_id))
        resolver.release(reading)

    contested = (place for found in matches for place in found.contested)
    diagnostics = (
        *unknown_ids(collection, unreadable, body_links),
        *resolver.diagnostics,
        *form_conflicts(glossary, contested),
        *contradictions,
    )
    annotated = AnnotatedCollection(
        collection.settings, tuple(readings), terms, events, collection.references
    )
    return Merged(annotated, glossary, diagnostics)


def _place_notes_and_corrections(
    resolver: Resolver, reading: Reading, visibility: Visibility
) -> list[PlacedAnnotation]:
    entries: tuple[tuple[str, Note | Correction], ...] = (
        *(("note", note) for note in reading.notes),
        *(("corr", correction) for correction in reading.corrections),
    )
    placed: list[PlacedAnnotation] = []
    for prefix, annotation in entries:
        span = resolver.resolve(reading, annotation.target)
        if span is not None and visibility.shows(annotation.provenance):
            on_blocks = not isinstance(annotation.target, TextQuoteSelector)
            placed.append(
                PlacedAnnotation(f"{prefix}-{annotation.id}", span, annotation, on_blocks)
            )
    return placed


def _place_events(
    resolver: Resolver, collection: Collection, visibility: Visibility
) -> tuple[PlacedEvent, ...]:
    events: list[PlacedEvent] = []
    for event in collection.events:
        passages = [resolver.passage(passage) for passage in event.passages]
        if visibility.shows(event.provenance):
            events.append(PlacedEvent(event, tuple(p for p in passages if p is not None)))
    return tuple(events)


def _place_styles(resolver: Resolver, reading: Reading) -> tuple[PlacedStyle, ...]:
    spans = ((resolver.resolve(reading, f.target), f.style.value) for f in reading.formatting)
    return (
        *(PlacedStyle(span, style) for span, style in spans if span is not None),
        *speaker_labels(reading),
    )


def _place_mentions(resolver: Resolver, reading: Reading) -> list[PlacedMention]:
    spans = ((mention, resolver.resolve(reading, mention.target)) for mention in reading.mentions)
    return [PlacedMention(mention, span) for mention, span in spans if span is not None]


def _match_terms(
    resolver: Resolver,
    reading: Reading,
    glossary: GlossaryIndex,
    visibility: Visibility,
    mentions: list[PlacedMention],
) -> MatchResult:
    forced = [
        ForcedMention(mention.term, span)
        for mention, span in mentions
        if mention.term and visibility.shows_term(mention.term)
    ]
    forbidden = [
        ForbiddenMention(mention.forbid, span) for mention, span in mentions if mention.forbid
    ]
    return find_occurrences(
        glossary,
        reading.id,
        reading.source,
        resolver.normalised(reading),
        reading.metadata.language,
        forced,
        forbidden,
    )


def _annotate(
    reading: Reading,
    placed: tuple[PlacedAnnotation, ...],
    styles: tuple[PlacedStyle, ...],
    matches: MatchResult,
    linking: Linking,
    terms: dict[str, Term],
) -> AnnotatedReading:
    """Link the terms of a reading, bring its annotations in order, and cut its text."""
    paragraphs = reading.source.paragraphs
    sections = section_starts(reading)
    occurrences = link_occurrences(
        matches.matches,
        paragraphs,
        tuple(paragraphs[number - 1].span.start for number in sections),
        lambda term_id: terms[term_id].linking or linking,
    )
    links = (
        PlacedAnnotation(f"term-{occurrence.term}", occurrence.span, terms[occurrence.term])
        for occurrence in occurrences
        if occurrence.linked
    )
    annotations = sorted((*placed, *links), key=_by_place)
    segments = cut_into_segments(paragraphs, annotations, styles)
    return AnnotatedReading(reading, tuple(annotations), segments, occurrences, sections)


def _by_place(placed: PlacedAnnotation) -> tuple[int, int, str, bool]:
    """By start, the longest first; the entry's id decides where two annotations coincide."""
    return placed.span.start, -placed.span.end, placed.entry, placed.at_far_end
