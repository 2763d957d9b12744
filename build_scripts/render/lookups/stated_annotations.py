"""Say which annotations are written for a reading."""

from build_scripts.model.annotation import Term
from build_scripts.model.placed import AnnotatedReading, PlacedAnnotation


def stated_in(annotated: AnnotatedReading) -> tuple[PlacedAnnotation, ...]:
    """The annotations that are written for a reading, where they are written; without terms."""
    return tuple(
        placed
        for placed in annotated.annotations
        if not placed.at_far_end and not isinstance(placed.annotation, Term)
    )
