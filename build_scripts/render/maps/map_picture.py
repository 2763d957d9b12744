"""Draw the map, above the list that says the same in words.

It has neither tiles nor borders: coasts, lakes and rivers, a graticule, and the names of places.
East is at the right whatever the direction of the words.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from build_scripts.model.coordinates import Coordinates
from build_scripts.render.language.coordinates_in_words import (
    latitude_in_words,
    longitude_in_words,
)
from build_scripts.render.language.interface_words import Words
from build_scripts.render.maps.coasts import STEPS_IN_PIXEL, coasts_in
from build_scripts.render.maps.graticule import Scale, edge_of_earth, graticule, scale_of
from build_scripts.render.maps.names_on_map import (
    DOT_SIZE,
    NAME_SIZE,
    Box,
    Dot,
    Name,
    place_names,
    surfaces,
)
from build_scripts.render.maps.projections import Point
from build_scripts.render.maps.views import View, view_of
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, join, text
from build_scripts.render.page_context import PageContext
from build_scripts.render.pictures.svg import NARROW, WIDE, Canvas, number

WIDTHS = {NARROW: 288, WIDE: 600}
"""In pixels: the room on the smallest phone, and on a page beside its navigation."""

_CELL = 2.0
"""In pixels: of nearer dots without names, only one is drawn."""


class OnMap(NamedTuple):
    """A place on the map."""

    name: str
    where: Coordinates
    address: str


def map_picture(context: PageContext, places: Sequence[OnMap]) -> Html:
    """The picture of one or more places, the most important first, with its key."""
    words = context.words
    pictures = {form: _Picture(words, places, width, form) for form, width in WIDTHS.items()}
    attributes = {
        "class": "picture map",
        "aria-label": words.text("map-picture"),
        **context.speaks,
    }
    svgs = [picture.svg() for picture in pictures.values()]
    said = [words.html("map-key")]
    if any(len(picture.names) < len(places) for picture in pictures.values()):
        said.append(words.html("map-unnamed"))
    of_earth = "-of-earth" if pictures[WIDE].view.is_of_earth else ""
    said.append(words.html(f"map-projection{of_earth}"))
    caption = element("figcaption", None, *(element("p", None, line) for line in said))
    return element("figure", attributes, *svgs, caption)


class _Picture:
    """Writes one form of the picture."""

    def __init__(self, words: Words, places: Sequence[OnMap], width: float, form: str) -> None:
        self.view: View = view_of([place.where for place in places], width, is_wide=form == WIDE)
        self._places = places
        # Maps are not mirrored.
        self._canvas = Canvas(width, self.view.height, "ltr", form)
        self._dots = [Dot(*self.view.pixel(place.where), place.name) for place in places]
        self._graticule = graticule(
            self.view,
            lambda degrees: latitude_in_words(degrees, words),
            lambda degrees: longitude_in_words(degrees, words),
        )
        taken = [written.box for written in self._graticule.degrees]
        at = [(dot.x, dot.y) for dot in self._dots]
        self._scale: Scale | None = scale_of(
            self.view, at, taken, lambda length: words.text("kilometres", number=str(length))
        )
        taken += [self._scale.box] if self._scale else []
        self.names: tuple[Name, ...] = place_names(self._dots, width, self.view.height, taken)

    def svg(self) -> Html:
        """The whole picture."""
        ground = element("g", {"aria-hidden": "true"}, *self._ground(), *self._unnamed())
        named = map(self._named, self.names, surfaces(self.names))
        return self._canvas.svg((ground, *named))

    def _ground(self) -> Iterator[Html]:
        view, canvas = self.view, self._canvas
        yield self._edge({"class": "water", "stroke": "none"})
        coasts = coasts_in(view)
        ashore = {"stroke-width": "1.4", "stroke-opacity": ".7"}
        land = {"class": "ground", "fill-rule": "evenodd"}
        edge = {"stroke": "none"} if coasts.shore else ashore
        yield _steps(canvas, (coasts.land, {**land, **edge}), (coasts.shore, ashore))
        fresh = {"stroke-width": "1", "stroke-opacity": ".55"}
        yield _steps(
            canvas,
            (coasts.lakes, {"class": "water", **fresh}),
            (coasts.rivers, {"class": "river", **fresh}),
        )
        lines = {"stroke-width": ".5", "stroke-opacity": ".3"}
        data = "".join(map(_line, self._graticule.lines))
        if data:
            yield canvas.drawn(data, lines)
        for written in self._graticule.degrees:
            yield canvas.words(written.x, written.y, written.size, written.words, "quiet halo")
        if self._scale:
            yield from self._bar(self._scale)
        yield self._edge({"stroke-width": "1", "stroke-opacity": ".35"})

    def _edge(self, attributes: Mapping[str, str]) -> Html:
        """The frame, or the edge of the whole earth."""
        view = self.view
        if view.is_of_earth:
            return self._canvas.path(edge_of_earth(view), attributes)
        right, bottom = view.width - 0.5, view.height - 0.5
        corners = ((0.5, 0.5), (right, 0.5), (right, bottom), (0.5, bottom))
        return self._canvas.path((*corners, corners[0]), attributes)

    def _bar(self, scale: Scale) -> Iterator[Html]:
        x, y, end = scale.x, scale.y, scale.x + scale.length
        bar = ((x, y - 3), (x, y), (end, y), (end, y - 3))
        yield self._canvas.path(bar, {"stroke-width": "1"})
        yield self._canvas.words(*scale.words, "quiet halo")

    def _unnamed(self) -> Iterator[Html]:
        """The dots of places for whose names there is no room, as one path."""
        cells = {(round(dot.x / _CELL), round(dot.y / _CELL)): dot for dot in self._dots}
        for name in self.names:
            dot = self._dots[name.dot]
            cells.pop((round(dot.x / _CELL), round(dot.y / _CELL)), None)
        data = "".join(f"M{number(dot.x)} {number(dot.y)}h0" for dot in cells.values())
        if data:
            round_ = {"stroke-width": number(1.6 * DOT_SIZE), "stroke-linecap": "round"}
            yield self._canvas.drawn(data, round_)

    def _named(self, name: Name, surface: Box) -> Html:
        """A place with its name, which leads to the list, and the area for a finger."""
        dot, canvas = self._dots[name.dot], self._canvas
        left, top, right, bottom = surface
        size = number(NAME_SIZE)
        lines = (
            element(
                "text",
                {
                    "class": "halo",
                    "x": number(name.anchor.x),
                    "y": number(y),
                    "font-size": size,
                    "text-anchor": name.anchor.which,
                    # At the left of its dot, a name may run in any direction.
                    "direction": "ltr",
                },
                text(line),
            )
            for line, y in zip(name.lines, name.baselines, strict=True)
        )
        leader = NO_HTML
        if name.leader:
            thin = {"class": "leader", "stroke-width": "1", "opacity": ".6"}
            leader = canvas.path(((dot.x, dot.y), name.leader), thin)
        circle = {"cx": number(dot.x), "cy": number(dot.y), "r": number(DOT_SIZE)}
        return element(
            "a",
            {"href": self._places[name.dot].address},
            NO_HTML if name.is_whole(dot.name) else element("title", None, text(dot.name)),
            canvas.surface(left, top, right - left, bottom - top),
            leader,
            element("circle", circle),
            join(lines, " "),
        )


def _steps(canvas: Canvas, *paths: tuple[str, Mapping[str, str]]) -> Html:
    """Paths whose numbers are steps, those that are empty left out."""
    drawn = [canvas.drawn(data, attributes) for data, attributes in paths if data]
    scale = {"transform": f"scale({1 / STEPS_IN_PIXEL:g})", "stroke-linejoin": "round"}
    return element("g", scale, *drawn) if drawn else NO_HTML


def _line(points: Sequence[Point]) -> str:
    return f"M{'L'.join(f'{number(x)} {number(y)}' for x, y in points)}"
