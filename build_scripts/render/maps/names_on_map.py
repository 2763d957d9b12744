"""Find room for the names of places on a map.

The places are in the order of their importance. A name stands beside its dot or, where this is
crowded, a little farther away with a line to it. It touches no other name, no other dot and nothing
else that is written on the map. A name for which there is no such room is left out; its dot stays.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import sqrt
from typing import NamedTuple

from build_scripts.render.maps.projections import Point
from build_scripts.render.pictures.text_width import is_cut, text_width, wrapped

NAME_SIZE, LINE_HEIGHT = 12.0, 14.0
DOT_SIZE = 2.8
"""The radius of a dot."""
MOST_NAMES = 60
_FOR_FINGER = 5
"""In pixels, around a name: its line is then 24 pixels high (WCAG 2.5.8)."""
_WIDEST, _GAP, _EDGE = 150.0, 6.0, 2.0
_NARROWER = 0.6
_FARTHER = (17.0, 30.0, 46.0, 64.0)
_SLANT = sqrt(0.5)
_NEAR = (
    tuple(product((1, -1), (0,))) + tuple(product((0,), (-1, 1))) + tuple(product((1, -1), (-1, 1)))
)
"""Right, left, above, below, and the corners: the order in which a reader expects a name."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Dot(NamedTuple):
    """A place in the picture, with its name."""

    x: float
    y: float
    name: str


class Anchor(NamedTuple):
    """Where the lines of a name stand: at `x`, which is their beginning, middle or end."""

    x: float
    which: str


class Name(NamedTuple):
    """A name that has found room.

    Attributes:
        dot: the number of its dot.
        lines: of the name.
        anchor: of its lines.
        box: in which they are.
        leader: the end of the line from the dot, if it stands farther away.
    """

    dot: int
    lines: tuple[str, ...]
    anchor: Anchor
    box: Box
    leader: Point | None

    @property
    def baselines(self) -> tuple[float, ...]:
        """Of its lines."""
        return tuple(self.box[1] + LINE_HEIGHT * (at + 0.8) for at in range(len(self.lines)))

    def is_whole(self, name: str) -> bool:
        """Whether nothing of the name is left out."""
        return not is_cut(name, self.lines)


def place_names(
    dots: Sequence[Dot], width: float, height: float, taken: Iterable[Box] = ()
) -> tuple[Name, ...]:
    """The names that have room in a frame, in the order of their dots.

    First all names are placed that have room beside their dots, then the others.

    `taken` are the boxes of what else is written in the frame.
    """
    named, room = dots[:MOST_NAMES], _Room(width, height, list(taken))
    names: dict[int, Name] = {}
    for distances in ((_GAP,), _FARTHER):
        for at, dot in enumerate(named):
            if at in names:
                continue
            others = [_around(other) for other in named if not _is_same_place(other, dot)]
            possible = _possible(at, dot, width, distances)
            found = next((name for name in possible if room.has(name, dot, others)), None)
            if found is not None:
                room.fill(found, dot)
                names[at] = found
    return tuple(names[at] for at in sorted(names))


def surfaces(names: Sequence[Name]) -> Iterator[Box]:
    """For each name the area that a finger may hit: larger than the name, and beside the others."""
    for name in names:
        others = [other.box for other in names if other is not name]
        grown = (_grown(name.box, by) for by in range(_FOR_FINGER, 0, -1))
        free = (box for box in grown if not any(_meet(box, other) for other in others))
        yield next(free, name.box)


def _grown(box: Box, by: float) -> Box:
    left, top, right, bottom = box
    return left - by, top - by, right + by, bottom + by


class _Room:
    """A frame, and what is written and drawn in it."""

    def __init__(self, width: float, height: float, written: list[Box]) -> None:
        self._width, self._height, self._written = width, height, written
        self._leaders: list[tuple[Point, Point]] = []

    def has(self, name: Name, dot: Dot, others: Sequence[Box]) -> bool:
        """Whether there is room for a name, given the boxes of the other dots."""
        boxes = (*self._written, *others)
        leader = _leader(name, dot)
        return (
            _is_in(name.box, self._width, self._height)
            and not any(_meet(name.box, box) for box in boxes)
            and not any(_crosses(line, name.box) for line in self._leaders)
            and not (leader and any(_crosses(leader, box) for box in boxes))
        )

    def fill(self, name: Name, dot: Dot) -> None:
        """Write a name."""
        self._written.append(name.box)
        leader = _leader(name, dot)
        self._leaders += [leader] if leader else []


def _leader(name: Name, dot: Dot) -> tuple[Point, Point] | None:
    return ((dot.x, dot.y), name.leader) if name.leader else None


def _is_same_place(one: Dot, other: Dot) -> bool:
    """Whether two dots cover each other, so that nothing can keep them apart."""
    return abs(one.x - other.x) + abs(one.y - other.y) < 2 * DOT_SIZE


def _around(dot: Dot) -> Box:
    size = DOT_SIZE + 1
    return dot.x - size, dot.y - size, dot.x + size, dot.y + size


def _possible(at: int, dot: Dot, frame: float, distances: Iterable[float]) -> Iterator[Name]:
    """The places where a name may stand, the best first, in a frame of some width."""
    for away, lines in product(distances, _blocks(dot.name, min(_WIDEST, frame * 0.45))):
        for across, down in _NEAR:
            yield _at(at, dot, frame, lines, away, across, down)


def _blocks(name: str, widest: float) -> Iterator[tuple[str, ...]]:
    """The lines of a name: wide or, if all of it has room there, on narrower lines."""
    wide = wrapped(name, NAME_SIZE, widest, 2)
    yield wide
    narrow = wrapped(name, NAME_SIZE, widest * _NARROWER, 3)
    if narrow != wide and not is_cut(name, narrow):
        yield narrow


def _at(
    at: int,
    dot: Dot,
    frame: float,
    lines: tuple[str, ...],
    away: float,
    across: int,
    down: int,
) -> Name:
    """A name in one direction from its dot."""
    width = max(text_width(line, NAME_SIZE) for line in lines)
    height = LINE_HEIGHT * len(lines)
    is_near = away == _GAP
    slant = _SLANT if across and down and not is_near else 1
    x, y = dot.x + across * away * slant, dot.y + down * away * slant
    top = y - height * (1 - down) / 2
    leader = None if is_near else (x - across * 2, y - down * 2)
    left = x - width * (1 - across) / 2
    anchor = Anchor(x, {1: "start", 0: "middle", -1: "end"}[across])
    if not across:  # above or below it, a name may be moved into the frame
        top -= down * 2 if is_near else 0
        moved = min(max(left, _EDGE), max(frame - _EDGE - width, _EDGE))
        if moved != left:
            left, anchor = moved, Anchor(moved, "start")
    return Name(at, lines, anchor, (left, top, left + width, top + height), leader)


def _is_in(box: Box, width: float, height: float) -> bool:
    left, top, right, bottom = box
    return left >= _EDGE <= top and right <= width - _EDGE and bottom <= height - _EDGE


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _crosses(line: tuple[Point, Point], box: Box) -> bool:
    """Whether a short line goes through a box."""
    (x, y), (to_x, to_y) = line
    steps = 8
    return any(
        box[0] < x + (to_x - x) * step / steps < box[2]
        and box[1] < y + (to_y - y) * step / steps < box[3]
        for step in range(steps + 1)
    )
