"""A set of places in a text that answers whether another place overlaps it."""

from bisect import bisect_right
from collections.abc import Iterable

from build_scripts.model.span import Span


class Places:
    """Places of a text, in any order, for fast comparison with other places; they may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def overlap(self, span: Span) -> bool:
        """Whether any of them shares text with a place."""
        before = bisect_right(self._starts, span.end - 1) - 1
        return before >= 0 and span.start < self._ends[before]
