"""Corrections whose words stay as printed, because nothing can stand in their place."""

import pytest

from build_scripts.model.placed import PlacedAnnotation
from build_scripts.model.span import Span
from build_scripts.render.reading.replacements import staying_corrections
from tests.render.annotated_readings import annotated, correction, note, reading, source_text

TEXT = "0123456789\n\n0123456789"


@pytest.mark.parametrize(
    ("corrections", "staying"),
    [
        ([(0, 5), (5, 9)], []),
        ([(0, 5), (4, 9)], [0, 1]),
        ([(0, 9), (1, 2), (8, 9)], [0, 1, 2]),
        ([(0, 9), (1, 4), (3, 5)], [0, 1, 2]),
        ([(0, 2), (1, 4), (3, 5)], [0, 1, 2]),
        ([(0, 4), (1, 4), (5, 9)], [0, 1]),
        ([(0, 4), (0, 4)], [0, 1]),
        ([(0, 10), (12, 22)], []),
        ([(0, 13)], [0]),
        ([(9, 13), (14, 22)], [0]),
    ],
)
def test_those_that_overlap_or_run_over_a_paragraphs_end(
    corrections: list[tuple[int, int]], staying: list[int]
) -> None:
    placed = [
        PlacedAnnotation(f"corr-{number}", Span(*at), correction(str(number)))
        for number, at in enumerate(corrections)
    ]
    on_all = PlacedAnnotation("note-a", Span(0, len(TEXT)), note("a"))
    of = annotated(reading(source_text(TEXT)), [*placed, on_all])
    assert staying_corrections(of) == {f"corr-{number}" for number in staying}
