"""Lines of annotations that overlap are in rows of their own, each level from end to end."""

from bisect import bisect_left

import pytest
from hypothesis import given

from build_scripts.model.annotation import Correction, CrossReference, Note, Term
from build_scripts.model.placed import AnnotatedReading, PlacedAnnotation
from build_scripts.model.span import Span
from build_scripts.render.reading.line_rows import LAST_ROW, LineRows, line_rows
from build_scripts.render.reading.segments import segments_of
from tests.render.annotated_readings import (
    annotated_readings,
    correction,
    cross_reference,
    note,
    term,
)

OWN_ROWS = {"corr": 0, "term": 1, "note": 2, "xref": 3}
OF_KIND: dict[str, Note | Correction | Term | CrossReference] = {
    "note": note("n"),
    "corr": correction("c"),
    "term": term("t"),
    "xref": cross_reference("x"),
}


def placed(entry: str, start: int, end: int) -> PlacedAnnotation:
    """An annotation whose entry's name begins with its kind."""
    return PlacedAnnotation(entry, Span(start, end), OF_KIND[entry.partition("-")[0]])


def rows_of(*annotations: PlacedAnnotation) -> dict[str, int]:
    """The row of each entry, which must be the same in all its pieces."""
    starts = sorted({end for one in annotations for end in one.span})
    rows = line_rows(annotations, starts)
    found = {}
    for one in annotations:
        pieces = starts[bisect_left(starts, one.span.start) : bisect_left(starts, one.span.end)]
        (found[one.entry],) = {row_at(rows, start, one.entry) for start in pieces}
    return found


def row_at(rows: LineRows, start: int, entry: str) -> int:
    """The row in which the line of an entry is drawn below a piece."""
    return rows.of_pieces.get(start, {}).get(entry, OWN_ROWS[entry.partition("-")[0]])


@pytest.mark.parametrize(
    ("annotations", "expected"),
    [
        # Alone, touching, or in different rows anyway: nothing moves.
        ({"note-a": (0, 5), "note-b": (5, 9)}, {}),
        ({"note-a": (0, 9), "term-b": (2, 5), "xref-c": (4, 8), "corr-d": (6, 9)}, {}),
        # Nested: the inner one is nearest to the words.
        ({"note-outer": (0, 9), "note-inner": (3, 5)}, {"note-outer": 3}),
        ({"note-a": (0, 9), "note-b": (1, 8), "note-c": (2, 7)}, {"note-a": 4, "note-b": 3}),
        ({"note-a": (0, 9), "note-b": (0, 8), "note-c": (0, 7)}, {"note-a": 4, "note-b": 3}),
        ({"note-a": (0, 9), "note-b": (1, 9), "note-c": (2, 9)}, {"note-a": 4, "note-b": 3}),
        # The same words: in the order of the entries.
        ({"note-a": (0, 5), "note-b": (0, 5)}, {"note-b": 3}),
        # Crossing; a third that touches neither of two may be beside one of them.
        ({"note-a": (0, 5), "note-b": (3, 9)}, {"note-b": 3}),
        ({"note-a": (0, 4), "note-b": (3, 8), "note-c": (7, 11)}, {"note-b": 3}),
        # Other layers make room.
        ({"note-a": (0, 9), "note-b": (3, 5), "xref-c": (4, 6)}, {"note-a": 3, "xref-c": 4}),
        ({"xref-a": (0, 9), "xref-b": (3, 5)}, {"xref-a": 4}),
        # A wave is as high as two rows.
        ({"corr-a": (0, 9), "corr-b": (3, 5), "note-c": (3, 5)}, {"corr-a": 2, "note-c": 4}),
        ({"corr-a": (0, 9), "term-b": (3, 5), "note-c": (3, 5)}, {"term-b": 2, "note-c": 3}),
    ],
)
def test_overlapping_annotations_have_rows(
    annotations: dict[str, tuple[int, int]], expected: dict[str, int]
) -> None:
    own = {entry: OWN_ROWS[entry.partition("-")[0]] for entry in annotations}
    found = rows_of(*(placed(entry, *span) for entry, span in annotations.items()))
    assert found == own | expected


def test_more_lines_than_there_is_room_for_share_the_last_row() -> None:
    found = rows_of(*(placed(f"note-{depth:02}", depth, 40 - depth) for depth in range(12)))
    rows = sorted(found.values())
    assert rows == [2, 3, 4, 5, 6, 7, 8, *[LAST_ROW] * 5]


def test_whole_paragraphs_have_no_line() -> None:
    block = placed("note-a", 0, 9)._replace(on_blocks=True)
    assert not line_rows((block, placed("note-b", 2, 5)), (0, 2, 5)).of_pieces


@given(annotated_readings())
def test_rows_are_never_shared_and_do_not_depend_on_the_order(of: AnnotatedReading) -> None:
    segments = [piece for pieces in segments_of(of) for piece in pieces]
    starts = [piece.span.start for piece in segments]
    rows = line_rows(of.annotations, starts)
    assert rows == line_rows(reversed(of.annotations), starts)
    for piece in segments:
        drawn = [row_at(rows, piece.span.start, entry) for entry in piece.entries]
        free = [row for row in drawn if row < LAST_ROW - 1]
        assert len(free) == len(set(free)), piece
        deepest = rows.deepest.get(piece.span.start, 0)
        assert all(row <= max(deepest, 3) for row in drawn)
