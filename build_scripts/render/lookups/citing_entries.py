"""The entries that cite each source."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from build_scripts.model.annotation import (
    Citation,
    Correction,
    CrossReference,
    Event,
    Introduction,
    Note,
    Recommendation,
    Term,
    all_sources,
)
from build_scripts.model.comparison import Comparison
from build_scripts.model.placed import AnnotatedReading


class CitingAnnotation(NamedTuple):
    """What is shown of an annotation that cites a source; another text of it changes nothing.

    Attributes:
        kind: what it is.
        entry: the id of its entry in the apparatus.
        start: the offset of its passage.
    """

    kind: type[Note | CrossReference | Correction | Term]
    entry: str
    start: int


class CitingQuestion(NamedTuple):
    """What is shown of a question that cites a source; see `PlacedQuestion`."""

    number: int
    entry: str
    start: int | None


class CitingEntry(NamedTuple):
    """An entry that cites a source, or what recommends it.

    Attributes:
        reading: its id; empty for terms, events and comparisons.
        entry: of the introduction and the further reading of a reading, that it is one of these.
    """

    reading: str
    entry: (
        CitingAnnotation
        | CitingQuestion
        | type[Introduction]
        | type[Recommendation]
        | Term
        | Event
        | Comparison
    )


Citing = dict[str, tuple[CitingEntry, ...]]
"""By the id of a source."""


def citing_entries(
    readings: Iterable[AnnotatedReading],
    terms: Iterable[Term],
    events: Iterable[Event],
    comparisons: Iterable[Comparison],
) -> Citing:
    """The entries that cite each source, in the order that is given."""
    citing: dict[str, list[CitingEntry]] = {}
    for sources, entry in (
        *(cited for annotated in readings for cited in _of_reading(annotated)),
        *((term.provenance.sources, CitingEntry("", term)) for term in terms),
        *((event.provenance.sources, CitingEntry("", event)) for event in events),
        *((one.provenance.sources, CitingEntry("", one)) for one in comparisons),
    ):
        for reference in dict.fromkeys(source.reference for source in sources):
            citing.setdefault(reference, []).append(entry)
    return {reference: tuple(entries) for reference, entries in citing.items()}


def _of_reading(
    annotated: AnnotatedReading,
) -> Iterator[tuple[tuple[Citation, ...], CitingEntry]]:
    before = annotated.reading.introduction
    if before is not None:
        yield all_sources(before), CitingEntry(annotated.reading.id, Introduction)
    for placed_question in annotated.questions:
        asked = CitingQuestion(placed_question.number, placed_question.entry, placed_question.start)
        yield (
            all_sources(placed_question.question),
            CitingEntry(annotated.reading.id, asked),
        )
    named: set[str] = set()
    for placed in annotated.annotations:
        # A cross-reference is shown at both ends, but listed only where it is stated.
        is_term = isinstance(placed.annotation, Term)
        if not is_term and placed.entry not in named and not placed.at_far_end:
            named.add(placed.entry)
            shown = CitingAnnotation(type(placed.annotation), placed.entry, placed.span.start)
            yield all_sources(placed.annotation), CitingEntry(annotated.reading.id, shown)
    after = annotated.reading.further_reading
    yield tuple(one.citation for one in after), CitingEntry(annotated.reading.id, Recommendation)
