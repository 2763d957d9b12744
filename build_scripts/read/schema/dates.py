"""Check and compare ISO 8601 dates: a year, a month or a day, possibly before the year 0."""

import re
from calendar import isleap
from typing import Any

from build_scripts.model.annotation import NO_DATE
from build_scripts.model.value_patterns import YEAR_PATTERN


class NotADate(ValueError):
    """A value is not a date; the message is for the person who wrote it."""


def iso_date(value: str) -> str:
    """The value itself, if it is a year, a month or a day that exists in the calendar.

    Raises:
        NotADate: otherwise.
    """
    match = re.fullmatch(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", value)
    if match is None:
        raise NotADate("a date is written 2021, 2021-10 or 2021-10-01")
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    days = (31, 29 if isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not 1 <= month <= 12 or not 1 <= day <= days[month - 1]:
        raise NotADate("this day does not exist in the calendar")
    return value


def iso_date_or_none(value: str) -> str:
    """The value itself, if it is a date or ``n.d.``, which says that there is no date."""
    if value == NO_DATE:
        return value
    try:
        return iso_date(value)
    except NotADate as error:
        raise NotADate(f"{error}; a source without a date has `{NO_DATE}`") from None


def iso_year(value: Any) -> int:
    """The number of a year that is written as in ISO 8601."""
    if not isinstance(value, str) or not re.fullmatch(YEAR_PATTERN, value):
        raise ValueError("a year is written 1952, or -0043 before the common era")
    return int(value)


def is_earlier(date: str, other: str) -> bool:
    """Whether one date ends before the other begins; 2021 is neither before nor after 2021-10."""
    (first, *first_rest), (second, *second_rest) = _numbers(date), _numbers(other)
    common = min(len(first_rest), len(second_rest))
    return (first, *first_rest[:common]) < (second, *second_rest[:common])


def _numbers(date: str) -> tuple[int, ...]:
    year, *rest = date.lstrip("-").split("-")
    return (-int(year) if date.startswith("-") else int(year), *map(int, rest))
