"""Choose what the picture of the timeline shows: each event, or numbers of events by years."""

from collections.abc import Sequence
from itertools import groupby

from build_scripts.model.placed import PlacedEvent
from build_scripts.render.addresses import TIMELINE_PAGE
from build_scripts.render.lookups.event_headings import heading_id, year_of
from build_scripts.render.page import one_line
from build_scripts.render.page_context import PageContext
from build_scripts.render.pictures.svg import SHAPES
from build_scripts.render.pictures.time_axis import Extent, extent_of
from build_scripts.render.pictures.timeline_layout import Item
from build_scripts.text.edtf_dates import period

MOST_LABELS = 40
"""If there are more events, they are counted by years, or by tens or hundreds of years."""
_A_LITTLE_MORE_THAN_A_DAY = 1 / 360


def shown_readings(events: Sequence[PlacedEvent]) -> tuple[str, ...]:
    """The readings that have shapes: none if there is only one, or if there are too many."""
    readings = tuple(sorted({passage.reading for placed in events for passage in placed.passages}))
    return readings if 1 < len(readings) <= len(SHAPES) else ()


def items(
    context: PageContext, events: Sequence[PlacedEvent], readings: Sequence[str]
) -> tuple[Item, ...]:
    """The items of a timeline, given events by date and the readings that have shapes."""
    if len(events) <= MOST_LABELS:
        shown = (_item(context, placed, readings) for placed in events)
        return tuple(sorted(shown, key=lambda item: item.extent.start))
    span = 1
    while len({year_of(placed.event) // span for placed in events}) > MOST_LABELS:
        span *= 10
    by_year = sorted(events, key=lambda placed: year_of(placed.event))
    grouped = groupby(by_year, key=lambda placed: year_of(placed.event) // span * span)
    return tuple(_counted(context, first, span, tuple(group)) for first, group in grouped)


def _item(context: PageContext, placed: PlacedEvent, readings: Sequence[str]) -> Item:
    event = placed.event
    belongs_to = {passage.reading for passage in placed.passages}
    date = period(event.date, event.end_date)
    return Item(
        extent_of(date),
        date.is_interval,
        context.words.period(event.date, event.end_date),
        one_line(event.title),
        context.link_to_entry(TIMELINE_PAGE, f"event-{event.id}"),
        tuple(i for i, reading in enumerate(readings) if reading in belongs_to),
        is_fuzzy=any(point.is_fuzzy for point in date.points),
        has_no_beginning=date.start is None,
        has_no_end=date.end is None,
    )


def _counted(context: PageContext, first: int, span: int, events: Sequence[PlacedEvent]) -> Item:
    return Item(
        Extent(float(first), float(first + span)),
        is_period=True,
        date=context.words.years(first, first + span - 1),
        title=context.words.text("count-events", count=len(events)),
        address=context.link_to_entry(TIMELINE_PAGE, heading_id(events[0].event)),
    )


def is_day(item: Item) -> bool:
    """Whether the time of an item is no longer than a day."""
    if item.has_no_beginning or item.has_no_end:
        return False
    return item.extent.end - item.extent.start < _A_LITTLE_MORE_THAN_A_DAY
