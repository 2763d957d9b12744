"""Guess the ISO 8601 date that was meant by a date in another form."""

import re

from build_scripts.read.schema.dates import NotADate, iso_date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FORMS = (
    r"(?P<year>[0-9]{4})[-./](?P<month>[0-9]{1,2})([-./](?P<day>[0-9]{1,2}))?([t ][0-9:.z+-]*)?",
    # With slashes or hyphens, some people put the month first.
    r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\. ?(?P<year>[0-9]{4})",
    r"((?P<day>[0-9]{1,2})(st|nd|rd|th|\.)? )?(?P<name>[a-z]+)\.?,? (?P<year>[0-9]{4})",
    r"(?P<name>[a-z]+)\.? (?P<day>[0-9]{1,2})(st|nd|rd|th)?,? (?P<year>[0-9]{4})",
)


def probable_date(written: str) -> str:
    """The date meant by a text such as ``9.9.2021``; empty if that is not certain."""
    for form in _FORMS:
        found = re.fullmatch(form, " ".join(written.lower().split()))
        parts = found.groupdict() if found else {}
        month = _month(parts)
        if month:
            day = f"-{int(parts['day']):02}" if parts["day"] else ""
            try:
                return iso_date(f"{parts['year']}-{month:02}{day}")
            except NotADate:
                return ""
    return ""


def _month(parts: dict[str, str | None]) -> int:
    """The number of a month, from 1; 0 if there is none."""
    name = parts.get("name")
    if name is None:
        return int(parts.get("month") or 0)
    beginning = name[:3]
    return _MONTHS.index(beginning) + 1 if beginning in _MONTHS else 0
