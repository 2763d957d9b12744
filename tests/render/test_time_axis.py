"""Dates as places on an axis."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.render.pictures.time_axis import Extent, TimeAxis, extent_of, time_axis
from build_scripts.text.edtf_dates import period

BREAK = 30


def axis_of(*dates: str) -> TimeAxis:
    return time_axis([(extent_of(period(date)), 40.0) for date in dates], BREAK)


@pytest.mark.parametrize(
    ("date", "end_date", "start", "end"),
    [
        ("2021", "", 2021, 2022),
        ("2021-01", "", 2021, 2021 + 31 / 365),
        ("2020-12-31", "", 2021 - 1 / 366, 2021),
        ("2020-03-01", "", 2020 + 60 / 366, 2020 + 61 / 366),
        ("-0044-03-15", "", -44 + 74 / 366, -44 + 75 / 366),
        ("1939-09-01", "1945", 1939 + 243 / 365, 1946),
        ("0000", "", 0, 1),
        ("198X", "", 1980, 1990),
        ("2001-21", "", 2001 + 59 / 365, 2001 + 151 / 365),
        ("../1985", "", 1985, 1986),
        ("1964/..", "", 1964, 1965),
        ("Y-12000/-0044", "", -12000, -43),
    ],
)
def test_a_date_is_a_time_as_long_as_it_is_imprecise(
    date: str, end_date: str, start: float, end: float
) -> None:
    assert extent_of(period(date, end_date)) == pytest.approx(Extent(start, end))


def test_time_takes_more_room_where_more_happened() -> None:
    axis = axis_of("2019-07-02", "2021", "2021", "2022-12-31")
    assert [(s.first, s.last) for s in axis.stretches] == [(2019, 2023)]
    # Four items ask for 40 each; beside that, a year takes 10.
    july, december = 2019 + 182 / 365, 2022 + 364 / 365
    at = [axis.at(time) for time in (2019, july, 2021, 2022, december, 2023)]
    assert at == pytest.approx([0, 5, 60, 110, 160, 200], abs=0.1)


def test_what_would_take_most_of_the_room_is_left_out() -> None:
    axis = axis_of("1996", "1999", "2018", "2020", "2023")
    assert [(s.first, s.last) for s in axis.stretches] == [(1996, 2000), (2018, 2024)]
    assert axis.at(2018) - axis.at(2000) == BREAK
    assert axis.at(2000) < axis.at(2009) < axis.at(2018)


def test_centuries_are_left_out_where_they_must_be() -> None:
    axis = axis_of("-0044-03-15", "0999", "2001-01")
    assert [(s.first, s.last) for s in axis.stretches] == [(-44, -43), (999, 1000), (2001, 2002)]


@given(st.lists(st.integers(-3000, 3000), min_size=1, max_size=60), st.integers(8, 60))
def test_times_keep_their_order_and_ticks_their_distance(years: list[int], least: int) -> None:
    axis = time_axis([(Extent(float(y), y + 1.0), 20.0) for y in years], BREAK)

    places = [axis.at(year) for year in sorted(years)]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= axis.length
    ticks = axis.ticks(least)
    assert ticks
    assert all(after - before >= least for (_, before), (_, after) in pairwise(ticks))
    assert [place for _, place in ticks] == pytest.approx([axis.at(year) for year, _ in ticks])
