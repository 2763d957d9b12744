"""Merge a collection: every annotation finds its place, or an error says why not."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from build_scripts.merge.anchors.resolver import Resolver
from build_scripts.merge.arrange import arrange
from build_scripts.merge.declared_and_implied import comparisons
from build_scripts.merge.findings.alignment_faults import alignment_faults
from build_scripts.merge.findings.event_years import events_out_of_range
from build_scripts.merge.findings.known_ids import unknown_ids
from build_scripts.merge.findings.reference_use import incomplete_references, unused_references
from build_scripts.merge.findings.repeated_cross_references import repeated_cross_references
from build_scripts.merge.findings.repeated_references import repeated_references
from build_scripts.merge.findings.required_keys import missing_metadata
from build_scripts.merge.findings.self_references import self_references
from build_scripts.merge.found_places import NOTHING_FOUND, FoundPlaces
from build_scripts.merge.glossary.alias_conflicts import alias_conflicts
from build_scripts.merge.glossary.form_conflicts import form_conflicts
from build_scripts.merge.glossary.form_letters import forms_without_letters
from build_scripts.merge.glossary.glossaries import SHOWN, WHOLE, glossaries_of
from build_scripts.merge.glossary.index import GlossaryIndex
from build_scripts.merge.glossary.recalled_matches import recalled_words
from build_scripts.merge.glossary.term_finder import FindTerms
from build_scripts.merge.glossary.unused_terms import idle_terms_and_forms
from build_scripts.merge.merge_reading import Found, MergedReading, find_in_reading, merge_reading
from build_scripts.merge.place_cross_references import (
    find_ends,
    is_on_blocks,
    place_cross_references,
    selectors_of_passages,
)
from build_scripts.merge.place_questions import place_questions
from build_scripts.merge.published_readings import publish_events, publish_readings, shown_of
from build_scripts.merge.visibility import Visibility
from build_scripts.model.annotation import PassageReference
from build_scripts.model.body_link import BodyLink
from build_scripts.model.collection import Collection
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.memory import Memory, NoMemory
from build_scripts.model.placed import AnnotatedCollection, PlacedEvent
from build_scripts.model.progress import Progress, unreported
from build_scripts.model.reading import Publish
from build_scripts.model.span import Span


class Merged(NamedTuple):
    """The annotated collection, its glossary, and all diagnostics of the merge.

    Attributes:
        published: the same without the words that are kept back; pages are made of this alone.
        find_terms: finds the terms of the glossary in texts in the language of the site.
        found: where everything stands, for other processes.
    """

    collection: AnnotatedCollection
    published: AnnotatedCollection
    glossary: GlossaryIndex
    diagnostics: tuple[Diagnostic, ...]
    find_terms: FindTerms
    found: FoundPlaces


def merge(
    collection: Collection,
    unreadable: frozenset[str] = frozenset(),
    with_drafts: bool = False,
    body_links: tuple[BodyLink, ...] = (),
    is_complete: bool = True,
    memory: Memory | None = None,
    progress: Progress = unreported,
    known: FoundPlaces = NOTHING_FOUND,
) -> Merged:
    """Give every annotation its place.

    Args:
        collection: what was read.
        unreadable: ``kind:id`` of entries that exist but could not be read, so that naming them is
            not a fault.
        with_drafts: whether drafts are shown; they are checked in any case.
        body_links: the links in the bodies of annotations.
        is_complete: whether everything that was written could be read.
        memory: of a series of builds.
        progress: is told of each reading.
        known: what other processes found in the same texts; it is not sought again.
    """
    memory = memory or NoMemory()
    readings = collection.readings
    resolver = Resolver(readings, memory, known.passages)
    visibility = Visibility(collection, with_drafts or collection.settings.publish_drafts)
    glossaries = glossaries_of(collection, visibility, memory)
    # All that needs the text of one reading is done together, so that only one normalised text is
    # in memory at a time.
    of_passages = selectors_of_passages(collection)
    found: dict[str, Found] = {}
    for reading in progress(readings, len(readings), "readings merged"):
        resolver.resolve_ahead(reading, of_passages.get(reading.id, ()))
        found[reading.id] = find_in_reading(reading, resolver, glossaries, memory, known)
        resolver.release(reading)
    ends = find_ends(resolver, collection)
    cross_references = place_cross_references(ends, collection, visibility)
    events = _place_events(resolver, collection, visibility)
    questions = place_questions(resolver, collection.readings, visibility)
    arranged = arrange(collection.readings, collection.collections)
    merged = {
        reading.id: merge_reading(
            reading,
            found[reading.id],
            collection,
            visibility,
            glossaries,
            cross_references.get(reading.id, ()),
            questions[reading.id],
            memory,
        )
        for reading in readings
    }

    matches = {key: reading.matches for key, reading in merged.items()}
    diagnostics = (
        *unknown_ids(collection, unreadable, body_links),
        *resolver.diagnostics,
        *form_conflicts(
            glossaries.whole.forms,
            (place for result in matches.values() for place in result.contested),
            {key: reading.faulty_mentions for key, reading in merged.items()},
        ),
        *(fault for reading in merged.values() for fault in reading.faults),
        *self_references(collection, ends, body_links),
        *alignment_faults(collection),
        *repeated_cross_references(collection, ends),
        *forms_without_letters(collection.terms),
        *alias_conflicts(collection.terms),
        *events_out_of_range(collection),
        *incomplete_references(collection.references),
        *repeated_references(collection.references),
        *missing_metadata(collection),
        *arranged.diagnostics,
    )
    if is_complete:
        # Anything that could not be read might use them.
        diagnostics += tuple(unused_references(collection))
        if not collection.settings.glossary_is_shared:
            diagnostics += (
                *idle_terms_and_forms(
                    *(collection, glossaries.whole.forms, matches, body_links),
                    recalled_words(glossaries.whole.forms, glossaries.whole.since, memory),
                ),
            )
    annotated = AnnotatedCollection(
        collection.settings,
        tuple(reading.annotated for reading in merged.values()),
        tuple(glossaries.shown.forms.terms.values()),
        events,
        collection.references,
        arranged.arrangement,
        comparisons(
            readings, (one for one in collection.comparisons if visibility.shows(one.provenance))
        ),
    )
    published, pieces = _publish(annotated, merged, resolver, known, memory)
    shown, language = glossaries.shown, collection.settings.language
    find_terms = FindTerms(shown.forms, shown.since, language)
    places = _places(resolver, found, pieces)
    return Merged(annotated, published, shown.forms, diagnostics, find_terms, places)


def _publish(
    annotated: AnnotatedCollection,
    merged: Mapping[str, MergedReading],
    resolver: Resolver,
    known: FoundPlaces,
    memory: Memory,
) -> tuple[AnnotatedCollection, dict[str, tuple[Span, ...]]]:
    """What the site may show of a collection, and the pieces of texts that are not shown whole."""
    if all(one.reading.publish is Publish.FULL for one in annotated.readings):
        return annotated, {}
    questions = (one.question for reading in annotated.readings for one in reading.questions)
    references = (
        *(passage for one in annotated.events for passage in one.event.passages),
        *(passage for question in questions for passage in question.passages),
    )
    quoted = _quoted_elsewhere(resolver, references)
    pieces = shown_of(annotated.readings, quoted, known.shown)
    terms = {name: reading.terms for name, reading in merged.items()}
    published = replace(
        annotated,
        readings=publish_readings(annotated.readings, pieces, terms, memory),
        events=publish_events(annotated.events, pieces),
    )
    return published, pieces


def _place_events(
    resolver: Resolver, collection: Collection, visibility: Visibility
) -> tuple[PlacedEvent, ...]:
    events: list[PlacedEvent] = []
    for event in collection.events:
        passages = [resolver.passage(passage) for passage in event.passages]
        if visibility.shows(event.provenance):
            events.append(PlacedEvent(event, tuple(p for p in passages if p is not None)))
    return tuple(events)


def _quoted_elsewhere(
    resolver: Resolver, references: Iterable[PassageReference]
) -> dict[str, list[Span]]:
    """The passages that are words, not whole paragraphs, by their readings."""
    quoted: dict[str, list[Span]] = {}
    for reference in references:
        passage = resolver.passage(reference)
        if passage is not None and not is_on_blocks(reference.selector):
            quoted.setdefault(passage.reading, []).append(passage.span)
    return quoted


def _places(
    resolver: Resolver, found: Mapping[str, Found], shown: Mapping[str, tuple[Span, ...]]
) -> FoundPlaces:
    of_glossaries = (
        ((name, glossary), matches)
        for name, one in found.items()
        for glossary, matches in ((SHOWN, one.matches), (WHOLE, one.all_matches))
    )
    return FoundPlaces(
        {place: span for place, span in resolver.found.items() if span is not None},
        dict(of_glossaries),
        shown,
    )
