"""Map time to lengths on an axis that leaves out long stretches in which nothing happens.

A date is a number of years here: the first of January 2021 is 2021.0. Years before the common era
are negative.
"""

from bisect import bisect
from calendar import isleap
from collections.abc import Iterable
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from build_scripts.text.edtf_dates import Day, EdtfDate, days_in_month

_SHARE_OF_GAP = 1 / 3
"""A gap is left out if its share of the time that would be drawn is larger than this."""
_SHARE_OF_TIME = 0.25
_STEPS = tuple(step * 10**power for power in range(9) for step in (1, 2, 5))


class Extent(NamedTuple):
    """A time from its beginning to its end, in years."""

    start: float
    end: float


def extent_of(date: EdtfDate) -> Extent:
    """The time from the first day to the last that a date may mean, without an end that is open."""
    known = date.points
    return Extent(_time(known[0].earliest, 0), _time(known[-1].latest, 1))


def _time(day: Day, days_after: int) -> float:
    year, month, number = day
    days = sum(days_in_month(year, m) for m in range(1, month)) + number - 1 + days_after
    length = 366 if isleap(year) else 365
    return float(year + 1) if days == length else year + days / length


class Stretch(NamedTuple):
    """Whole years that are drawn, and places on the axis; between two of them time is linear.

    The first of these times is the beginning of the years, the last one their end.
    """

    first: int
    last: int
    times: tuple[float, ...]
    places: tuple[float, ...]

    @property
    def begin(self) -> float:
        """Where the years begin on the axis."""
        return self.places[0]

    @property
    def end(self) -> float:
        """Where the years end on the axis."""
        return self.places[-1]

    def at(self, time: float) -> float:
        """The place of one of its times."""
        index = min(bisect(self.times, time), len(self.times) - 1)
        (before, after), (start, end) = (
            self.times[index - 1 : index + 1],
            self.places[index - 1 : index + 1],
        )
        return start + (time - before) / (after - before) * (end - start)


class TimeAxis(NamedTuple):
    """Years mapped to lengths: stretches in order, between which the axis is broken."""

    stretches: tuple[Stretch, ...]

    @property
    def length(self) -> float:
        """The length of the whole axis."""
        return self.stretches[-1].end

    def at(self, time: float) -> float:
        """The place of a time; a time that is left out lies in the middle of the break."""
        before = self.stretches[0].begin
        for stretch in self.stretches:
            if time < stretch.first:
                return (before + stretch.begin) / 2
            if time <= stretch.last:
                return stretch.at(time)
            before = stretch.end
        return before

    def ticks(self, least: float) -> tuple[tuple[int, float], ...]:
        """Years and their places, at least `least` apart; the years are as round as can be."""
        ticks: list[tuple[int, float]] = []
        for stretch in self.stretches:
            scale = (stretch.end - stretch.begin) / (stretch.last - stretch.first)
            step = next((s for s in _STEPS if s * scale >= least), _STEPS[-1])
            years = range(ceil(stretch.first / step) * step, stretch.last + 1, step)
            for year in years or (stretch.first,):
                place = stretch.at(year)
                if not ticks or place - ticks[-1][1] >= least:
                    ticks.append((year, place))
        return tuple(ticks)


def time_axis(items: Iterable[tuple[Extent, float]], gap: float) -> TimeAxis:
    """An axis on which all times of some items lie; long gaps between them are left out.

    Each item has a time and the length that it asks for; there is at least one. It gets this length
    after its beginning, so that its words stand at its time. Beside that, time has a length of its
    own, `_SHARE_OF_TIME` of what the items of a stretch ask for, so that times that are far apart
    are seen to be. A break is as long as `gap`.
    """
    asked = [*items]
    stretches: list[Stretch] = []
    place = 0.0
    for first, last in _without_long_gaps(_years_with_something(e for e, _ in asked)):
        inside = [(one.start, length) for one, length in asked if first <= one.start < last]
        stretches.append(_stretch(first, last, inside, place))
        place = stretches[-1].end + gap
    return TimeAxis(tuple(stretches))


def _stretch(first: int, last: int, asked: Iterable[tuple[float, float]], place: float) -> Stretch:
    """A stretch that begins at a place of the axis, given the times in it and what they ask for."""
    lengths = {float(first): 0.0}
    for time, length in sorted(asked):
        lengths[time] = lengths.get(time, 0.0) + length
    per_year = _SHARE_OF_TIME * sum(lengths.values()) / (last - first)
    times = (*lengths, float(last))
    places = [place]
    for (before, after), length in zip(pairwise(times), lengths.values(), strict=True):
        places.append(places[-1] + length + (after - before) * per_year)
    return Stretch(first, last, times, tuple(places))


def _years_with_something(extents: Iterable[Extent]) -> list[tuple[int, int]]:
    """Stretches of whole years, with at least a year between two of them."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted((floor(e.start), ceil(e.end)) for e in extents):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _without_long_gaps(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches joined over all gaps, except over those that would take most of the room."""
    gaps = [stretches[i + 1][0] - stretches[i][1] for i in range(len(stretches) - 1)]
    remaining = stretches[-1][1] - stretches[0][0]
    left_out: set[int] = set()
    for index in sorted(range(len(gaps)), key=lambda i: (-gaps[i], i)):
        if gaps[index] <= remaining * _SHARE_OF_GAP:
            break
        remaining -= gaps[index]
        left_out.add(index)
    joined = [stretches[0]]
    for index, stretch in enumerate(stretches[1:]):
        if index in left_out:
            joined.append(stretch)
        else:
            joined[-1] = (joined[-1][0], stretch[1])
    return joined
