"""Draw the timeline, above the list that says the same in words."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_scripts.model.placed import PlacedEvent
from build_scripts.render.addresses import reading_page
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import title_language
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, join, text
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import reading_title
from build_scripts.render.pictures.svg import NARROW, WIDE, Canvas, number, shape
from build_scripts.render.pictures.text_width import text_width
from build_scripts.render.pictures.timeline_items import is_day, items, shown_readings
from build_scripts.render.pictures.timeline_layout import (
    LANE_WIDTH,
    LINE_HEIGHT,
    MARGIN,
    SHAPE_WIDTH,
    Item,
    Label,
    Line,
    TimelineLayout,
    lay_out,
)

WIDTHS = {NARROW: 312, WIDE: 600}
"""In pixels: the room on a phone, which on the smallest is a little less, and on a page beside its
navigation."""

_AT_EDGE, _ARROW = 1, 6
"""The space at an edge of the picture, and the length of an arrow that points there."""


def timeline_picture(context: PageContext, events: Sequence[PlacedEvent]) -> Html:
    """The picture of one or more events, in the order of their dates, with its key."""
    readings = shown_readings(events)
    shown = items(context, events, readings)
    shapes = len(readings) if any(item.shapes for item in shown) else 0
    pictures = (
        _Picture(
            context.words,
            lay_out(
                shown,
                lambda year: context.words.years(year, year),
                width,
                shapes,
                date_above=form == NARROW,
            ),
            form,
        ).svg()
        for form, width in WIDTHS.items()
    )
    attributes = {
        "class": "picture timeline",
        "aria-label": context.words.text("timeline-picture"),
        **context.speaks,
    }
    return element(
        "figure", attributes, *pictures, _key(context, readings if shapes else (), shown)
    )


def _key(context: PageContext, readings: Sequence[str], shown: Sequence[Item]) -> Html:
    """What the shapes stand for, and the lines and bars."""
    entries = (
        element(
            "li",
            None,
            element(
                "svg",
                {
                    "width": "12",
                    "height": "12",
                    "viewBox": "-6 -6 12 12",
                    "fill": "currentColor",
                    "aria-hidden": "true",
                },
                shape(index, "0", "0"),
            ),
            Html(" "),
            element(
                "a",
                {
                    "href": context.link(reading_page(reading)),
                    **title_language(context.site.texts[reading], context.words.language),
                    "dir": "auto",
                },
                text(reading_title(context.site, reading)),
            ),
        )
        for index, reading in enumerate(readings)
    )
    shapes = element("ul", None, *entries) if readings else NO_HTML
    said = [context.words.html("timeline-key")]
    if any(item.is_fuzzy or item.has_no_beginning or item.has_no_end for item in shown):
        said.append(context.words.html("timeline-key-uncertain"))
    return element("figcaption", None, shapes, *(element("p", None, line) for line in said))


class _Picture:
    """Writes one form of the picture."""

    def __init__(self, words: Words, layout: TimelineLayout, form: str) -> None:
        self._in_words = words
        self._canvas = Canvas(layout.width, layout.height, words.direction, form)
        self._layout = layout

    def svg(self) -> Html:
        """The whole picture."""
        axis = element("g", {"aria-hidden": "true"}, *self._axis())
        return self._canvas.svg((axis, *map(self._label, self._layout.labels)))

    def _axis(self) -> Iterator[Html]:
        layout, canvas = self._layout, self._canvas
        x = layout.axis_x
        ends: list[tuple[float, float]] = []
        for stretch in layout.axis.stretches:
            top = MARGIN + stretch.begin
            bottom = MARGIN + stretch.end
            ends.append((top, bottom))
            yield canvas.path(((x, top), (x, bottom)), {})
        for (_, end), (start, _) in pairwise(ends):
            yield canvas.path(((x, end), (x, start)), {"stroke-dasharray": "1.5 5"})
        for tick in layout.ticks:
            y = tick.y - 3.5
            yield canvas.path(((x - 4, y), (x, y)), {})
            yield canvas.words(tick.x, tick.y, tick.size, tick.words, "quiet")
        for label in layout.labels:
            yield from self._time(label)

    def _time(self, label: Label) -> Iterator[Html]:
        """The time of an item on the axis, and the line that leads from it to the words."""
        canvas, layout = self._canvas, self._layout
        x = layout.axis_x + label.lane * LANE_WIDTH
        item = label.item
        fuzzy = {"stroke-dasharray": "2 1.6"} if item.is_fuzzy else {}
        if is_day(item):
            day = {"cx": canvas.x(x), "cy": f"{label.start:.1f}", "r": "2.8"}
            hollow = {"class": "ground", "stroke-width": "1", **fuzzy} if fuzzy else {}
            yield element("circle", {**day, **hollow})
        else:
            start = _AT_EDGE + _ARROW if item.has_no_beginning else label.start
            end = max(label.end - 1.5, label.start + 3)
            if item.has_no_end:
                end = layout.height - _AT_EDGE - _ARROW
            data = ((x - 2, start), (x + 2, start), (x + 2, end), (x - 2, end))
            is_filled = item.is_period and not fuzzy
            kind = {"fill": "currentColor"} if is_filled else {"class": "ground"}
            yield canvas.path((*data, data[0]), {**kind, "stroke-width": "1", **fuzzy})
            if item.has_no_beginning:
                yield self._arrow(x, start, start - _ARROW)
            if item.has_no_end:
                yield self._arrow(x, end, end + _ARROW)
        foot = layout.shapes_x - 5
        points = (
            (x + 3.5, label.start),
            (layout.axis_x + layout.lanes * LANE_WIDTH, label.start),
            (foot - 6, label.top + LINE_HEIGHT * 0.5),
            (foot, label.top + LINE_HEIGHT * 0.5),
        )
        yield canvas.path(points, {"class": "leader", "stroke-width": "1", "opacity": ".45"})

    def _arrow(self, x: float, foot: float, tip: float) -> Html:
        data = ((x - 3.5, foot), (x + 3.5, foot), (x, tip), (x - 3.5, foot))
        return self._canvas.path(data, {"fill": "currentColor", "stroke-width": "1"})

    def _label(self, label: Label) -> Html:
        canvas, layout = self._canvas, self._layout
        first = layout.shapes_x + SHAPE_WIDTH / 2 - 2
        middle = label.top + LINE_HEIGHT * 0.5
        shapes = [
            shape(which, canvas.x(first + which * SHAPE_WIDTH), number(middle))
            for which in label.item.shapes
        ]
        lines = (label.date, *label.title)
        whole = self._in_words.joined((label.item.date, label.item.title))
        right = max(line.x + text_width(line.words, line.size) for line in lines)
        link = element(
            "a",
            {"href": label.item.address},
            element("title", None, text(whole)) if label.is_cut else NO_HTML,
            canvas.surface(layout.words_x, label.top, right - layout.words_x, label.height),
            self._words(label.date, "quiet"),
            join((self._words(line, None) for line in label.title), " "),
        )
        group = element("g", {"aria-hidden": "true"}, *shapes) if shapes else NO_HTML
        return Html(f"{group}{link}")

    def _words(self, line: Line, name: str | None) -> Html:
        return self._canvas.words(line.x, line.y, line.size, line.words, name)
