"""Give each line below annotated words a row of its own where annotations overlap.

The words of a piece may have a line for each annotation that covers it, drawn one below another.
Rows are counted from the words downwards. Every kind has a first row, where its lines are if
nothing else needs that row. This is the colouring of intervals: annotations that share a piece of
the text never share a row, and an annotation keeps its row from its beginning to its end, so that
its line is level.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from build_scripts.model.placed import PlacedAnnotation, Segment
from build_scripts.render.uses.entry_names import kind_of

LAST_ROW = 9
"""Deeper lines would be nearer to the next line of text; they share this row."""

DEEP_ROW = 4
"""From this row on, lines may need more room than is left when a reader sets lines close."""


class _Drawn(NamedTuple):
    first_row: int
    rows: int


_DRAWN = {
    "correction": _Drawn(0, 2),  # a wave is as high as two rows
    "term": _Drawn(1, 1),
    "note": _Drawn(2, 1),
    "cross-reference": _Drawn(3, 1),
}
"""The first row of each kind; the kinds are in the order in which they choose."""
_ORDER = {kind: place for place, kind in enumerate(_DRAWN)}


class LineRows(NamedTuple):
    """The rows of lines that are not the first rows of their kinds.

    Attributes:
        of_pieces: by the offset where a piece begins, the rows of entries that cover the piece.
        deepest: by the offset where a piece begins, the last row of its lines, if it is deep.
    """

    of_pieces: Mapping[int, Mapping[str, int]]
    deepest: Mapping[int, int]

    def deepest_of(self, segments: Iterable[Segment]) -> int:
        """The last row in a paragraph, or 0 if it has no deep rows."""
        if not self.deepest:
            return 0
        return max((self.deepest.get(piece.span.start, 0) for piece in segments), default=0)


def line_rows(annotations: Iterable[PlacedAnnotation], starts: Sequence[int]) -> LineRows:
    """The rows of the lines of annotations.

    The kinds choose in their order, and within a kind the shortest annotation chooses first: it is
    nearest to the words, and a longer one passes below it.

    Args:
        annotations: those with lines; others are passed over.
        starts: where each piece of the text begins, in order.
    """
    taken: dict[int, int] = {}  # a bit for each row, by the offset where a piece begins
    of_pieces: dict[int, dict[str, int]] = {}
    with_lines = (placed for placed in annotations if not placed.on_blocks)
    for placed in sorted(with_lines, key=_turn):
        drawn = _DRAWN[kind_of(placed)]
        covered = starts[
            bisect_left(starts, placed.span.start) : bisect_left(starts, placed.span.end)
        ]
        used = 0
        for start in covered:
            used |= taken.get(start, 0)
        row = _free_row(used, drawn)
        mask = ((1 << drawn.rows) - 1) << row
        for start in covered:
            taken[start] = taken.get(start, 0) | mask
            if row != drawn.first_row:
                of_pieces.setdefault(start, {})[placed.entry] = row
    deepest = {
        start: taken[start].bit_length() - 1 for start in of_pieces if taken[start] >> DEEP_ROW
    }
    return LineRows(of_pieces, deepest)


def _turn(placed: PlacedAnnotation) -> tuple[int, int, int, str]:
    start, end = placed.span
    return _ORDER[kind_of(placed)], end - start, start, placed.entry


def _free_row(used: int, drawn: _Drawn) -> int:
    """The first row from that of the kind on with as much room as a line needs."""
    needed = (1 << drawn.rows) - 1
    last = LAST_ROW + 1 - drawn.rows
    free = (row for row in range(drawn.first_row, last) if not used & needed << row)
    return next(free, last)
