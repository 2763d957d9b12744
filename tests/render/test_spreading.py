"""Things in a column, as near to their places as they can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.render.pictures.spreading import spread

HEIGHTS = st.lists(st.floats(1, 50), min_size=1, max_size=30)


@given(st.data(), HEIGHTS, st.floats(0, 500))
def test_nothing_overlaps_and_all_is_in_the_column(
    data: st.DataObject, heights: list[float], slack: float
) -> None:
    room = sum(heights) + slack
    place = st.floats(-10, room + 10)
    places = sorted(data.draw(st.lists(place, min_size=len(heights), max_size=len(heights))))

    tops = spread(places, heights, room)

    bottoms = [top + height for top, height in zip(tops, heights, strict=True)]
    assert tops[0] >= -1e-6
    assert bottoms[-1] <= room + 1e-6
    assert all(tops[i + 1] >= bottoms[i] - 1e-6 for i in range(len(tops) - 1))


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((0, 20, 40), (0, 20, 40)),
        ((10, 10), (5, 15)),
        ((0, 50, 52, 54), (0, 42, 52, 62)),
        ((95, 98), (80, 90)),
        ((), ()),
    ],
)
def test_they_move_as_little_as_they_can(
    places: tuple[float, ...], expected: tuple[float, ...]
) -> None:
    assert spread(places, [10] * len(places), 100) == pytest.approx(expected)
