"""Describe each place where words that a person typed stand in a text."""

from build_scripts.merge.anchors.describe_span import describe, to_yaml
from build_scripts.merge.anchors.explaining.passage_in_context import paragraph_numbers
from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.normalise import normalise
from build_scripts.model.source_text import SourceText


def describe_quotation(source: SourceText, quotation: str) -> tuple[tuple[int, str], ...]:
    """A target for each place where a quotation stands, which means this place alone.

    Args:
        source: the text.
        quotation: its words, with the tolerance of every quotation.

    Returns:
        For each place in order, the number of its paragraph and a YAML flow mapping.
    """
    normalised = normalise(source.text)
    return tuple(
        (paragraph_numbers(span, source)[0], to_yaml(describe(span, normalised)))
        for span in find_all(normalised, quotation)
    )
