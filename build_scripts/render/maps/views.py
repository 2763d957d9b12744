"""Choose which part of the earth a map shows, and how.

A map shows all its places with a margin. It is at least `LEAST_WIDTH` wide, so that a single place
has something around it. If the places lie farther apart than `FARTHEST`, it is one of the earth.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from build_scripts.model.coordinates import Coordinates
from build_scripts.render.maps.outlines import Bounds
from build_scripts.render.maps.projections import (
    EARTH_RADIUS_IN_KM,
    EqualArea,
    EqualEarth,
    Point,
    Projection,
    angle_between,
    middle_of,
)

LEAST_WIDTH = 800
"""In kilometres: the outlines are not fine enough for less."""
FARTHEST = 55
"""In degrees from the middle: about from Lisbon to Beijing."""
MARGIN = 0.11
"""Around the places, as a share of the width."""
_SHAPES = {True: (0.62, 0.95), False: (0.9, 1.35)}
"""The least and the greatest height for a width of 1, by whether a map is wide."""
_EARTH = 2.7066, 1.3174
"""How far the earth reaches to the east and to the north."""
_STEPS = 24
"""On each side of a frame, the points where one looks which place it is."""


class View(NamedTuple):
    """A part of the earth in a frame.

    Attributes:
        projection: of the earth on a plane.
        middle: the point of the plane in the middle of the frame.
        scale: the pixels for a length of 1 on the plane.
        width: of the frame, in pixels.
        height: of the frame, in pixels.
    """

    projection: Projection
    middle: Point
    scale: float
    width: float
    height: float

    @property
    def is_of_earth(self) -> bool:
        """Whether it shows the whole earth."""
        return isinstance(self.projection, EqualEarth)

    @property
    def kilometres(self) -> float:
        """The length of a pixel in the middle of the frame."""
        return EARTH_RADIUS_IN_KM / self.scale

    def pixel(self, place: Coordinates) -> Point:
        """Where a place is in the frame."""
        x, y = self.projection.point(place)
        return (
            (x - self.middle[0]) * self.scale + self.width / 2,
            (y - self.middle[1]) * self.scale + self.height / 2,
        )

    def place(self, pixel: Point) -> Coordinates | None:
        """Which place is at a point of the frame; None beyond the edge of the earth."""
        return self.projection.place(
            (
                (pixel[0] - self.width / 2) / self.scale + self.middle[0],
                (pixel[1] - self.height / 2) / self.scale + self.middle[1],
            )
        )

    def has(self, pixel: Point) -> bool:
        """Whether a point lies in the frame."""
        return 0 <= pixel[0] <= self.width and 0 <= pixel[1] <= self.height

    def bounds(self) -> Bounds:
        """Between which degrees the frame lies; its west may be below -180, its east above 180."""
        if not isinstance(self.projection, EqualArea):
            return Bounds(-180, -90, 180, 90)
        around = self.projection.middle.longitude
        places = [place for pixel in self._around() if (place := self.place(pixel))]
        latitudes = [place.latitude for place in places]
        east = [(place.longitude - around + 180) % 360 - 180 for place in places]
        south, north = min(latitudes), max(latitudes)
        west, east_ = around + min(east), around + max(east)
        for pole in (-90, 90):
            if self.has(self.pixel(Coordinates(pole, 0))):
                south, north = min(south, pole), max(north, pole)
                west, east_ = around - 180, around + 180
        return Bounds(west, south, east_, north)

    def _around(self) -> Iterator[Point]:
        for step in range(_STEPS + 1):
            x, y = self.width * step / _STEPS, self.height * step / _STEPS
            yield from ((x, 0), (x, self.height), (0, y), (self.width, y))


def view_of(places: Sequence[Coordinates], width: float, *, is_wide: bool) -> View:
    """The view of one or more places."""
    middle = middle_of(places)
    if middle is None or max(angle_between(middle, place) for place in places) > FARTHEST:
        scale = (width - 2) / (2 * _EARTH[0])
        return View(EqualEarth(), (0, 0), scale, width, round(2 * _EARTH[1] * scale + 2))
    for _ in range(3):  # North is up in the middle, so let that be the middle of the frame.
        projection = EqualArea(middle)
        box = _box(projection, places)
        found = projection.place(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))
        middle = found or middle
    across, down = box[2] - box[0], box[3] - box[1]
    least, most = _SHAPES[is_wide]
    shown = max(across, LEAST_WIDTH / EARTH_RADIUS_IN_KM)
    height = round(width * min(max(down / shown, least), most))
    scale = min(
        width * EARTH_RADIUS_IN_KM / LEAST_WIDTH,
        width * (1 - 2 * MARGIN) / max(across, 1e-9),
        (height - 2 * width * MARGIN) / max(down, 1e-9),
    )
    at = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return View(projection, at, scale, width, height)


def _box(projection: Projection, places: Sequence[Coordinates]) -> tuple[float, ...]:
    xs, ys = zip(*map(projection.point, places), strict=True)
    return min(xs), min(ys), max(xs), max(ys)
