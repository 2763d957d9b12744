"""The only notion of position in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points, ``start <= i < end``, in one immutable string.

    It is what the W3C Web Annotation model calls a TextPositionSelector.
    """

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Whether every code point of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end
