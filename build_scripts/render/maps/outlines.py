"""The outlines of land, lakes and rivers: Natural Earth, which is in the public domain.

The file has no political borders. Each line of it is a shape: its kind, its bounds (west, south,
east, north) and its points, longitude first, in the Encoded Polyline Algorithm Format. Numbers are
hundredths of a degree. `tests/outlines_of_the_world.py` says how it was made.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from build_scripts.model.coordinates import Coordinates

OUTLINES = Path(__file__).with_name("natural-earth.txt")
PRECISION = 0.01
"""Of the file, in degrees."""


class Kind(StrEnum):
    """What an outline is of."""

    LAND = "land"
    LAKE = "lake"
    RIVER = "river"


class Bounds(NamedTuple):
    """Between which degrees something lies; it never crosses the 180th meridian."""

    west: float
    south: float
    east: float
    north: float


class Outline(NamedTuple):
    """A shape; that of a river is a line, others are rings. A ring in land is an inland sea."""

    kind: Kind
    bounds: Bounds
    encoded: str

    def points(self) -> Iterator[Coordinates]:
        """Its points in order."""
        value = shift = at = 0
        ends = [0, 0]
        for letter in self.encoded.encode("ascii"):
            bits = letter - 63
            value |= (bits & 0x1F) << shift
            shift += 5
            if bits < 0x20:
                ends[at] += ~(value >> 1) if value & 1 else value >> 1
                if at:
                    yield Coordinates(ends[1] * PRECISION, ends[0] * PRECISION)
                value, shift, at = 0, 0, 1 - at


@cache
def outlines() -> tuple[Outline, ...]:
    """All outlines."""
    found = []
    for line in OUTLINES.read_text("ascii").splitlines():
        kind, *box, encoded = line.split(" ")
        bounds = Bounds(*(int(number) * PRECISION for number in box))
        found.append(Outline(Kind(kind), bounds, encoded))
    return tuple(found)
