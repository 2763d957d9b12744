"""Where the terms of the glossary occur in the readings."""

from collections.abc import Iterable

from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.span import Span

Occurrences = dict[str, dict[str, list[Span]]]
"""By the id of a term and the id of a reading, in the order of the readings and of their texts."""


def occurrences_by_term(readings: Iterable[AnnotatedReading]) -> Occurrences:
    """All occurrences of all terms."""
    found: Occurrences = {}
    for annotated in readings:
        for occurrence in annotated.occurrences:
            places = found.setdefault(occurrence.term, {})
            places.setdefault(annotated.reading.id, []).append(occurrence.span)
    return found
