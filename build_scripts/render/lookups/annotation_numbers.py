"""Count what is annotated in a reading, as lists of readings say it."""

from typing import NamedTuple

from build_scripts.model.annotation import Correction, CrossReference, Note, Term
from build_scripts.model.placed import AnnotatedReading, PlacedAnnotation


class AnnotationNumbers(NamedTuple):
    """How many annotations of each kind a reading has; `terms` is the number of different terms."""

    notes: int
    cross_references: int
    corrections: int
    terms: int


def annotation_numbers(annotated: AnnotatedReading) -> AnnotationNumbers:
    """The numbers of a reading; a cross-reference between two of its passages counts once."""
    kinds = [*{placed.entry: type(placed.annotation) for placed in annotated.annotations}.values()]
    return AnnotationNumbers(
        kinds.count(Note),
        kinds.count(CrossReference),
        kinds.count(Correction),
        len({occurrence.term for occurrence in annotated.occurrences}),
    )


def stated_in(annotated: AnnotatedReading) -> tuple[PlacedAnnotation, ...]:
    """The annotations that are written for a reading, where they are written; without terms."""
    return tuple(
        placed
        for placed in annotated.annotations
        if not placed.at_far_end and not isinstance(placed.annotation, Term)
    )
