"""Cut rings and lines off at a frame, and leave out points that nobody would see."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from build_scripts.render.maps.projections import Point

P = TypeVar("P", bound=Point)
Frame = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def clipped_ring(ring: Sequence[Point], frame: Frame) -> list[Point]:
    """The part of a ring in a frame, with the edges of the frame between (Sutherland and Hodgman).

    It is empty if nothing of the ring's inside is in the frame.
    """
    points = list(ring)
    for axis in (0, 1):
        for limit, sign in ((frame[axis], 1), (frame[axis + 2], -1)):
            points = _half(points, axis, limit, sign)
    return points


def _half(ring: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """The part of a ring beyond a limit on one axis or, if the sign is -1, before it."""
    kept: list[Point] = []
    for at, point in enumerate(ring):
        before = ring[at - 1]
        here, there = (point[axis] - limit) * sign, (before[axis] - limit) * sign
        if (here < 0) != (there < 0):
            share = there / (there - here)
            kept.append(
                (
                    before[0] + (point[0] - before[0]) * share,
                    before[1] + (point[1] - before[1]) * share,
                )
            )
        if here >= 0:
            kept.append(point)
    return kept


def clipped_line(line: Iterable[Point], frame: Frame) -> list[list[Point]]:
    """The pieces of a line in a frame (Liang and Barsky)."""
    pieces: list[list[Point]] = []
    before: Point | None = None
    for point in line:
        found = _segment(before, point, frame) if before is not None else None
        if found is not None:
            start, end = found
            if pieces and pieces[-1][-1] == start:
                pieces[-1].append(end)
            else:
                pieces.append([start, end])
        before = point
    return pieces


def _segment(one: Point, other: Point, frame: Frame) -> tuple[Point, Point] | None:
    first, last = 0.0, 1.0
    for axis in (0, 1):
        step = other[axis] - one[axis]
        low, high = frame[axis] - one[axis], frame[axis + 2] - one[axis]
        if not step:
            if low > 0 or high < 0:
                return None
            continue
        start, end = sorted((low / step, high / step))
        first, last = max(first, start), min(last, end)
    if first > last:
        return None
    ends = (
        point
        if share == whole
        else (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)
        for share, whole, point in ((first, 0.0, one), (last, 1.0, other))
    )
    start_, end_ = ends
    return start_, end_


def thinned(line: Sequence[P], distance: float) -> list[P]:
    """A line without the points that are nearer than a distance to the one before.

    Its first and its last point remain.
    """
    kept = list(line[:1])
    for point in line[1:-1]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= distance:
            kept.append(point)
    return [*kept, *line[1:][-1:]]


def simplified(line: Sequence[Point], distance: float) -> list[Point]:
    """A line with fewer points that is nowhere farther away (Douglas and Peucker, 1973)."""
    kept = {0, len(line) - 1}
    open_ = [(0, len(line) - 1)]
    while open_:
        first, last = open_.pop()
        (x, y), (to_x, to_y) = line[first], line[last]
        dx, dy = to_x - x, to_y - y
        length = (dx * dx + dy * dy) ** 0.5
        farthest, most = 0, distance
        for at in range(first + 1, last):
            px, py = line[at][0] - x, line[at][1] - y
            away = abs(px * dy - py * dx) / length if length else (px * px + py * py) ** 0.5
            if away > most:
                farthest, most = at, away
        if farthest:
            kept.add(farthest)
            open_ += [(first, farthest), (farthest, last)]
    return [line[at] for at in sorted(kept)]


def surrounds(ring: Sequence[Point], point: Point) -> bool:
    """Whether a point lies inside a ring (the even-odd rule)."""
    x, y = point
    is_inside = False
    for at, (x1, y1) in enumerate(ring):
        x0, y0 = ring[at - 1]
        if (y0 > y) != (y1 > y) and x < (x0 - x1) * (y - y1) / (y0 - y1) + x1:
            is_inside = not is_inside
    return is_inside
