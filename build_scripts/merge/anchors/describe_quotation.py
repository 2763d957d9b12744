"""Describe each place where words that a person typed stand in a text."""

from build_scripts.merge.anchors.describe_all import describe_all
from build_scripts.merge.anchors.describe_span import QuoteDescription, to_yaml
from build_scripts.merge.anchors.explaining.passage_in_context import paragraph_numbers
from build_scripts.merge.anchors.matches import find_all, find_same
from build_scripts.merge.anchors.quotable_text import comparable_reading
from build_scripts.model.reading import Reading
from build_scripts.model.span import Span


def describe_quotation(reading: Reading, quotation: str) -> tuple[tuple[int, str], ...]:
    """For each place of a quotation, its paragraph and a target that means this place alone.

    The target is a YAML flow mapping.
    """
    normalised = comparable_reading(reading)
    spans = find_all(normalised, quotation)
    descriptions: dict[Span, QuoteDescription] = {}
    for span in spans:  # those that were found by a looser comparison differ in their words
        if span not in descriptions:
            same = find_same(normalised, normalised.words(span))
            descriptions |= zip(same, describe_all(same, normalised), strict=True)
    return tuple(
        (paragraph_numbers(span, reading.source)[0], to_yaml(descriptions[span])) for span in spans
    )
