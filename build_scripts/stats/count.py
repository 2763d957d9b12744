"""Counts texts, annotations, terms and sources in a merged collection."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from typing import TypeVar

from build_scripts.merge.anchors.explaining.passage_in_context import paragraph_numbers
from build_scripts.model.annotation import (
    Citation,
    Correction,
    CrossReference,
    Event,
    Introduction,
    Note,
    PassageReference,
    Provenance,
    Question,
    Status,
    Term,
    all_sources,
)
from build_scripts.model.comparison import Comparison
from build_scripts.model.placed import AnnotatedCollection, AnnotatedReading, PlacedAnnotation
from build_scripts.model.reading import Reading
from build_scripts.model.selector import ReadingSelector
from build_scripts.stats.figures import CollectionFigures, ReadingFigures, TextFigures, Work
from build_scripts.text.reading_time import length_of


def count(collection: AnnotatedCollection) -> CollectionFigures:
    """The figures of a collection, drafts included."""
    readings = tuple(map(_reading, collection.readings))
    provenances = tuple(entry.provenance for entry in _entries(collection))
    places = Counter(
        occurrence.term for annotated in collection.readings for occurrence in annotated.occurrences
    )
    recommended = (
        (one.citation,)
        for annotated in collection.readings
        for one in annotated.reading.further_reading
    )
    cited = Counter(
        key
        for citations in (*map(_sources, _entries(collection)), *recommended)
        for key in {citation.reference for citation in citations}
    )
    terms = {term.id for term in collection.terms}
    sources = {reference.id for reference in collection.references}
    creators = Counter(name for provenance in provenances for name in set(provenance.creators))
    statuses = Counter(provenance.status for provenance in provenances)
    return CollectionFigures(
        readings=readings,
        text=_total(TextFigures, [reading.text for reading in readings]),
        work=_total(Work, [reading.work for reading in readings]),
        terms=len(terms),
        places=sum(term.coordinates is not None for term in collection.terms),
        events=len(collection.events),
        comparisons=len(collection.comparisons),
        sources=len(sources),
        term_places=_ranked(places),
        terms_without_place=tuple(sorted(terms - places.keys())),
        citations=_ranked({key: number for key, number in cited.items() if key in sources}),
        sources_never_cited=tuple(sorted(sources - cited.keys())),
        contributors=_ranked(creators),
        without_creator=sum(not provenance.creators for provenance in provenances),
        entry_drafts=statuses[Status.DRAFT],
        entry_reviewed=statuses[Status.REVIEWED],
        entry_disputed=statuses[Status.DISPUTED],
    )


def _reading(annotated: AnnotatedReading) -> ReadingFigures:
    reading = annotated.reading
    length = length_of(reading.source.text)
    text = TextFigures(
        paragraphs=len(reading.source.paragraphs),
        words=length.words,
        characters=length.ideographs + length.letters,
        annotated=_annotated_paragraphs(annotated),
        places=len(annotated.occurrences),
        links=sum(occurrence.linked for occurrence in annotated.occurrences),
    )
    return ReadingFigures(reading.id, reading.metadata.title, text, _work(reading))


def _work(reading: Reading) -> Work:
    statuses = Counter(provenance.status for provenance in _of_reading(reading))
    return Work(
        notes=len(reading.notes),
        cross_references=len(reading.cross_references),
        corrections=len(reading.corrections),
        questions=len(reading.questions),
        mentions=len(reading.mentions),
        formatting=len(reading.formatting),
        without_sources=sum(not provenance.sources for provenance in _of_statements(reading)),
        drafts=statuses[Status.DRAFT],
        reviewed=statuses[Status.REVIEWED],
        disputed=statuses[Status.DISPUTED],
    )


def _annotated_paragraphs(annotated: AnnotatedReading) -> int:
    """How many paragraphs have an annotation on them, or in them."""
    source = annotated.reading.source
    numbers: set[int] = set()
    for placed in annotated.annotations:
        if not _is_on_whole_reading(placed):
            first, last = paragraph_numbers(placed.span, source)
            numbers.update(range(first, last + 1))
    return len(numbers)


def _is_on_whole_reading(placed: PlacedAnnotation) -> bool:
    match placed.annotation:
        case CrossReference(refers_to=PassageReference(selector=selector)) if placed.at_far_end:
            return isinstance(selector, ReadingSelector)
        case Note(target=target) | CrossReference(target=target):
            return isinstance(target, ReadingSelector)
        case Correction() | Term():
            return False


_Entry = Note | CrossReference | Correction | Term | Event | Introduction | Question | Comparison


def _sources(entry: _Entry) -> tuple[Citation, ...]:
    return entry.provenance.sources if isinstance(entry, Comparison) else all_sources(entry)


def _entries(collection: AnnotatedCollection) -> Iterator[_Entry]:
    for annotated in collection.readings:
        if annotated.reading.introduction is not None:
            yield annotated.reading.introduction
        yield from annotated.reading.questions
        yield from annotated.reading.notes
        yield from annotated.reading.cross_references
        yield from annotated.reading.corrections
    yield from collection.terms
    yield from (placed.event for placed in collection.events)
    yield from (one for one in collection.comparisons if not one.is_implied)


def _of_reading(reading: Reading) -> Iterator[Provenance]:
    yield from _of_statements(reading)
    yield from (correction.provenance for correction in reading.corrections)
    yield from (question.provenance for question in reading.questions)


def _of_statements(reading: Reading) -> Iterator[Provenance]:
    """Of the entries that say more than the text itself shows."""
    yield from (note.provenance for note in reading.notes)
    yield from (reference.provenance for reference in reading.cross_references)


def _ranked(numbers: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The largest first; equal numbers by name."""
    return tuple(sorted(numbers.items(), key=lambda item: (-item[1], item[0])))


_Figures = TypeVar("_Figures", TextFigures, Work)


def _total(kind: type[_Figures], figures: Iterable[_Figures]) -> _Figures:
    return kind(*map(sum, zip(*map(astuple, figures), strict=True)))
