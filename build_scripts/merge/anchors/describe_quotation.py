"""Describe each place where words that a person typed stand in a text."""

from build_scripts.merge.anchors.describe_span import describe, to_yaml
from build_scripts.merge.anchors.explaining.passage_in_context import paragraph_numbers
from build_scripts.merge.anchors.matches import find_all
from build_scripts.model.source_text import SourceText
from build_scripts.text.normalise import normalise


def describe_quotation(source: SourceText, quotation: str) -> tuple[tuple[int, str], ...]:
    """For each place of a quotation, its paragraph and a target that means this place alone.

    The target is a YAML flow mapping.
    """
    normalised = normalise(source.text)
    return tuple(
        (paragraph_numbers(span, source)[0], to_yaml(describe(span, normalised)))
        for span in find_all(normalised, quotation)
    )
