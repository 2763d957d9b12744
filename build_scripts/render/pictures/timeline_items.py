"""Choose what the picture of the timeline shows: each event, or numbers of events by years."""

from collections.abc import Sequence
from itertools import groupby

from build_scripts.model.annotation import Event
from build_scripts.model.placed import PlacedEvent
from build_scripts.render.language.interface_words import Words
from build_scripts.render.page import one_line
from build_scripts.render.pictures.svg import SHAPES
from build_scripts.render.pictures.time_axis import Extent, extent_of
from build_scripts.render.pictures.timeline_layout import Item
from build_scripts.text.edtf_dates import heading_of, period

MOST_LABELS = 40
"""If there are more events, they are counted by years, or by tens or hundreds of years."""
_A_LITTLE_MORE_THAN_A_DAY = 1 / 360


def shown_readings(events: Sequence[PlacedEvent]) -> tuple[str, ...]:
    """The readings that have shapes: none if there is only one, or if there are too many."""
    readings = tuple(sorted({passage.reading for placed in events for passage in placed.passages}))
    return readings if 1 < len(readings) <= len(SHAPES) else ()


def items(events: Sequence[PlacedEvent], words: Words, readings: Sequence[str]) -> tuple[Item, ...]:
    """The items of a timeline, given events by date and the readings that have shapes."""
    if len(events) <= MOST_LABELS:
        shown = (_item(placed, words, readings) for placed in events)
        return tuple(sorted(shown, key=lambda item: item.extent.start))
    span = 1
    while len({_year(placed.event) // span for placed in events}) > MOST_LABELS:
        span *= 10
    by_year = sorted(events, key=lambda placed: _year(placed.event))
    grouped = groupby(by_year, key=lambda placed: _year(placed.event) // span * span)
    return tuple(_counted(first, span, tuple(group), words) for first, group in grouped)


def _item(placed: PlacedEvent, words: Words, readings: Sequence[str]) -> Item:
    event = placed.event
    belongs_to = {passage.reading for passage in placed.passages}
    date = period(event.date, event.end_date)
    return Item(
        extent_of(date),
        date.is_interval,
        words.period(event.date, event.end_date),
        one_line(event.title),
        f"#event-{event.id}",
        tuple(i for i, reading in enumerate(readings) if reading in belongs_to),
        is_fuzzy=any(point.is_fuzzy for point in date.points),
        has_no_beginning=date.start is None,
        has_no_end=date.end is None,
    )


def _counted(first: int, span: int, events: Sequence[PlacedEvent], words: Words) -> Item:
    return Item(
        Extent(float(first), float(first + span)),
        is_period=True,
        date=words.years(first, first + span - 1),
        title=words.text("count-events", count=len(events)),
        address=f"#{heading_id(events[0].event)}",
    )


def is_day(item: Item) -> bool:
    """Whether the time of an item is no longer than a day."""
    if item.has_no_beginning or item.has_no_end:
        return False
    return item.extent.end - item.extent.start < _A_LITTLE_MORE_THAN_A_DAY


def heading_id(event: Event) -> str:
    """The id of the heading of the years under which an event is listed."""
    years = heading_of(period(event.date, event.end_date))[2]
    return f"year-{years.replace('../', 'to-')}"


def _year(event: Event) -> int:
    return period(event.date, event.end_date).points[0].year
