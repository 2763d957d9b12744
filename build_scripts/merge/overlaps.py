"""Which of many passages share text with one another."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from build_scripts.model.span import Span

T = TypeVar("T")


def overlapping_pairs(items: Iterable[T], span_of: Callable[[T], Span]) -> Iterator[tuple[T, T]]:
    """Every two items whose passages share at least one code point.

    The one of a pair whose passage begins first comes first; where both begin together, the one
    that was given first.
    """
    ordered = sorted(items, key=lambda item: span_of(item).start)
    for number, one in enumerate(ordered):
        span = span_of(one)
        for other in ordered[number + 1 :]:
            if span_of(other).start >= span.end:
                break
            if span.overlaps(span_of(other)):
                yield one, other
