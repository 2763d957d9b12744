"""A range of characters in a text, the only kind of position in it."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points, ``start <= i < end``, in one immutable string.

    The W3C Web Annotation model calls it a TextPositionSelector.
    """

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Whether this span contains every code point of `other`."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end
