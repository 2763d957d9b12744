"""Put everything that was placed in a reading together: link its terms, sort its annotations."""

from collections.abc import Mapping, Sequence

from build_scripts.merge.glossary.linking import link_occurrences
from build_scripts.merge.glossary.term_places import TermMatch
from build_scripts.model.annotation import Linking, Term
from build_scripts.model.placed import (
    AnnotatedReading,
    PlacedAnnotation,
    PlacedQuestion,
    PlacedStyle,
)
from build_scripts.model.reading import Reading


def annotated_reading(
    reading: Reading,
    placed: tuple[PlacedAnnotation, ...],
    styles: tuple[PlacedStyle, ...],
    matches: Sequence[TermMatch],
    linking: Linking,
    terms: Mapping[str, Term],
    sections: tuple[int, ...],
    questions: tuple[PlacedQuestion, ...],
) -> AnnotatedReading:
    """The reading with everything in its place.

    Args:
        reading: the reading.
        placed: its annotations except for terms, in any order.
        styles: the passages with a style.
        matches: where its terms stand.
        linking: which of these places become links, where a term does not say so itself.
        terms: those that stand in it, by id.
        sections: the numbers of the paragraphs that begin a section.
        questions: those shown on it.
    """
    paragraphs = reading.source.paragraphs
    occurrences = link_occurrences(
        matches,
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
    return AnnotatedReading(reading, tuple(annotations), styles, occurrences, sections, questions)


def _by_place(placed: PlacedAnnotation) -> tuple[int, int, str, bool]:
    """By start, the longest first; where two annotations coincide, by entry id."""
    return placed.span.start, -placed.span.end, placed.entry, placed.at_far_end
