"""Lay out the picture of a timeline, from top to bottom along an axis of time."""

from collections.abc import Callable, Sequence
from math import inf
from typing import NamedTuple

from build_scripts.render.pictures.spreading import spread
from build_scripts.render.pictures.text_width import is_cut, text_width, wrapped
from build_scripts.render.pictures.time_axis import Extent, TimeAxis, time_axis

TITLE_SIZE, DATE_SIZE, TICK_SIZE = 13, 12, 12
LINE_HEIGHT = 17
LEAST_HEIGHT = 24
"""The least height of a label, so that a finger does not hit the next label."""
GAP = 4
BREAK = 30
MARGIN = 10
LANES = 5
LANE_WIDTH = 7
SHAPE_WIDTH = 13
_LEADER = 22
_LINES = 2
_BETWEEN = 9
_WIDEST_DATE = 160
"""The greatest width of the column of dates; a longer date pushes its title aside."""
_TICKS_APART = 18


class Item(NamedTuple):
    """Something with a time and a label.

    Attributes:
        is_period: whether it lasts all of that time, or happened at some point in it.
        date: its date in words.
        shapes: numbers of the readings it belongs to, from 0.
        is_fuzzy: whether its date is uncertain or approximate.
        has_no_beginning, has_no_end: whether it reaches to an edge of the picture.
    """

    extent: Extent
    is_period: bool
    date: str
    title: str
    address: str
    shapes: tuple[int, ...] = ()
    is_fuzzy: bool = False
    has_no_beginning: bool = False
    has_no_end: bool = False

    @property
    def drawn(self) -> Extent:
        """The time that its bar takes."""
        return Extent(
            -inf if self.has_no_beginning else self.extent.start,
            inf if self.has_no_end else self.extent.end,
        )


class Line(NamedTuple):
    """Words on one line: their beginning, their baseline, their size."""

    x: float
    y: float
    size: float
    words: str


class Label(NamedTuple):
    """An item at its place.

    Attributes:
        item: what stands here.
        lane: the number of lanes between its bar and the axis.
        start, end: of its time on the axis.
        top, height: of its words.
        date: its date in words.
        title: the lines of its title.
    """

    item: Item
    lane: int
    start: float
    end: float
    top: float
    height: float
    date: Line
    title: tuple[Line, ...]

    @property
    def is_cut(self) -> bool:
        """Whether the title is longer than its lines."""
        return is_cut(self.item.title, (line.words for line in self.title))


class TimelineLayout(NamedTuple):
    """A picture, with coordinates from the upper left corner.

    Attributes:
        axis: of time; its lengths begin at `MARGIN`.
        axis_x: where it stands.
        shapes_x: where the shapes of readings begin.
        words_x: where words begin.
        ticks: years with their words, which end before the axis.
    """

    width: float
    height: float
    axis: TimeAxis
    axis_x: float
    lanes: int
    shapes_x: float
    words_x: float
    ticks: tuple[Line, ...]
    labels: tuple[Label, ...]


def lay_out(
    items: Sequence[Item],
    year_in_words: Callable[[int], str],
    width: float,
    shapes: int = 0,
    *,
    date_above: bool,
) -> TimelineLayout:
    """Place one or more items that are sorted by the beginning of their times.

    `shapes` is the number of columns of shapes before the labels. On a narrow picture a date has a
    line of its own, above the title.
    """
    extents = [item.extent for item in items]
    years = (int(min(e.start for e in extents)) - 1, int(max(e.end for e in extents)) + 1)
    ticks_width = max(text_width(year_in_words(year), TICK_SIZE) for year in years) + 4
    lanes = _lanes([item.drawn for item in items])
    axis_x = ticks_width + 8
    shapes_x = axis_x + (max(lanes) + 1) * LANE_WIDTH + _LEADER
    words_x = shapes_x + shapes * SHAPE_WIDTH
    room = width - words_x - 2
    dates = [text_width(item.date, DATE_SIZE) for item in items]
    column = max((w for w in dates if w <= _WIDEST_DATE), default=0) + _BETWEEN
    blocks = [_block(item, room, None if date_above else column) for item in items]
    heights = [
        max(max(line.y for line in block) + LINE_HEIGHT * 0.35, LEAST_HEIGHT) + GAP
        for block in blocks
    ]
    axis = time_axis(zip(extents, heights, strict=True), BREAK)
    height = axis.length + 2 * MARGIN
    starts = [MARGIN + axis.at(extent.start) for extent in extents]
    tops = spread([start - LINE_HEIGHT * 0.6 for start in starts], heights, height)
    labels = tuple(
        Label(
            item,
            lane,
            start,
            MARGIN + axis.at(item.extent.end),
            top,
            full - GAP,
            *_at(block, words_x, top),
        )
        for item, lane, start, top, full, block in zip(
            items, lanes, starts, tops, heights, blocks, strict=True
        )
    )
    ticks = tuple(
        Line(axis_x - 6 - text_width(words, TICK_SIZE), MARGIN + at + 3.5, TICK_SIZE, words)
        for words, at in ((year_in_words(year), at) for year, at in axis.ticks(_TICKS_APART))
    )
    return TimelineLayout(
        width, height, axis, axis_x, max(lanes) + 1, shapes_x, words_x, ticks, labels
    )


def _block(item: Item, width: float, column: float | None) -> tuple[Line, ...]:
    """The lines of a label as if it stood in the corner, the date first.

    `column` is the width of the column of dates; None if dates stand above the titles.
    """
    date = wrapped(item.date, DATE_SIZE, width, 1)[0]
    first = Line(0, LINE_HEIGHT * 0.8, DATE_SIZE, date)
    if column is None:
        titles = wrapped(item.title, TITLE_SIZE, width, _LINES)
        below = (LINE_HEIGHT * (i + 1.8) for i in range(len(titles)))
        return (
            first,
            *(Line(0, y - 1, TITLE_SIZE, t) for y, t in zip(below, titles, strict=False)),
        )
    beside = max(column, text_width(date, DATE_SIZE) + _BETWEEN)
    titles = wrapped(item.title, TITLE_SIZE, width - column, _LINES, max(width - beside, 0))
    return (
        first,
        *(
            Line(column if i else beside, LINE_HEIGHT * (i + 0.8), TITLE_SIZE, t)
            for i, t in enumerate(titles)
            if t
        ),
    )


def _at(block: tuple[Line, ...], x: float, y: float) -> tuple[Line, tuple[Line, ...]]:
    moved = [line._replace(x=line.x + x, y=line.y + y) for line in block]
    return moved[0], tuple(moved[1:])


def _lanes(extents: Sequence[Extent]) -> list[int]:
    """For each time, the first lane that is free, or the last lane if none is free."""
    ends = [float("-inf")] * LANES
    lanes: list[int] = []
    for extent in extents:
        lane = next((i for i, end in enumerate(ends) if end <= extent.start), LANES - 1)
        ends[lane] = max(ends[lane], extent.end)
        lanes.append(lane)
    return lanes
