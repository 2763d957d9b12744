"""The lines of latitude and longitude on a map, with their degrees at its edges, and its scale."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log10
from typing import NamedTuple

from build_scripts.model.coordinates import Coordinates
from build_scripts.render.maps.clipping import clipped_line, simplified
from build_scripts.render.maps.projections import Point
from build_scripts.render.maps.views import View
from build_scripts.render.pictures.text_width import text_width

DEGREES_SIZE = 11.0
_STEPS = (1, 2, 5, 10, 15, 30)
_APART = 90
"""In pixels: the least distance between lines, as far as steps of degrees allow."""
_FROM_EDGE = 6.0
_KILOMETRES_OF_DEGREE = 111.2
_FINENESS = 0.15
"""In pixels."""
_ALONG = 60
"""The points of a line, which may be curved."""


class Written(NamedTuple):
    """Words on the map, with their beginning and their baseline."""

    x: float
    y: float
    size: float
    words: str

    @property
    def box(self) -> tuple[float, float, float, float]:
        """In which they are."""
        width = text_width(self.words, self.size)
        return self.x, self.y - self.size, self.x + width, self.y + self.size * 0.3


class Graticule(NamedTuple):
    """The lines in a frame, and their degrees."""

    lines: tuple[tuple[Point, ...], ...]
    degrees: tuple[Written, ...]


class Scale(NamedTuple):
    """A bar with a length in kilometres."""

    x: float
    y: float
    length: float
    words: Written

    @property
    def box(self) -> tuple[float, float, float, float]:
        """In which the bar and its words are."""
        _, top, right, _ = self.words.box
        return self.x - 2, top - 2, max(right, self.x + self.length) + 2, self.y + 3


def graticule(
    view: View, parallel: Callable[[float], str], meridian: Callable[[float], str]
) -> Graticule:
    """The lines of a view; `parallel` and `meridian` say their degrees in words."""
    frame = (0.0, 0.0, view.width, view.height)
    bounds = view.bounds()
    step = _step(view)
    lines: list[tuple[Point, ...]] = []
    degrees: list[Written] = []
    for latitude in _between(max(bounds.south, -89.9), min(bounds.north, 89.9), step):
        along = _sampled(view, (latitude, bounds.west), (latitude, bounds.east))
        pieces = clipped_line(along, frame)
        lines += (tuple(simplified(piece, _FINENESS)) for piece in pieces)
        degrees += _at_left(pieces, parallel(latitude))
    while not view.is_of_earth and step < _STEPS[-1] and _too_narrow(view, step):
        step = next(one for one in _STEPS if one > step)
    for longitude in _between(bounds.west, min(bounds.east, bounds.west + 359.9), step):
        along = _sampled(view, (bounds.south, longitude), (bounds.north, longitude))
        pieces = clipped_line(along, frame)
        lines += (tuple(simplified(piece, _FINENESS)) for piece in pieces)
        degrees += _at_bottom(pieces, meridian((longitude + 180) % 360 - 180), view.height)
    return Graticule(tuple(lines), tuple(_apart(degrees, view)))


def edge_of_earth(view: View) -> tuple[Point, ...]:
    """The 180th meridian on both sides of a map of the earth."""
    east, west = (_sampled(view, (-90, side), (90, side)) for side in (180, -180))
    return (*east, *reversed(west), east[0])


def _step(view: View) -> int:
    """The degrees between parallels."""
    if view.is_of_earth:
        return 30
    wanted = _APART * view.kilometres / _KILOMETRES_OF_DEGREE
    return next((step for step in _STEPS if step >= wanted), _STEPS[-1])


def _too_narrow(view: View, step: int) -> bool:
    """Whether meridians would be nearer to each other than wanted, in the middle."""
    middle = view.place((view.width / 2, view.height / 2))
    if middle is None:
        return True
    one = view.pixel(middle)
    other = view.pixel(Coordinates(middle.latitude, middle.longitude + step))
    return abs(other[0] - one[0]) + abs(other[1] - one[1]) < _APART


def _between(first: float, last: float, step: int) -> Iterator[int]:
    start = -int(-first // step) * step
    yield from range(start, int(last // step) * step + 1, step)


def _sampled(view: View, first: tuple[float, float], last: tuple[float, float]) -> list[Point]:
    """A line between two places, each a latitude and a longitude."""
    (south, west), (north, east) = first, last
    return [
        view.pixel(Coordinates(south + (north - south) * share, west + (east - west) * share))
        for share in (at / _ALONG for at in range(_ALONG + 1))
    ]


def _at_left(pieces: Iterable[Sequence[Point]], words: str) -> Iterator[Written]:
    """Degrees on a parallel, where it comes in at the left edge."""
    for piece in pieces:
        for x, y in (piece[0], piece[-1]):
            if x < 0.5:
                yield Written(_FROM_EDGE, y - 3, DEGREES_SIZE, words)
                return


def _at_bottom(pieces: Iterable[Sequence[Point]], words: str, height: float) -> Iterator[Written]:
    """Degrees on a meridian, where it goes out at the lower edge."""
    for piece in pieces:
        for x, y in (piece[0], piece[-1]):
            if y > height - 0.5:
                yield Written(x + 3, height - _FROM_EDGE, DEGREES_SIZE, words)
                return


def _apart(found: Iterable[Written], view: View) -> Iterator[Written]:
    """Those that are in the frame and do not touch one before."""
    boxes: list[tuple[float, float, float, float]] = []
    for written in found:
        left, top, right, bottom = written.box
        if left < 2 or top < 2 or right > view.width - 2 or bottom > view.height:
            continue
        if any(left < b[2] and b[0] < right and top < b[3] and b[1] < bottom for b in boxes):
            continue
        boxes.append(written.box)
        yield written


def scale_of(
    view: View,
    dots: Sequence[Point],
    taken: Sequence[tuple[float, float, float, float]],
    in_words: Callable[[int], str],
) -> Scale | None:
    """A bar in the corner where it is least in the way; none on a map of the earth.

    `in_words` says a number of kilometres.
    """
    if view.is_of_earth:
        return None
    most = view.width * 0.28 * view.kilometres
    power = 10 ** int(log10(most))
    kilometres = max(factor * power for factor in (1, 2, 5) if factor * power <= most)
    length, words = kilometres / view.kilometres, in_words(kilometres)
    width = max(length, text_width(words, DEGREES_SIZE)) + 12

    def at(x: float, y: float) -> Scale:
        return Scale(x, y, length, Written(x, y - 5, DEGREES_SIZE, words))

    corners = [at(x, y) for y in (view.height - 22, 26) for x in (view.width - width, 34)]

    def in_the_way(scale: Scale) -> tuple[bool, int]:
        left, top, right, bottom = scale.box
        touches = any(left < b[2] and b[0] < right and top < b[3] and b[1] < bottom for b in taken)
        near = sum(left - 60 < x < right + 60 and top - 30 < y < bottom + 30 for x, y in dots)
        return touches, near

    best = min(corners, key=in_the_way)
    return None if in_the_way(best)[0] else best
