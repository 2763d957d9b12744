"""Overlapping pairs are found as a comparison of each with each finds them."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.merge.overlaps import overlapping_pairs
from build_scripts.model.span import Span
from tests.profiles import cases

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 9), st.just(2))
LONGER = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 9), st.integers(0, 9)
)


@cases(normal=300, long=5_000)
@given(st.lists(SPANS | LONGER, max_size=8))
def test_as_if_each_were_compared_with_each(spans: list[Span]) -> None:
    named = list(enumerate(spans))
    found = [frozenset(pair) for pair in overlapping_pairs(named, lambda item: item[1])]
    expected = {
        frozenset((one, other))
        for one, other in combinations(named, 2)
        if one[1].overlaps(other[1])
    }
    assert len(found) == len(expected)
    assert set(found) == expected


def test_the_one_that_begins_first_comes_first() -> None:
    spans = [Span(3, 5), Span(0, 4)]
    assert list(overlapping_pairs(spans, lambda span: span)) == [(Span(0, 4), Span(3, 5))]
