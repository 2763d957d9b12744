"""Merge one reading: everything in it finds its place."""

from collections.abc import Iterable
from typing import NamedTuple

from build_scripts.merge.anchors.resolver import Placed, Resolver
from build_scripts.merge.annotated_reading import annotated_reading
from build_scripts.merge.findings.correction_conflicts import correction_conflicts
from build_scripts.merge.found_places import FoundPlaces, fits
from build_scripts.merge.glossary.glossaries import Glossaries, Glossary
from build_scripts.merge.glossary.match import find_occurrences
from build_scripts.merge.glossary.mention_faults import (
    idle_prohibitions,
    mention_conflicts,
    terms_of_faulty_mentions,
)
from build_scripts.merge.glossary.recalled_matches import recall_matches
from build_scripts.merge.glossary.term_places import ForbiddenMention, ForcedMention, MatchResult
from build_scripts.merge.place_cross_references import is_on_blocks
from build_scripts.merge.published_readings import Terms
from build_scripts.merge.sections import section_starts
from build_scripts.merge.speaker_labels import speaker_labels
from build_scripts.merge.visibility import Visibility
from build_scripts.model.annotation import Correction, Formatting, Mention, Note
from build_scripts.model.collection import Collection
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.memory import Memory
from build_scripts.model.placed import (
    AnnotatedReading,
    PlacedAnnotation,
    PlacedQuestion,
    PlacedStyle,
)
from build_scripts.model.reading import Reading


class Found(NamedTuple):
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


class MergedReading(NamedTuple):
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


def find_in_reading(
    reading: Reading,
    resolver: Resolver,
    glossaries: Glossaries,
    memory: Memory,
    known: FoundPlaces,
) -> Found:
    """What the annotations of a reading are about, and where terms stand in it.

    Args:
        reading: whose text is searched.
        resolver: finds quoted words, and reports those that it does not find.
        glossaries: the terms.
        memory: of a series of builds.
        known: what other processes found in this text; it is not sought again.
    """
    mentions = resolver.placed(reading, reading.mentions)
    corrections = resolver.placed(reading, reading.corrections)
    notes = resolver.placed(reading, reading.notes)
    formatting = resolver.placed(reading, reading.formatting)

    def match(glossary: Glossary) -> MatchResult:
        matched = known.matches.get((reading.id, glossary.name))
        if matched and fits(matched, glossary.forms.terms, len(reading.source.text)):
            return matched
        return _match_terms(resolver, reading, glossary, mentions, memory)

    matches = all_matches = match(glossaries.shown)
    if glossaries.whole is not glossaries.shown:
        all_matches = match(glossaries.whole)
    return Found(notes, corrections, mentions, formatting, matches, all_matches)


def _match_terms(
    resolver: Resolver,
    reading: Reading,
    glossary: Glossary,
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


def merge_reading(
    reading: Reading,
    found: Found,
    collection: Collection,
    visibility: Visibility,
    glossaries: Glossaries,
    cross_references: Iterable[PlacedAnnotation],
    questions: tuple[PlacedQuestion, ...],
    memory: Memory,
) -> MergedReading:
    """Put together what was found in a reading with what others say about it.

    Args:
        reading: the reading.
        found: the places of its own annotations and of terms.
        collection: for settings that concern all readings.
        visibility: whether drafts are shown.
        glossaries: the terms.
        cross_references: those that begin or end here.
        questions: those below the text.
        memory: of a series of builds.
    """
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
    return MergedReading(
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


def _styles(formatting: list[Placed[Formatting]]) -> tuple[PlacedStyle, ...]:
    return tuple(PlacedStyle(span, entry.style.value) for entry, span in formatting)


def _annotate(
    reading: Reading,
    placed: tuple[PlacedAnnotation, ...],
    styles: tuple[PlacedStyle, ...],
    terms: Terms,
    questions: tuple[PlacedQuestion, ...],
) -> AnnotatedReading:
    matches, linking, by_id = terms
    sections = section_starts(reading)
    return annotated_reading(reading, placed, styles, matches, linking, by_id, sections, questions)
