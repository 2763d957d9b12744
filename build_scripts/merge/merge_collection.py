"""Merge a collection: every annotation finds its place, or an error says why not."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from build_scripts.merge.anchors.resolver import Placed, Resolver
from build_scripts.merge.annotated_reading import annotated_reading
from build_scripts.merge.arrange import arrange
from build_scripts.merge.declared_and_implied import comparisons
from build_scripts.merge.findings.alignment_faults import alignment_faults
from build_scripts.merge.findings.correction_conflicts import correction_conflicts
from build_scripts.merge.findings.event_years import events_out_of_range
from build_scripts.merge.findings.known_ids import unknown_ids
from build_scripts.merge.findings.reference_use import incomplete_references, unused_references
from build_scripts.merge.findings.repeated_cross_references import repeated_cross_references
from build_scripts.merge.findings.repeated_references import repeated_references
from build_scripts.merge.findings.required_keys import missing_metadata
from build_scripts.merge.findings.self_references import self_references
from build_scripts.merge.found_places import NOTHING_FOUND, FoundPlaces, fits
from build_scripts.merge.glossary.alias_conflicts import alias_conflicts
from build_scripts.merge.glossary.changed_terms import Matched, MatchedTerm, Since
from build_scripts.merge.glossary.form_conflicts import form_conflicts
from build_scripts.merge.glossary.form_letters import forms_without_letters
from build_scripts.merge.glossary.index import GlossaryIndex, build_glossary_index
from build_scripts.merge.glossary.match import find_occurrences
from build_scripts.merge.glossary.mention_faults import (
    idle_prohibitions,
    mention_conflicts,
    terms_of_faulty_mentions,
)
from build_scripts.merge.glossary.recalled_matches import recall_matches, recalled_words
from build_scripts.merge.glossary.term_finder import FindTerms
from build_scripts.merge.glossary.term_places import ForbiddenMention, ForcedMention, MatchResult
from build_scripts.merge.glossary.unused_terms import idle_terms_and_forms
from build_scripts.merge.place_cross_references import (
    find_ends,
    is_on_blocks,
    place_cross_references,
    selectors_of_passages,
)
from build_scripts.merge.place_questions import place_questions
from build_scripts.merge.published_readings import (
    Terms,
    publish_events,
    publish_readings,
    shown_of,
)
from build_scripts.merge.sections import section_starts
from build_scripts.merge.speaker_labels import speaker_labels
from build_scripts.merge.visibility import Visibility
from build_scripts.model.annotation import (
    Correction,
    Formatting,
    Mention,
    Note,
    PassageReference,
    Term,
)
from build_scripts.model.body_link import BodyLink
from build_scripts.model.collection import Collection
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.memory import Memory, NoMemory
from build_scripts.model.placed import (
    AnnotatedCollection,
    AnnotatedReading,
    PlacedAnnotation,
    PlacedEvent,
    PlacedQuestion,
    PlacedStyle,
)
from build_scripts.model.progress import Progress, unreported
from build_scripts.model.reading import Publish, Reading
from build_scripts.model.span import Span

_SHOWN, _WHOLE = "shown", "whole"
"""The names of glossaries: the terms that are shown, and all terms."""


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


class _Glossary(NamedTuple):
    """An index, and how it differs from those of earlier builds."""

    name: str
    forms: GlossaryIndex
    since: Since


class _Glossaries(NamedTuple):
    """The terms that are shown, and all terms.

    What is said about a glossary must not depend on whether its drafts are shown.
    """

    shown: _Glossary
    whole: _Glossary


class _MergedReading(NamedTuple):
    """A reading with everything in its place.

    Attributes:
        annotated: the reading with everything that is shown of its annotations.
        terms: those that are shown.
        matches: the places of all terms, drafts included.
        faulty_mentions: the terms that faulty mentions name.
        faults: conflicts between its annotations.
    """

    annotated: AnnotatedReading
    terms: Terms
    matches: MatchResult
    faulty_mentions: list[str]
    faults: tuple[Diagnostic, ...]


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
    glossaries = _glossaries(collection, visibility, memory)
    # All that needs the text of one reading is done together, so that only one normalised text is
    # in memory at a time.
    of_passages = selectors_of_passages(collection)
    found: dict[str, _Found] = {}
    for reading in progress(readings, len(readings), "readings merged"):
        resolver.resolve_ahead(reading, of_passages.get(reading.id, ()))
        found[reading.id] = _find(reading, resolver, glossaries, memory, known)
        resolver.release(reading)
    ends = find_ends(resolver, collection)
    cross_references = place_cross_references(ends, collection, visibility)
    events = _place_events(resolver, collection, visibility)
    questions = place_questions(resolver, collection.readings, visibility)
    arranged = arrange(collection.readings, collection.collections)
    merged = {
        reading.id: _merge_reading(
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
    merged: Mapping[str, _MergedReading],
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


def _glossaries(collection: Collection, visibility: Visibility, memory: Memory) -> _Glossaries:
    terms = tuple(term for term in collection.terms if visibility.shows_term(term.id))
    shown = _glossary(_SHOWN, terms, memory)
    if len(terms) == len(collection.terms):
        return _Glossaries(shown, shown)
    return _Glossaries(shown, _glossary(_WHOLE, collection.terms, memory))


def _glossary(name: str, terms: tuple[Term, ...], memory: Memory) -> _Glossary:
    """The index of some terms, made anew only if other words are to be found."""
    matched = memory.recall(("matched", name), _itself, tuple(map(MatchedTerm.of, terms)))
    index = memory.recall(("index", name), lambda _: build_glossary_index(terms), matched)
    now = replace(index, terms={term.id: term for term in terms})
    return _Glossary(name, now, Since(matched))


def _itself(value: Matched) -> Matched:
    return value


class _Found(NamedTuple):
    """What was found in the text of a reading.

    Attributes:
        matches: the places of the terms that are shown.
        all_matches: the places of all terms.
    """

    notes: list[Placed[Note]]
    corrections: list[Placed[Correction]]
    mentions: list[Placed[Mention]]
    formatting: list[Placed[Formatting]]
    matches: MatchResult
    all_matches: MatchResult


def _find(
    reading: Reading,
    resolver: Resolver,
    glossaries: _Glossaries,
    memory: Memory,
    known: FoundPlaces,
) -> _Found:
    mentions = resolver.placed(reading, reading.mentions)
    corrections = resolver.placed(reading, reading.corrections)
    notes = resolver.placed(reading, reading.notes)
    formatting = resolver.placed(reading, reading.formatting)

    def match(glossary: _Glossary) -> MatchResult:
        matched = known.matches.get((reading.id, glossary.name))
        if matched and fits(matched, glossary.forms.terms, len(reading.source.text)):
            return matched
        return _match_terms(resolver, reading, glossary, mentions, memory)

    matches = all_matches = match(glossaries.shown)
    if glossaries.whole is not glossaries.shown:
        all_matches = match(glossaries.whole)
    return _Found(notes, corrections, mentions, formatting, matches, all_matches)


def _merge_reading(
    reading: Reading,
    found: _Found,
    collection: Collection,
    visibility: Visibility,
    glossaries: _Glossaries,
    cross_references: Iterable[PlacedAnnotation],
    questions: tuple[PlacedQuestion, ...],
    memory: Memory,
) -> _MergedReading:
    placed = (
        *_shown_notes(found.notes, visibility),
        *_shown_corrections(found.corrections, visibility),
        *cross_references,
    )
    speakers = memory.recall(("speakers", reading.id), speaker_labels, reading)
    styles = (*_styles(found.formatting), *speakers)
    linking = reading.linking or collection.settings.linking
    term_ids = set(glossaries.whole.forms.terms)
    shown = glossaries.shown.forms.terms
    matches = tuple(found.matches.matches)
    standing = {term: shown[term] for term in dict.fromkeys(match.term for match in matches)}
    terms = Terms(matches, linking, standing)
    arguments = reading, placed, styles, terms, questions
    return _MergedReading(
        memory.recall(("annotated", reading.id), _annotate, *arguments),
        terms,
        found.all_matches,
        terms_of_faulty_mentions(reading.mentions, found.mentions, term_ids),
        (
            *mention_conflicts(found.mentions),
            *idle_prohibitions(found.mentions, found.all_matches.idle_prohibitions, term_ids),
            *correction_conflicts(found.corrections, reading.source),
        ),
    )


def _shown_notes(notes: list[Placed[Note]], visibility: Visibility) -> list[PlacedAnnotation]:
    return [
        PlacedAnnotation(f"note-{note.id}", span, note, is_on_blocks(note.target))
        for note, span in notes
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


def _styles(formatting: list[Placed[Formatting]]) -> tuple[PlacedStyle, ...]:
    return tuple(PlacedStyle(span, entry.style.value) for entry, span in formatting)


def _match_terms(
    resolver: Resolver,
    reading: Reading,
    glossary: _Glossary,
    mentions: list[Placed[Mention]],
    memory: Memory,
) -> MatchResult:
    """Where the terms of a glossary stand in a reading, given its mentions."""
    terms = glossary.forms.terms
    language = reading.metadata.language
    forced = tuple(ForcedMention(one.term, span) for one, span in mentions if one.term in terms)
    forbidden = tuple(ForbiddenMention(one.forbid, span) for one, span in mentions if one.forbid)
    return recall_matches(
        (reading, glossary.name),
        (reading.source, language, forced, forbidden),
        glossary.since,
        lambda: resolver.text(reading),
        lambda text: find_occurrences(
            glossary.forms, reading.id, text, language, forced, forbidden
        ),
        memory,
    )


def _annotate(
    reading: Reading,
    placed: tuple[PlacedAnnotation, ...],
    styles: tuple[PlacedStyle, ...],
    terms: Terms,
    questions: tuple[PlacedQuestion, ...],
) -> AnnotatedReading:
    sections = section_starts(reading)
    return annotated_reading(
        reading,
        placed,
        styles,
        terms.matches,
        terms.linking,
        terms.by_id,
        sections,
        questions,
    )


def _places(
    resolver: Resolver, found: Mapping[str, _Found], shown: Mapping[str, tuple[Span, ...]]
) -> FoundPlaces:
    of_glossaries = (
        ((name, glossary), matches)
        for name, one in found.items()
        for glossary, matches in ((_SHOWN, one.matches), (_WHOLE, one.all_matches))
    )
    return FoundPlaces(
        {place: span for place, span in resolver.found.items() if span is not None},
        dict(of_glossaries),
        shown,
    )
