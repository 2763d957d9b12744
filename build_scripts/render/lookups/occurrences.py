"""Collect the places where glossary terms occur in the readings."""

from collections.abc import Iterable

from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.span import Span

Occurrences = dict[str, dict[str, list[Span]]]
"""By term id and reading id, in the order of the readings and of their texts."""


def occurrences_by_term(readings: Iterable[AnnotatedReading]) -> Occurrences:
    """All occurrences of all terms."""
    occurrences: Occurrences = {}
    for annotated in readings:
        for occurrence in annotated.occurrences:
            places = occurrences.setdefault(occurrence.term, {})
            places.setdefault(annotated.reading.id, []).append(occurrence.span)
    return occurrences
