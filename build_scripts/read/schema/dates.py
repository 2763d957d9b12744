"""Check dates: days, months and years of ISO 8601, and those that are not known exactly (EDTF)."""

import re
from typing import Any

from build_scripts.model.annotation import NO_DATE
from build_scripts.model.value_patterns import DATE_PATTERN, EDTF_POINT_PATTERN, YEAR_PATTERN
from build_scripts.text.edtf_dates import NotADate, is_date, parsed_date


def iso_date(value: str) -> str:
    """The value itself, if it is a year, a month or a day that exists in the calendar.

    Raises:
        NotADate: otherwise.
    """
    if is_date(value) and re.fullmatch(DATE_PATTERN, value) is None:
        raise NotADate(
            "only a day, a month or a year that is known can stand here",
            "Write it like `2021`, `2021-10` or `2021-10-01`.",
        )
    return edtf_date(value)


def edtf_date(value: str) -> str:
    """The value itself, if it is a date or an interval of the Extended Date/Time Format.

    Raises:
        NotADate: otherwise.
    """
    parsed_date(value)
    return value


def edtf_point(value: str) -> str:
    """The value itself, if it is such a date and no interval.

    Raises:
        NotADate: otherwise.
    """
    parsed_date(value)
    if re.fullmatch(EDTF_POINT_PATTERN, value) is None:
        raise NotADate("an interval cannot stand here", "Write the day, month or year of the end.")
    return value


def edtf_date_or_none(value: str) -> str:
    """The value itself, if it is a date or ``n.d.``, which says that there is no date."""
    if value == NO_DATE:
        return value
    try:
        return edtf_date(value)
    except NotADate as error:
        message = f"{error}; a source without a date has `{NO_DATE}`"
        raise NotADate(message, error.hint) from None


def iso_year(value: Any) -> int:
    """The number of a year that is written as in ISO 8601."""
    if not isinstance(value, str) or not re.fullmatch(YEAR_PATTERN, value):
        raise ValueError("a year is written 1952, or -0043 before the common era")
    return int(value)
