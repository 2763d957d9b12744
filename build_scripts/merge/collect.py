"""The whole merge: every annotation of a collection finds its place, or an error says why not."""

from collections.abc import Iterable
from typing import NamedTuple

from build_scripts.merge.anchor import resolve_selector
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
from build_scripts.merge.normalise import NormalisedText, normalise
from build_scripts.merge.sections import section_starts
from build_scripts.merge.segments import cut_into_segments
from build_scripts.merge.speaker_labels import speaker_labels
from build_scripts.model.annotation import (
    Correction,
    CrossReference,
    EventReference,
    Linking,
    Note,
    PassageReference,
    Provenance,
    Status,
    Term,
    TermReference,
)
from build_scripts.model.collection import Collection
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.placed import (
    AnnotatedCollection,
    AnnotatedReading,
    Passage,
    PlacedAnnotation,
    PlacedEvent,
    PlacedStyle,
)
from build_scripts.model.reading import Reading
from build_scripts.model.selector import Selector, TextQuoteSelector
from build_scripts.model.span import Span


class Merged(NamedTuple):
    """The annotated collection, the index of its glossary, and everything that is wrong."""

    collection: AnnotatedCollection
    glossary: GlossaryIndex
    diagnostics: tuple[Diagnostic, ...]


class _Texts:
    """The readings and their normalised texts, made once each."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.readings = {reading.id: reading for reading in readings}
        self._normalised: dict[str, NormalisedText] = {}
        self.diagnostics: list[Diagnostic] = []

    def normalised(self, reading: Reading) -> NormalisedText:
        found = self._normalised.get(reading.id)
        if found is None:
            found = self._normalised[reading.id] = normalise(reading.source.text)
        return found

    def resolve(self, reading: Reading, selector: Selector) -> Span | None:
        span, diagnostics = resolve_selector(
            selector, reading.source, self.normalised(reading), reading.sha256_recorded
        )
        self.diagnostics.extend(diagnostics)
        return span

    def passage(self, reference: PassageReference) -> Passage | None:
        """The passage that is referred to; None where its reading is unknown (said elsewhere)."""
        reading = self.readings.get(reference.reading)
        if reading is None:
            return None
        span = self.resolve(reading, reference.selector)
        return None if span is None else Passage(reading.id, span)


def merge(
    collection: Collection, unreadable: frozenset[str] = frozenset(), with_drafts: bool = False
) -> Merged:
    """Give every annotation its place.

    Args:
        collection: what was read.
        unreadable: ``kind:id`` of what exists but could not be read, so that naming it is no fault.
        with_drafts: whether drafts are shown; they are checked in any case.

    Returns:
        The annotated collection and all diagnostics of this stage.
    """
    texts = _Texts(collection.readings)
    with_drafts = with_drafts or collection.settings.publish_drafts
    shown = _Shown(collection, with_drafts)
    placed: dict[str, list[PlacedAnnotation]] = {reading.id: [] for reading in collection.readings}
    for reading in collection.readings:
        _place_notes_and_corrections(texts, reading, shown, placed[reading.id])
    _place_cross_references(texts, collection, shown, placed)
    events = _place_events(texts, collection, shown)
    styles = {reading.id: _place_styles(texts, reading) for reading in collection.readings}

    terms = tuple(term for term in collection.terms if shown.term(term.id))
    index = build_glossary_index(terms)
    matches = {
        reading.id: _match_terms(texts, reading, index, shown) for reading in collection.readings
    }
    by_id = {term.id: term for term in terms}
    readings = tuple(
        _annotated(
            reading,
            placed[reading.id],
            styles[reading.id],
            matches[reading.id],
            collection.settings.linking,
            by_id,
        )
        for reading in collection.readings
    )
    diagnostics = (
        *unknown_ids(collection, unreadable),
        *texts.diagnostics,
        *form_conflicts(index, (place for found in matches.values() for place in found.contested)),
    )
    annotated = AnnotatedCollection(
        collection.settings, readings, terms, events, collection.references
    )
    return Merged(annotated, index, diagnostics)


class _Shown:
    """Which entries are shown; a draft is not, unless drafts were asked for."""

    def __init__(self, collection: Collection, with_drafts: bool) -> None:
        self._with_drafts = with_drafts
        self._terms = {t.id for t in collection.terms if self.entry(t.provenance)}
        self._events = {e.id for e in collection.events if self.entry(e.provenance)}

    def entry(self, provenance: Provenance) -> bool:
        return self._with_drafts or provenance.status is not Status.DRAFT

    def term(self, term_id: str) -> bool:
        return term_id in self._terms

    def event(self, event_id: str) -> bool:
        return event_id in self._events


def _place_notes_and_corrections(
    texts: _Texts, reading: Reading, shown: _Shown, placed: list[PlacedAnnotation]
) -> None:
    entries: tuple[tuple[str, Note | Correction], ...] = (
        *(("note", note) for note in reading.notes),
        *(("corr", correction) for correction in reading.corrections),
    )
    for prefix, annotation in entries:
        span = texts.resolve(reading, annotation.target)
        if span is not None and shown.entry(annotation.provenance):
            on_blocks = not isinstance(annotation.target, TextQuoteSelector)
            placed.append(
                PlacedAnnotation(f"{prefix}-{annotation.id}", span, annotation, on_blocks)
            )


def _place_cross_references(
    texts: _Texts,
    collection: Collection,
    shown: _Shown,
    placed: dict[str, list[PlacedAnnotation]],
) -> None:
    own_ids = {
        reading.id: {reference.id for reference in reading.cross_references}
        for reading in collection.readings
    }
    arrivals: dict[str, list[str]] = {}
    far_ends: list[tuple[str, Passage, Passage, CrossReference, bool]] = []
    for reading in collection.readings:
        for reference in reading.cross_references:
            span = texts.resolve(reading, reference.target)
            far: Passage | None = None
            match reference.refers_to:
                case PassageReference() as end:
                    far = texts.passage(end)
                    complete = far is not None
                    far_on_blocks = not isinstance(end.selector, TextQuoteSelector)
                case TermReference(term=term):
                    complete, far_on_blocks = shown.term(term), False
                case EventReference(event=event):
                    complete, far_on_blocks = shown.event(event), False
            if span is None or not complete or not shown.entry(reference.provenance):
                continue
            on_blocks = not isinstance(reference.target, TextQuoteSelector)
            entry = f"xref-{reference.id}"
            placed[reading.id].append(
                PlacedAnnotation(entry, span, reference, on_blocks, other_end=far)
            )
            if far is not None:
                near = Passage(reading.id, span)
                far_ends.append((reading.id, near, far, reference, far_on_blocks))
                if far.reading != reading.id:
                    arrivals.setdefault(far.reading, []).append(reference.id)
    for from_reading, near, far, reference, on_blocks in far_ends:
        entry = f"xref-{reference.id}"
        clash = (
            reference.id in own_ids[far.reading]
            or arrivals.get(far.reading, []).count(reference.id) > 1
        )
        if far.reading != from_reading and clash:
            # A full stop cannot stand in an id, so this name is free on every page.
            entry = f"xref-{from_reading}.{reference.id}"
        placed[far.reading].append(
            PlacedAnnotation(entry, far.span, reference, on_blocks, near, at_far_end=True)
        )


def _place_events(texts: _Texts, collection: Collection, shown: _Shown) -> tuple[PlacedEvent, ...]:
    events: list[PlacedEvent] = []
    for event in collection.events:
        passages = tuple(filter(None, (texts.passage(passage) for passage in event.passages)))
        if shown.entry(event.provenance):
            events.append(PlacedEvent(event, passages))
    return tuple(events)


def _place_styles(texts: _Texts, reading: Reading) -> tuple[PlacedStyle, ...]:
    spans = ((texts.resolve(reading, f.target), f.style.value) for f in reading.formatting)
    return (
        *(PlacedStyle(span, style) for span, style in spans if span is not None),
        *speaker_labels(reading),
    )


def _match_terms(
    texts: _Texts, reading: Reading, index: GlossaryIndex, shown: _Shown
) -> MatchResult:
    forced: list[ForcedMention] = []
    forbidden: list[ForbiddenMention] = []
    for mention in reading.mentions:
        span = texts.resolve(reading, mention.target)
        if span is None:
            continue
        if mention.forbid:
            forbidden.append(ForbiddenMention(mention.forbid, span))
        elif shown.term(mention.term):
            forced.append(ForcedMention(mention.term, span))
    return find_occurrences(
        index,
        reading.id,
        reading.source,
        texts.normalised(reading),
        reading.metadata.language,
        tuple(forced),
        tuple(forbidden),
    )


def _annotated(
    reading: Reading,
    placed: list[PlacedAnnotation],
    styles: tuple[PlacedStyle, ...],
    matches: MatchResult,
    site_linking: Linking,
    terms: dict[str, Term],
) -> AnnotatedReading:
    default = reading.linking or site_linking
    paragraphs = reading.source.paragraphs
    starts = section_starts(reading)
    occurrences = link_occurrences(
        matches.matches,
        paragraphs,
        tuple(paragraphs[number - 1].span.start for number in starts),
        lambda term_id: terms[term_id].linking or default,
    )
    placed.extend(
        PlacedAnnotation(f"term-{occurrence.term}", occurrence.span, terms[occurrence.term])
        for occurrence in occurrences
        if occurrence.linked
    )
    placed.sort(key=lambda p: (p.span.start, -p.span.end, p.entry, p.at_far_end))
    segments = cut_into_segments(paragraphs, placed, styles)
    return AnnotatedReading(reading, tuple(placed), segments, occurrences, starts)
