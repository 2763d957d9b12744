"""Places that terms claim: exact ones come before those that are found by a looser comparison."""

import pytest

from build_scripts.merge.glossary.candidates import Candidate, with_looser
from build_scripts.merge.glossary.index import Claimants
from build_scripts.model.span import Span


def candidate(start: int, end: int) -> Candidate:
    return Candidate(start, end, Span(start, end), Claimants((), (), ()), "", ())


@pytest.mark.parametrize(
    ("exact", "looser", "kept"),
    [
        ([(0, 3)], [(4, 7)], [(0, 3), (4, 7)]),
        ([(4, 7)], [(0, 3)], [(0, 3), (4, 7)]),
        ([(0, 7)], [(0, 3), (4, 7), (2, 5)], [(0, 7)]),
        ([(0, 7), (2, 3)], [(4, 7)], [(2, 3), (0, 7)]),
        ([(0, 7)], [(0, 8)], [(0, 7), (0, 8)]),
        ([(2, 7)], [(0, 7), (2, 7)], [(0, 7), (2, 7)]),
        ([], [(0, 3)], [(0, 3)]),
    ],
)
def test_a_looser_one_inside_an_exact_one_is_left_out(
    exact: list[tuple[int, int]], looser: list[tuple[int, int]], kept: list[tuple[int, int]]
) -> None:
    found = with_looser([candidate(*at) for at in exact], [candidate(*at) for at in looser])
    assert [(place.start, place.end) for place in found] == kept
