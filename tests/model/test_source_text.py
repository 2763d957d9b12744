"""Paragraphs of a source by their numbers."""

import pytest

from tests.render.annotated_readings import source_text

SOURCE = source_text("One.\n\nTwo.\n\nThree.")


@pytest.mark.parametrize(
    ("first", "last", "words"), [(1, 1, "One."), (2, 3, "Two.\n\nThree."), (1, 3, SOURCE.text)]
)
def test_paragraphs_reach_from_the_first_to_the_last(first: int, last: int, words: str) -> None:
    start, end = SOURCE.paragraphs_span(first, last)
    assert SOURCE.text[start:end] == words
