"""Projections and views: which part of the earth a map shows, and where its places lie."""

from math import cos, dist, pi, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.coordinates import Coordinates
from build_scripts.render.maps.projections import (
    EARTH_RADIUS_IN_KM,
    EqualArea,
    EqualEarth,
    angle_between,
    middle_of,
)
from build_scripts.render.maps.views import LEAST_WIDTH, view_of

PLACES = st.builds(Coordinates, st.floats(-90, 90), st.floats(-180, 180))


def same_place(one: Coordinates, other: Coordinates | None) -> bool:
    return other is not None and angle_between(one, other) < 1e-4


@given(PLACES, PLACES)
def test_a_point_of_a_part_of_the_earth_is_one_place(
    middle: Coordinates, place: Coordinates
) -> None:
    projection = EqualArea(middle)
    if angle_between(middle, place) < 175:
        assert same_place(place, projection.place(projection.point(place)))


@given(st.builds(Coordinates, st.floats(-89.9, 89.9), st.floats(-179.9, 179.9)))
def test_a_point_of_the_whole_earth_is_one_place(place: Coordinates) -> None:
    assert same_place(place, EqualEarth().place(EqualEarth().point(place)))


def test_outside_of_the_earth_there_is_no_place() -> None:
    assert EqualArea(Coordinates(0, 0)).place((2.1, 0)) is None
    for outside in ((2.71, 0), (0, 1.4), (2.6, 1.3)):
        assert EqualEarth().place(outside) is None


@pytest.mark.parametrize(
    ("projection", "at"),
    [(EqualArea(Coordinates(47, 20)), (60.0, 30.0)), (EqualEarth(), (-50.0, 140.0))],
)
def test_areas_are_true(projection: EqualArea | EqualEarth, at: tuple[float, float]) -> None:
    south, west = at
    corners = [(south, west), (south, west + 0.1), (south + 0.1, west + 0.1), (south + 0.1, west)]
    points = [projection.point(Coordinates(*corner)) for corner in corners]
    drawn = abs(
        sum(
            a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True)
        )
    )
    height = sin(radians(south + 0.1)) - sin(radians(south))
    assert drawn / 2 == pytest.approx(radians(0.1) * height, rel=1e-3)


def test_lengths_are_true_in_the_middle_and_north_is_up() -> None:
    middle = Coordinates(54, 27)
    point = EqualArea(middle).point(Coordinates(54.5, 27))
    assert point[0] == pytest.approx(0)
    assert -point[1] * EARTH_RADIUS_IN_KM == pytest.approx(55.6, abs=0.1)
    east = EqualArea(middle).point(Coordinates(54, 28))
    assert east[0] == pytest.approx(cos(radians(54)) * pi / 180, rel=1e-3)


def test_the_edge_of_the_whole_earth_is_where_its_authors_have_it() -> None:
    x, y = EqualEarth().point(Coordinates(0, 180))
    assert x == pytest.approx(2.7066, abs=1e-4)
    assert y == 0
    assert -EqualEarth().point(Coordinates(90, 0))[1] == pytest.approx(1.3173, abs=1e-4)


def test_the_middle_of_places_on_both_sides_of_the_date_line() -> None:
    middle = middle_of([Coordinates(-18, 178), Coordinates(-14, -172)])
    assert middle is not None
    assert abs(middle.longitude) > 176
    assert middle_of([Coordinates(0, 0), Coordinates(0, 180)]) is None


@given(st.lists(PLACES, min_size=1, max_size=6), st.sampled_from([288, 600]))
def test_all_places_are_in_the_frame_with_some_room(
    places: list[Coordinates], width: float
) -> None:
    view = view_of(places, width, is_wide=width == 600)
    assert 0.4 * width < view.height < 1.4 * width
    room = 0 if view.is_of_earth else width * 0.1
    for place in places:
        x, y = view.pixel(place)
        assert room <= x <= width - room
        assert room <= y <= view.height - room


@given(st.lists(PLACES, min_size=1, max_size=3))
def test_what_is_in_the_frame_is_between_its_bounds(places: list[Coordinates]) -> None:
    view = view_of(places, 288, is_wide=False)
    bounds = view.bounds()
    for x, y in ((0.3, 0.4), (0.5, 0.5), (0.9, 0.2), (0.01, 0.99)):
        place = view.place((x * view.width, y * view.height))
        if place is not None:
            assert bounds.south - 2 <= place.latitude <= bounds.north + 2
            turns = (place.longitude + turn for turn in (-360, 0, 360))
            assert any(bounds.west - 2 <= east <= bounds.east + 2 for east in turns)


@pytest.mark.parametrize(
    ("places", "is_of_earth", "kilometres"),
    [
        ([(53.9, 27.57)], False, LEAST_WIDTH),
        ([(53.9, 27.57), (53.9, 27.57)], False, LEAST_WIDTH),
        ([(90, 0)], False, LEAST_WIDTH),
        ([(-18.1, 178.4), (-13.8, -171.8)], False, 1_500),
        ([(78.2, 15.6), (71.3, -156.8), (71.6, 128.9)], False, 4_500),
        ([(38.7, -9.1), (39.9, 116.4)], False, 12_000),
        ([(51.5, 0), (-33.9, 151.2)], True, 34_000),
        ([(0, 0), (0, 180)], True, 34_000),
    ],
)
def test_the_part_of_the_earth_fits_its_places(
    places: list[tuple[float, float]], is_of_earth: bool, kilometres: float
) -> None:
    view = view_of([Coordinates(*place) for place in places], 600, is_wide=True)
    assert view.is_of_earth is is_of_earth
    assert view.kilometres * view.width == pytest.approx(kilometres, rel=0.25)


def test_the_middle_of_the_frame_has_north_straight_up() -> None:
    view = view_of([Coordinates(53.9, 27.57), Coordinates(47.2, 39.7)], 600, is_wide=True)
    middle = view.place((300, view.height / 2))
    assert middle is not None
    north = view.pixel(Coordinates(middle.latitude + 1, middle.longitude))
    assert north[0] == pytest.approx(300, abs=0.5)
    assert dist(north, (300, view.height / 2)) > 30
