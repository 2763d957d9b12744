"""Find the passages that share text with one another."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from build_scripts.model.span import Span

T = TypeVar("T")


def overlapping_pairs(items: Iterable[T], span_of: Callable[[T], Span]) -> Iterator[tuple[T, T]]:
    """Every two items whose passages share at least one code point.

    The item whose passage begins first is the first of its pair; where both begin together, the
    item that was given first.
    """
    ordered = sorted(items, key=lambda item: span_of(item).start)
    for number, item in enumerate(ordered):
        span = span_of(item)
        for other in ordered[number + 1 :]:
            if span_of(other).start >= span.end:
                break
            if span.overlaps(span_of(other)):
                yield item, other
