"""Draw land, lakes and rivers in a frame."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from build_scripts.model.coordinates import Coordinates
from build_scripts.render.maps.clipping import (
    Frame,
    clipped_line,
    clipped_ring,
    surrounds,
    thinned,
)
from build_scripts.render.maps.outlines import Bounds, Kind, Outline, outlines
from build_scripts.render.maps.projections import EqualArea, Point
from build_scripts.render.maps.views import View

STEPS_IN_PIXEL = 2
"""Points are whole numbers of such steps, so that a path is short."""
_OUTSIDE = 5
"""Pixels by which outlines reach over the frame, so that its edges are not drawn as coasts."""
_FINENESS = 1.0
_LEAST = 3.0
"""In pixels: smaller islands and lakes are left out."""
_KILOMETRES_OF_DEGREE = 111.2
_KILOMETRES_WITHOUT_RIVERS = 6
"""If a pixel is longer than this, rivers would be a tangle."""


class Coasts(NamedTuple):
    """The data of SVG paths, in steps.

    Attributes:
        land: the surfaces; where one path lies in another, there is water.
        shore: its edges, if they are not all the edges of the surfaces.
        lakes: surfaces of water.
        rivers: lines.
    """

    land: str
    shore: str
    lakes: str
    rivers: str


@lru_cache(maxsize=32)
def coasts_in(view: View) -> Coasts:
    """What is to be seen in a view; `mkdocs serve` asks for the same again and again."""
    frame = (-_OUTSIDE, -_OUTSIDE, view.width + _OUTSIDE, view.height + _OUTSIDE)
    bounds = view.bounds()
    least = _LEAST * view.kilometres / _KILOMETRES_OF_DEGREE / 2
    near = [
        outline
        for outline in outlines()
        if _may_meet(outline.bounds, bounds) and _degrees(outline.bounds) >= least
    ]
    land = [_Shape(view, outline) for outline in near if outline.kind is Kind.LAND]
    lakes = (_Shape(view, outline) for outline in near if outline.kind is Kind.LAKE)
    rivers = (_Shape(view, outline) for outline in near if outline.kind is Kind.RIVER)
    shore = ""
    if any(shape.has_seam_in(frame) for shape in land):
        shore = _data(chain.from_iterable(shape.shore(frame) for shape in land), "")
    flows = view.kilometres < _KILOMETRES_WITHOUT_RIVERS
    return Coasts(
        _data(chain.from_iterable(shape.surfaces(frame) for shape in land), "z"),
        shore,
        _data(chain.from_iterable(shape.surfaces(frame) for shape in lakes), "z"),
        _data(chain.from_iterable(shape.lines(frame) for shape in rivers), "") if flows else "",
    )


def _may_meet(one: Bounds, view: Bounds) -> bool:
    return (
        one.south <= view.north
        and one.north >= view.south
        and any(
            one.west + turn <= view.east and one.east + turn >= view.west for turn in (-360, 0, 360)
        )
    )


def _degrees(bounds: Bounds) -> float:
    return max(bounds.east - bounds.west, bounds.north - bounds.south)


class _Shape:
    """An outline in a view."""

    def __init__(self, view: View, outline: Outline) -> None:
        self._view = view
        self._bounds = outline.bounds
        least = _FINENESS * view.kilometres / _KILOMETRES_OF_DEGREE / 2
        self._places = thinned(list(outline.points()), least)
        self._pixels = [view.pixel(place) for place in self._places]

    def surfaces(self, frame: Frame) -> Iterator[Sequence[Point]]:
        """The surfaces inside the outline, in a frame."""
        if self._has_far_side():
            # Seen from there, the earth is turned inside out.
            yield (frame[:2], (frame[2], frame[1]), frame[2:], (frame[0], frame[3]))
        ring = clipped_ring(thinned(self._pixels, _FINENESS), frame)
        if ring and _size(ring) >= _LEAST:
            yield ring

    def lines(self, frame: Frame) -> Iterator[Sequence[Point]]:
        """The pieces of a line in a frame."""
        return iter(clipped_line(thinned(self._pixels, _FINENESS), frame))

    def shore(self, frame: Frame) -> Iterator[Sequence[Point]]:
        """The outline without the edges that only divide what is one on the earth."""
        if not self._is_divided() and _size(self._pixels) < _LEAST:
            return
        line: list[Point] = []
        for at, (place, pixel) in enumerate(zip(self._places, self._pixels, strict=True)):
            if at and _is_seam(place) and _is_seam(self._places[at - 1]):
                yield from clipped_line(thinned(line, _FINENESS), frame)
                line = []
            line.append(pixel)
        yield from clipped_line(thinned(line, _FINENESS), frame)

    def has_seam_in(self, frame: Frame) -> bool:
        """Whether an edge that is no shore may be seen."""
        if not self._is_divided() or not isinstance(self._view.projection, EqualArea):
            return False
        return any(
            _is_seam(place) and frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]
            for place, (x, y) in zip(self._places, self._pixels, strict=True)
        )

    def _is_divided(self) -> bool:
        west, south, east, _ = self._bounds
        return west <= -_SEAM or east >= _SEAM or south <= -_POLE

    def _has_far_side(self) -> bool:
        """Whether the place opposite to the middle is inside the outline."""
        projection = self._view.projection
        if not isinstance(projection, EqualArea):
            return False
        latitude, longitude = projection.middle
        far = Coordinates(-latitude, longitude % 360 - 180)
        west, south, east, north = self._bounds
        if not (south <= far.latitude <= north and west <= far.longitude <= east):
            return False
        return surrounds(self._places, far)


_SEAM, _POLE = 179.99, 89.9


def _is_seam(place: Coordinates) -> bool:
    """Whether outlines are cut at a place because they are on a flat map."""
    return abs(place.longitude) >= _SEAM or place.latitude <= -_POLE


def _size(points: Sequence[Point]) -> float:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _data(lines: Iterable[Sequence[Point]], end: str) -> str:
    """The data of a path, in steps from point to point."""
    written: list[str] = []
    for line in lines:
        places = [(round(x * STEPS_IN_PIXEL), round(y * STEPS_IN_PIXEL)) for x, y in line]
        steps = [
            _pair(x - before_x, y - before_y)
            for (before_x, before_y), (x, y) in pairwise(places)
            if (x, y) != (before_x, before_y)
        ]
        if steps:
            x, y = places[0]
            written.append(f"M{x} {y}l{''.join(steps).lstrip(' ')}{end}")
    return "".join(written)


def _pair(x: int, y: int) -> str:
    """Two numbers; a minus divides as well as a space."""
    return f"{x if x < 0 else f' {x}'}{y if y < 0 else f' {y}'}"
