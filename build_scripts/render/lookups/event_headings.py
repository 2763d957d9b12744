"""The years under which events are listed."""

from build_scripts.model.annotation import Event
from build_scripts.text.edtf_dates import heading_of, period


def year_of(event: Event) -> int:
    """The first year that the date of an event names."""
    return period(event.date, event.end_date).points[0].year


def years_in_heading(event: Event) -> str:
    """The years of the heading under which an event stands."""
    return heading_of(period(event.date, event.end_date))[2]


def heading_id(event: Event) -> str:
    """The id of that heading."""
    return f"year-{years_in_heading(event).replace('../', 'to-')}"
