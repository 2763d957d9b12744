"""From places on the earth to places on a plane, both ways. The earth is a sphere of radius 1.

On a plane, x grows to the east and y to the south, as on a screen.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

from build_scripts.model.coordinates import Coordinates

Point = tuple[float, float]
EARTH_RADIUS_IN_KM = 6371.0088
"""The mean radius of the ellipsoid of WGS 84."""
_NEARLY_NOTHING = 1e-9


class Projection(ABC):
    """A projection around a middle."""

    @abstractmethod
    def point(self, place: Coordinates) -> Point:
        """Where a place lies on the plane."""

    @abstractmethod
    def place(self, point: Point) -> Coordinates | None:
        """Which place lies at a point; None outside of the map."""


@dataclass(frozen=True, slots=True)
class EqualArea(Projection):
    """The azimuthal equal-area projection of Lambert (1772), for a part of the earth.

    It has no edge near its middle, so a map may reach across the 180th meridian and the poles.
    """

    middle: Coordinates

    def point(self, place: Coordinates) -> Point:
        """Where a place lies; the place opposite to the middle lies anywhere on the edge."""
        latitude, east = radians(place.latitude), radians(place.longitude - self.middle.longitude)
        middle = radians(self.middle.latitude)
        sine, cosine = sin(latitude), cos(latitude)
        near = 1 + sin(middle) * sine + cos(middle) * cosine * cos(east)
        scale = sqrt(2 / max(near, _NEARLY_NOTHING))
        north = cos(middle) * sine - sin(middle) * cosine * cos(east)
        return scale * cosine * sin(east), -scale * north

    def place(self, point: Point) -> Coordinates | None:
        """Which place lies at a point; None outside of the disc that is the earth."""
        x, north = point[0], -point[1]
        away = hypot(x, north)
        if away > 2:
            return None
        if away < _NEARLY_NOTHING:
            return self.middle
        angle, middle = 2 * asin(away / 2), radians(self.middle.latitude)
        sine, cosine = sin(angle), cos(angle)
        height = cosine * sin(middle) + north * sine * cos(middle) / away
        latitude = asin(max(-1.0, min(1.0, height)))
        east = atan2(x * sine, away * cos(middle) * cosine - north * sin(middle) * sine)
        longitude = self.middle.longitude + degrees(east)
        return Coordinates(degrees(latitude), (longitude + 180) % 360 - 180)


_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796


@dataclass(frozen=True, slots=True)
class EqualEarth(Projection):
    """The Equal Earth projection (Šavrič, Patterson and Jenny, 2018), for the whole earth."""

    def point(self, place: Coordinates) -> Point:
        """Where a place lies."""
        angle = asin(sqrt(3) / 2 * sin(radians(place.latitude)))
        x = 2 * sqrt(3) * radians(place.longitude) * cos(angle) / (3 * self._slope(angle))
        return x, -self._height(angle)

    def place(self, point: Point) -> Coordinates | None:
        """Which place lies at a point; None beyond the edge of the earth."""
        x, north = point[0], -point[1]
        angle = north
        for _ in range(12):  # Newton's method
            angle -= (self._height(angle) - north) / self._slope(angle)
        height = 2 / sqrt(3) * sin(angle)
        longitude = degrees(sqrt(3) / 2 * x * self._slope(angle) / cos(angle))
        if abs(height) > 1 or abs(longitude) > 180 or abs(angle) > radians(60.01):
            return None
        return Coordinates(degrees(asin(height)), longitude)

    @staticmethod
    def _height(angle: float) -> float:
        square = angle * angle
        return angle * (_A1 + _A2 * square + square**3 * (_A3 + _A4 * square))

    @staticmethod
    def _slope(angle: float) -> float:
        square = angle * angle
        return _A1 + 3 * _A2 * square + square**3 * (7 * _A3 + 9 * _A4 * square)


def middle_of(places: Iterable[Coordinates]) -> Coordinates | None:
    """The place in the middle of others; None if they lie all around the earth."""
    east = north = front = 0.0
    for place in places:
        latitude, longitude = radians(place.latitude), radians(place.longitude)
        front += cos(latitude) * cos(longitude)
        east += cos(latitude) * sin(longitude)
        north += sin(latitude)
    if hypot(front, east, north) < _NEARLY_NOTHING:
        return None
    return Coordinates(degrees(atan2(north, hypot(front, east))), degrees(atan2(east, front)))


def angle_between(one: Coordinates, other: Coordinates) -> float:
    """The degrees from one place to another, along the shortest way (the haversine formula)."""
    south, north = radians(one.latitude), radians(other.latitude)
    half_up = sin((north - south) / 2)
    half_across = sin(radians(other.longitude - one.longitude) / 2)
    square = half_up**2 + cos(south) * cos(north) * half_across**2
    return degrees(2 * asin(sqrt(min(square, 1.0))))
