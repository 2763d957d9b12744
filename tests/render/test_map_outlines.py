"""Outlines: they are cut at the frame, and what is land is drawn as land."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.coordinates import Coordinates
from build_scripts.render.maps.clipping import clipped_line, clipped_ring, surrounds, thinned
from build_scripts.render.maps.coasts import STEPS_IN_PIXEL, coasts_in
from build_scripts.render.maps.outlines import Kind, outlines
from build_scripts.render.maps.views import View, view_of

FRAME = (0.0, 0.0, 100.0, 60.0)
POINTS = st.tuples(st.integers(-150, 250), st.integers(-150, 250))
LINES = st.lists(POINTS, min_size=3, max_size=12)


def is_in_frame(point: tuple[float, float]) -> bool:
    return -1e-6 <= point[0] <= 100 + 1e-6 and -1e-6 <= point[1] <= 60 + 1e-6


@given(LINES, st.tuples(st.integers(1, 98), st.integers(1, 58)))
def test_a_ring_keeps_what_it_surrounds_in_the_frame(
    ring: list[tuple[int, int]], pixel: tuple[int, int]
) -> None:
    clipped = clipped_ring(ring, FRAME)
    assert all(map(is_in_frame, clipped))
    inside = pixel[0] + 0.37, pixel[1] + 0.61
    assert surrounds(clipped, inside) == surrounds(ring, inside)


@given(LINES)
def test_the_pieces_of_a_line_lie_in_the_frame_and_on_the_line(line: list[tuple[int, int]]) -> None:
    pieces = clipped_line(line, FRAME)
    assert all(is_in_frame(point) for piece in pieces for point in piece)
    shown = {point for piece in pieces for point in piece}
    for point in line:
        if 0 < point[0] < 100 and 0 < point[1] < 60:
            assert point in shown


def test_a_line_that_leaves_and_comes_back_is_in_two_pieces() -> None:
    line = [(10, 10), (10, -10), (20, -10), (20, 10)]
    assert clipped_line(line, FRAME) == [[(10, 10), (10, 0)], [(20, 0), (20, 10)]]
    assert clipped_line([(-5, 30), (105, 30)], FRAME) == [[(0, 30), (100, 30)]]
    assert clipped_line([(-5, -5), (-5, 70)], FRAME) == []


@given(LINES, st.floats(0, 40))
def test_a_thinned_line_has_the_same_ends(line: list[tuple[int, int]], distance: float) -> None:
    thin = thinned(line, distance)
    assert (thin[0], thin[-1]) == (line[0], line[-1])
    assert set(thin) <= set(line)


def test_every_outline_is_on_the_earth_and_in_its_bounds() -> None:
    kinds = set()
    for outline in outlines()[::40]:
        kinds.add(outline.kind)
        west, south, east, north = outline.bounds
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
        places = list(outline.points())
        assert min(place.longitude for place in places) == pytest.approx(west)
        assert max(place.latitude for place in places) == pytest.approx(north)
        if outline.kind is not Kind.RIVER:
            assert places[0] == places[-1]
    assert kinds == set(Kind)


def rings(path: str) -> list[list[tuple[float, float]]]:
    """The rings of a path, in pixels."""
    found = []
    for part in re.findall(r"M([^Mz]*)z?", path):
        numbers = [int(number) for number in re.findall(r"-?\d+", part)]
        ring = [(numbers[0], numbers[1])]
        for across, down in zip(numbers[2::2], numbers[3::2], strict=True):
            ring.append((ring[-1][0] + across, ring[-1][1] + down))
        found.append([(x / STEPS_IN_PIXEL, y / STEPS_IN_PIXEL) for x, y in ring])
    return found


def is_land(view: View, place: Coordinates) -> bool:
    pixel = view.pixel(place)
    assert view.has(pixel), f"{place} is not in the frame"
    return sum(surrounds(ring, pixel) for ring in rings(coasts_in(view).land)) % 2 == 1


@pytest.mark.parametrize(
    ("around", "land", "water"),
    [
        # Also where no coast is in the frame, at an inland sea, at both poles, and where the
        # opposite side of the earth is in the land that comes into the frame.
        ([(53.9, 27.6)], [(53.9, 27.6), (55, 30)], []),
        ([(42, 51), (48, 40)], [(48, 40), (42, 44)], [(42, 51), (44.5, 50)]),
        ([(-89, 0), (-75, 160)], [(-90, 0), (-85, 90), (-80, 150)], [(-79, 180)]),
        ([(85, 0), (72, 90)], [(73, 95)], [(90, 0), (80, 45)]),
        ([(66, 179), (66, -179)], [(66, 179), (67, -180), (66.3, -175)], [(64.5, 180)]),
        ([(0, 120), (0, 165)], [(-5, 142), (0, 114)], [(0, 160), (10, 150)]),
        ([(20, -157), (-15, -171), (-12, 140)], [(-5, 142)], [(0, 180), (0, -160)]),
        ([(51, 0), (-33, 151)], [(0, 20), (-25, 135), (-80, 0)], [(0, -30), (42, 51), (0, 179)]),
    ],
)
def test_land_is_land_and_water_is_water(
    around: list[tuple[float, float]],
    land: list[tuple[float, float]],
    water: list[tuple[float, float]],
) -> None:
    view = view_of([Coordinates(*place) for place in around], 288, is_wide=False)
    assert {place: is_land(view, Coordinates(*place)) for place in land} == dict.fromkeys(
        land, True
    )
    assert {place: is_land(view, Coordinates(*place)) for place in water} == dict.fromkeys(
        water, False
    )


def test_what_only_divides_the_data_is_not_drawn_as_a_coast() -> None:
    view = view_of([Coordinates(66, 179), Coordinates(66, -179)], 288, is_wide=False)
    shore = coasts_in(view).shore
    x, y = view.pixel(Coordinates(67.5, 180))
    near = [p for ring in rings(shore) for p in ring if abs(p[0] - x) < 8 and abs(p[1] - y) < 8]
    assert shore
    assert near == []


def test_rivers_are_left_out_where_they_would_be_a_tangle() -> None:
    near = [Coordinates(50, 30), Coordinates(47, 39)]
    assert coasts_in(view_of(near, 600, is_wide=True)).rivers
    far = [Coordinates(50, 30), Coordinates(0, 39)]
    assert not coasts_in(view_of(far, 288, is_wide=False)).rivers
