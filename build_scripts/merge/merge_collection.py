"""Merge a collection: every annotation finds its place, or an error says why not."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from build_scripts.merge.anchors.resolver import Placed, Resolver
from build_scripts.merge.findings.correction_conflicts import correction_conflicts
from build_scripts.merge.findings.event_years import events_out_of_range
from build_scripts.merge.findings.known_ids import unknown_ids
from build_scripts.merge.findings.reference_use import incomplete_references, unused_references
from build_scripts.merge.findings.repeated_cross_references import repeated_cross_references
from build_scripts.merge.findings.repeated_references import repeated_references
from build_scripts.merge.findings.required_keys import missing_metadata
from build_scripts.merge.findings.self_references import self_references
from build_scripts.merge.glossary.form_conflicts import form_conflicts
from build_scripts.merge.glossary.form_letters import forms_without_letters
from build_scripts.merge.glossary.index import GlossaryIndex, build_glossary_index
from build_scripts.merge.glossary.linking import link_occurrences
from build_scripts.merge.glossary.match import find_in_plain_text, find_occurrences
from build_scripts.merge.glossary.mention_faults import (
    idle_prohibitions,
    mention_conflicts,
    terms_of_faulty_mentions,
)
from build_scripts.merge.glossary.term_places import ForbiddenMention, ForcedMention, MatchResult
from build_scripts.merge.glossary.unused_terms import idle_terms_and_forms
from build_scripts.merge.place_cross_references import (
    find_ends,
    is_on_blocks,
    place_cross_references,
)
from build_scripts.merge.sections import section_starts
from build_scripts.merge.segments import cut_into_segments
from build_scripts.merge.speaker_labels import speaker_labels
from build_scripts.merge.visibility import Visibility
from build_scripts.model.annotation import Correction, Linking, Mention, Term
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
from build_scripts.model.progress import Progress, unreported
from build_scripts.model.reading import Reading
from build_scripts.model.span import Span


class Merged(NamedTuple):
    """The annotated collection, the index of its glossary, and all diagnostics of the merge."""

    collection: AnnotatedCollection
    glossary: GlossaryIndex
    diagnostics: tuple[Diagnostic, ...]

    def find_terms(self, text: str, excluded_term: str) -> tuple[tuple[str, Span], ...]:
        """The first place of each term in a text in the language of the site, but of one term."""
        language = self.collection.settings.language
        return find_in_plain_text(self.glossary, text, language, excluded_term)


class _Glossaries(NamedTuple):
    """The terms that are shown, and all terms.

    What is said about a glossary must not depend on whether its drafts are shown.
    """

    shown: GlossaryIndex
    whole: GlossaryIndex


class _MergedReading(NamedTuple):
    """A reading with everything in its place.

    Attributes:
        annotated: the reading as it is shown.
        matches: the places of all terms, drafts included.
        faulty_mentions: the terms that faulty mentions name.
        faults: conflicts between its annotations.
    """

    annotated: AnnotatedReading
    matches: MatchResult
    faulty_mentions: list[str]
    faults: tuple[Diagnostic, ...]


def merge(
    collection: Collection,
    unreadable: frozenset[str] = frozenset(),
    with_drafts: bool = False,
    body_links: tuple[BodyLink, ...] = (),
    is_complete: bool = True,
    progress: Progress = unreported,
) -> Merged:
    """Give every annotation its place.

    Args:
        collection: what was read.
        unreadable: ``kind:id`` of entries that exist but could not be read, so that naming them is
            not a fault.
        with_drafts: whether drafts are shown; they are checked in any case.
        body_links: the links in the bodies of annotations.
        is_complete: whether everything that was written could be read.
        progress: is told of each reading.
    """
    readings = collection.readings
    resolver = Resolver(collection.readings)
    visibility = Visibility(collection, with_drafts or collection.settings.publish_drafts)
    ends = find_ends(resolver, collection)
    cross_references = place_cross_references(ends, collection, visibility)
    events = _place_events(resolver, collection, visibility)
    glossaries = _glossaries(collection, visibility)
    merged = {
        reading.id: _merge_reading(
            reading,
            resolver,
            collection,
            visibility,
            glossaries,
            cross_references.get(reading.id, ()),
        )
        for reading in progress(readings, len(readings), "readings merged")
    }

    matches = {key: reading.matches for key, reading in merged.items()}
    diagnostics = (
        *unknown_ids(collection, unreadable, body_links),
        *resolver.diagnostics,
        *form_conflicts(
            glossaries.whole,
            (place for result in matches.values() for place in result.contested),
            {key: reading.faulty_mentions for key, reading in merged.items()},
        ),
        *(fault for reading in merged.values() for fault in reading.faults),
        *self_references(collection, ends, body_links),
        *repeated_cross_references(collection, ends),
        *forms_without_letters(collection.terms),
        *events_out_of_range(collection),
        *incomplete_references(collection.references),
        *repeated_references(collection.references),
        *missing_metadata(collection),
    )
    if is_complete:
        # Anything that could not be read might use them.
        diagnostics += tuple(unused_references(collection))
        if not collection.settings.glossary_is_shared:
            diagnostics += (
                *idle_terms_and_forms(collection, glossaries.whole, matches, body_links),
            )
    annotated = AnnotatedCollection(
        collection.settings,
        tuple(reading.annotated for reading in merged.values()),
        tuple(glossaries.shown.terms.values()),
        events,
        collection.references,
    )
    return Merged(annotated, glossaries.shown, diagnostics)


def _glossaries(collection: Collection, visibility: Visibility) -> _Glossaries:
    terms = tuple(term for term in collection.terms if visibility.shows_term(term.id))
    shown = build_glossary_index(terms)
    if len(terms) == len(collection.terms):
        return _Glossaries(shown, shown)
    return _Glossaries(shown, build_glossary_index(collection.terms))


def _merge_reading(
    reading: Reading,
    resolver: Resolver,
    collection: Collection,
    visibility: Visibility,
    glossaries: _Glossaries,
    cross_references: Iterable[PlacedAnnotation],
) -> _MergedReading:
    mentions = resolver.placed(reading, reading.mentions)
    corrections = resolver.placed(reading, reading.corrections)
    notes = _place_notes(resolver, reading, visibility)
    styles = _place_styles(resolver, reading)
    matches = _match_terms(resolver, reading, glossaries.shown, mentions)
    all_matches = matches
    if glossaries.whole is not glossaries.shown:
        all_matches = _match_terms(resolver, reading, glossaries.whole, mentions)
    resolver.release(reading)

    placed = (*notes, *_shown_corrections(corrections, visibility), *cross_references)
    linking = reading.linking or collection.settings.linking
    term_ids = set(glossaries.whole.terms)
    return _MergedReading(
        _annotate(reading, placed, styles, matches, linking, glossaries.shown.terms),
        all_matches,
        terms_of_faulty_mentions(reading.mentions, mentions, term_ids),
        (
            *mention_conflicts(mentions),
            *idle_prohibitions(mentions, all_matches.idle_prohibitions, term_ids),
            *correction_conflicts(corrections, reading.source),
        ),
    )


def _place_notes(
    resolver: Resolver, reading: Reading, visibility: Visibility
) -> list[PlacedAnnotation]:
    return [
        PlacedAnnotation(f"note-{note.id}", span, note, is_on_blocks(note.target))
        for note, span in resolver.placed(reading, reading.notes)
        if visibility.shows(note.provenance)
    ]


def _shown_corrections(
    corrections: list[Placed[Correction]], visibility: Visibility
) -> list[PlacedAnnotation]:
    return [
        PlacedAnnotation(f"corr-{entry.id}", span, entry)
        for entry, span in corrections
        if visibility.shows(entry.provenance)
    ]


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
    formatting = resolver.placed(reading, reading.formatting)
    return (
        *(PlacedStyle(span, entry.style.value) for entry, span in formatting),
        *speaker_labels(reading),
    )


def _match_terms(
    resolver: Resolver,
    reading: Reading,
    glossary: GlossaryIndex,
    mentions: list[Placed[Mention]],
) -> MatchResult:
    """Where the terms of a glossary stand in a reading, given its mentions."""
    return find_occurrences(
        glossary,
        reading.id,
        resolver.text(reading),
        reading.metadata.language,
        [ForcedMention(one.term, span) for one, span in mentions if one.term in glossary.terms],
        [ForbiddenMention(one.forbid, span) for one, span in mentions if one.forbid],
    )


def _annotate(
    reading: Reading,
    placed: tuple[PlacedAnnotation, ...],
    styles: tuple[PlacedStyle, ...],
    matches: MatchResult,
    linking: Linking,
    terms: Mapping[str, Term],
) -> AnnotatedReading:
    """Link the terms of a reading, sort its annotations, and cut its text into segments."""
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
    """By start, the longest first; where two annotations coincide, by entry id."""
    return placed.span.start, -placed.span.end, placed.entry, placed.at_far_end
