"""Dates as the Extended Date/Time Format has them, level 1 (ISO 8601-2, Library of Congress).

Years before the common era are counted as historians count them: ``-0044`` is 44 BC.
"""

import re
from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from build_scripts.model.value_patterns import EDTF_PATTERN

Day = tuple[int, int, int]
"""Year, month and day."""

_PARTS = re.compile(
    r"Y?(?P<sign>-?)(?P<digits>[0-9]+)(?P<open>X*)"
    r"(?:-(?P<month>[0-9]{2}|XX))?(?:-(?P<day>[0-9]{2}|XX))?(?P<qualifier>[?~%]?)"
)
_FORMS = "a date is written 2021, 2021-10 or 2021-10-01"
_NO_SUCH_DAY = "this day does not exist in the calendar"
_FIRST_SEASON = 21
_MONTHS_OF_SEASONS = ((3, 5), (6, 8), (9, 11), (12, 12))
"""The standard names no months. These, of the northern hemisphere, are those of other programs."""
_BEFORE_ALL, _AFTER_ALL = (-(10**9), 1, 1), (10**9, 12, 31)


class NotADate(ValueError):
    """A value is not a date; the message is for the person who wrote it, and the hint if any."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class DatePoint:
    """A day, a month, a season, a year, or a stretch of years of which one is meant.

    Attributes:
        years: the number of years: 10 for ``198X``, 100 for ``19XX``.
        month: from 1; 0 if it is not given.
        day: from 1; 0 if it is not given.
        season: 1 for spring to 4 for winter; 0 for none.
    """

    year: int
    years: int = 1
    month: int = 0
    day: int = 0
    season: int = 0
    is_uncertain: bool = False
    is_approximate: bool = False

    @property
    def earliest(self) -> Day:
        """The first day that may be meant, if the date is right."""
        month = _MONTHS_OF_SEASONS[self.season - 1][0] if self.season else self.month or 1
        return self.year, month, self.day or 1

    @property
    def latest(self) -> Day:
        """The last day that may be meant, if the date is right."""
        year = self.year + self.years - 1
        month = _MONTHS_OF_SEASONS[self.season - 1][1] if self.season else self.month or 12
        return year, month, self.day or days_in_month(year, month)

    @property
    def is_fuzzy(self) -> bool:
        """Whether it is uncertain or approximate."""
        return self.is_uncertain or self.is_approximate

    def __str__(self) -> str:
        digits = -self.year - self.years + 1 if self.year < 0 else self.year
        text = f"{digits:04d}"
        if self.years > 1:
            text = text[: -len(str(self.years)) + 1] + "X" * (len(str(self.years)) - 1)
        year = f"{'-' if self.year < 0 else ''}{text}"
        if len(text) > 4:
            year = f"Y{year}"
        month = self.season + _FIRST_SEASON - 1 if self.season else self.month
        rest = "".join(f"-{part:02d}" for part in (month, self.day) if part)
        qualifier = ("", "~", "?", "%")[2 * self.is_uncertain + self.is_approximate]
        return f"{year}{rest}{qualifier}"


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date, or an interval from one to another.

    Attributes:
        start, end: the same for a date that is no interval; None for an open or unknown end.
        is_interval: whether it has a beginning and an end of its own.
        is_unknown: whether the end that is None is unknown; otherwise it is open.
    """

    start: DatePoint | None
    end: DatePoint | None
    is_interval: bool = False
    is_unknown: bool = False

    @property
    def points(self) -> tuple[DatePoint, ...]:
        """What is known: the date, or the ends of the interval."""
        ends = (self.start, self.end) if self.is_interval else (self.start,)
        return tuple(point for point in ends if point is not None)

    @property
    def earliest(self) -> Day:
        """The first day that may be meant; a day before all others if the beginning is open."""
        return self.start.earliest if self.start else _BEFORE_ALL

    @property
    def latest(self) -> Day:
        """The last day that may be meant; a day after all others if the end is open."""
        return self.end.latest if self.end else _AFTER_ALL

    def __str__(self) -> str:
        if not self.is_interval:
            return str(self.start)
        missing = "" if self.is_unknown else ".."
        return "/".join(missing if end is None else str(end) for end in (self.start, self.end))


@lru_cache(maxsize=16_384)
def parsed_date(text: str) -> EdtfDate:
    """The date that a text of level 1 of the Extended Date/Time Format stands for.

    Raises:
        NotADate: it stands for none: it has another form, a day is not in the calendar, or an
            interval ends before it begins.
    """
    if re.fullmatch(r"-?[0-9]{4}-[0-9]{2}(-[0-9]{2})?", text) and not re.fullmatch(
        EDTF_PATTERN, text
    ):
        raise NotADate(_NO_SUCH_DAY)
    if re.fullmatch(EDTF_PATTERN, text) is None:
        raise NotADate(_FORMS)
    if "/" not in text:
        point = _point(text)
        return EdtfDate(point, point)
    first, last = text.split("/")
    start, end = (None if part in ("", "..") else _point(part) for part in (first, last))
    date = EdtfDate(start, end, is_interval=True, is_unknown="" in (first, last))
    if date.latest < date.earliest:
        raise NotADate("the interval ends before it begins", "Write the earlier date first.")
    return date


def is_date(text: str) -> bool:
    """Whether a text is a date of level 1 of the Extended Date/Time Format."""
    try:
        parsed_date(text)
    except NotADate:
        return False
    return True


def _point(text: str) -> DatePoint:
    found = _PARTS.fullmatch(text)
    if found is None:
        raise NotADate(_FORMS)
    month, day = (int(part) if part and part != "XX" else 0 for part in found.group("month", "day"))
    years = int(10 ** len(found["open"]))
    year = int(found["digits"]) * years
    if found["sign"]:
        year = -year - years + 1
    season = month - _FIRST_SEASON + 1 if month >= _FIRST_SEASON else 0
    qualifier = found["qualifier"]
    point = DatePoint(
        year,
        years,
        0 if season else month,
        day,
        season,
        is_uncertain=qualifier in ("?", "%"),
        is_approximate=qualifier in ("~", "%"),
    )
    if point.day and point.day > days_in_month(point.year, point.month):
        raise NotADate(_NO_SUCH_DAY)
    return point


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month, from 1, in the Gregorian calendar of all times."""
    return (31, 29 if isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def period(start: str, end: str = "") -> EdtfDate:
    """A date, or the time from a date to another date, which is no interval."""
    first = parsed_date(start)
    return EdtfDate(first.start, parsed_date(end).end, is_interval=True) if end else first


def is_earlier(date: str, other: str) -> bool:
    """Whether one date ends before the other begins; 2021 is neither before nor after 2021-10."""
    return parsed_date(date).latest < parsed_date(other).earliest


def in_years(date: EdtfDate) -> EdtfDate:
    """A date without months and days: ``1984~`` of ``1984-05~``.

    An interval inside a year becomes that year.
    """
    start, end = (
        point and replace(point, month=0, day=0, season=0) for point in (date.start, date.end)
    )
    return EdtfDate(start, end, date.is_interval and start != end, date.is_unknown)


def plain_date(text: str) -> str:
    """The date itself if it is a year, a month or a day of ISO 8601 and nothing else; or empty.

    That is level 0 of the format without intervals.
    """
    date = parsed_date(text)
    point = date.start
    is_plain = point and not (date.is_interval or point.is_fuzzy or point.season)
    return str(point) if point and is_plain and point.years == 1 and "Y" not in text else ""


def standard_date(text: str) -> str:
    """The date for other programs, which count a year 0 before the common era; or empty.

    A decade or a century before the common era has no name there.
    """
    date = parsed_date(text)
    if any(point.year < 0 and point.years > 1 for point in date.points):
        return ""
    start, end = _with_year_zero(date.start), _with_year_zero(date.end)
    return str(replace(date, start=start, end=end))


def _with_year_zero(point: DatePoint | None) -> DatePoint | None:
    return replace(point, year=point.year + 1) if point and point.year < 0 else point


def single_year(text: str) -> str:
    """The year of a date, as four digits, if it is certainly within one year of our era."""
    date = parsed_date(text)
    first, last = date.earliest[0], date.latest[0]
    return f"{first:04d}" if first == last and 0 < first < 10_000 else ""


Heading = tuple[int, int, str]
"""Sorts before later headings; the last part is the years, in the same format."""


def heading_of(date: EdtfDate) -> Heading:
    """The years under which a date is listed: a year, a stretch of years, or all before one."""
    if date.start is None:
        years = in_years(replace(date, is_unknown=False))
        return _BEFORE_ALL[0], date.latest[0], str(replace(years, end=_certain(years.end)))
    point = replace(date.start, month=0, day=0, season=0)
    return point.year, -point.years, str(_certain(point))


def _certain(point: DatePoint | None) -> DatePoint | None:
    return point and replace(point, is_uncertain=False, is_approximate=False)


def date_key(date: EdtfDate) -> tuple[int | str | Day, ...]:
    """A sort key: by the earliest day that may be meant, the widest date first.

    Dates with the same heading stand together.
    """
    return (*heading_of(date), date.earliest, *_descending(date.latest))


def _descending(day: Day) -> Iterator[int]:
    return (-part for part in day)


_LARGEST_YEAR = 9999


def stretch_of_year(year: int, *, in_decades: bool) -> str:
    """The decade or the century of a year, as the format of dates writes it: ``187X``, ``18XX``.

    Years of more than four digits have none.
    """
    if abs(year) > _LARGEST_YEAR:
        return ""
    digits = f"{abs(year):04}"
    return ("-" if year < 0 else "") + (f"{digits[:3]}X" if in_decades else f"{digits[:2]}XX")
