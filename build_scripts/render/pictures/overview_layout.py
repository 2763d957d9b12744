"""Lay out the picture of the collection.

Readings stand in one column and the terms that they share in another, with lines between them.
Outside the column of readings, cross-references lead from one reading to another, each in a lane.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from build_scripts.render.lookups.corpus_relations import CorpusRelations, Pair
from build_scripts.render.pictures.spreading import spread
from build_scripts.render.pictures.text_width import text_width, wrapped

SIZE = 12.5
LINE_HEIGHT = 16
LEAST_HEIGHT = 26
GAP = 6
LANE_WIDTH = 22
BADGE = 9
"""Half the size of the badge with the number of cross-references."""
THINNEST, THICKEST = 1.0, 7.0
MANY = 30
"""With this many lines, the thickest is half as thick, or the lines would hide one another."""


class Form(NamedTuple):
    """The measures of a picture.

    Attributes:
        links: room for the lines between readings and terms.
        lanes: the greatest number of lanes for cross-references.
        lines: the greatest number of lines of a title.
        readings: the share of the room for words that the titles of readings have.
    """

    width: float
    links: float
    lanes: int
    lines: int
    readings: float = 0.55


class Box(NamedTuple):
    """A reading or a term: the lines of its name at their place."""

    id: str
    name: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """The height at which lines to other boxes begin and end."""
        return self.y + self.height / 2

    @property
    def words_width(self) -> float:
        """The width of its longest line."""
        return max(text_width(line, SIZE) for line in self.lines)


class Strand(NamedTuple):
    """A line from a reading to a term; its thickness shows the number of places."""

    reading: Box
    term: Box
    places: int
    thickness: float


class Arc(NamedTuple):
    """Cross-references between two readings: the place of their lane, its ends, their number."""

    pair: Pair
    x: float
    top: float
    bottom: float
    references: int

    @property
    def middle(self) -> float:
        """Where the number stands."""
        return (self.top + self.bottom) / 2


class OverviewLayout(NamedTuple):
    """A picture, with coordinates from the upper left corner.

    The titles of readings end where the lines to the terms begin, so that no line crosses a title.
    """

    width: float
    height: float
    readings: tuple[Box, ...]
    terms: tuple[Box, ...]
    strands: tuple[Strand, ...]
    arcs: tuple[Arc, ...]


def lay_out(
    form: Form,
    readings: Mapping[str, str],
    terms: Mapping[str, str],
    relations: CorpusRelations,
) -> OverviewLayout:
    """Place one or more readings and their terms, given their names by id, in order."""
    arcs = relations.arcs()
    lanes = _lanes(list(readings), arcs, form.lanes)
    left = LANE_WIDTH * (max(lanes.values(), default=-1) + 1) + 2
    links = form.links if terms else 0
    room = form.width - left - links
    first = room * form.readings if terms else room
    height = max(_height(readings, first, form), _height(terms, room - first, form))
    left_column = _column(readings, left, first, height, form)
    right_column = _column(terms, left + first + links, room - first, height, form)
    by_id = {box.id: box for box in left_column}
    return OverviewLayout(
        form.width,
        height,
        left_column,
        right_column,
        tuple(_strands(by_id, right_column, relations)),
        tuple(
            Arc(
                pair,
                left - LANE_WIDTH * (lane + 0.5) - 2,
                min(by_id[reading].middle for reading in pair),
                max(by_id[reading].middle for reading in pair),
                arcs[pair],
            )
            for pair, lane in lanes.items()
        ),
    )


def _lines(words: str, width: float, form: Form) -> tuple[str, ...]:
    return wrapped(words, SIZE, width - 2, form.lines)


def _box_height(lines: Sequence[str]) -> float:
    return max(len(lines) * LINE_HEIGHT + 4, LEAST_HEIGHT)


def _height(names: Mapping[str, str], width: float, form: Form) -> float:
    """The least height of a column."""
    return sum(_box_height(_lines(name, width, form)) + GAP for name in names.values())


def _column(
    names: Mapping[str, str], x: float, width: float, height: float, form: Form
) -> tuple[Box, ...]:
    """Boxes one below another, evenly spread over the height."""
    lines = {name_id: _lines(name, width, form) for name_id, name in names.items()}
    heights = {name_id: _box_height(box_lines) for name_id, box_lines in lines.items()}
    even = height / max(len(names), 1)
    places = [even * (i + 0.5) - h / 2 for i, h in enumerate(heights.values())]
    tops = spread(places, [h + GAP for h in heights.values()], height)
    return tuple(
        Box(
            name_id,
            names[name_id],
            x,
            top,
            width,
            heights[name_id],
            lines[name_id],
        )
        for name_id, top in zip(names, tops, strict=True)
    )


def _strands(
    readings: Mapping[str, Box], terms: Sequence[Box], relations: CorpusRelations
) -> list[Strand]:
    counts = [
        (readings[reading], term, count)
        for term in terms
        for reading, count in relations.terms[term.id].items()
        if reading in readings
    ]
    most = max((count for _, _, count in counts), default=1)
    thickest = THICKEST if len(counts) < MANY else THICKEST / 2
    return [
        Strand(reading, term, count, THINNEST + (thickest - THINNEST) * (count / most) ** 0.5)
        for reading, term, count in counts
    ]


def _lanes(readings: Sequence[str], arcs: Mapping[Pair, int], most: int) -> dict[Pair, int]:
    """A lane for each pair of readings, short arcs inside; pairs that find none are left out."""
    row = {reading: number for number, reading in enumerate(readings)}
    rows = {pair: sorted((row[pair[0]], row[pair[1]])) for pair in arcs}
    taken: list[list[tuple[int, int]]] = [[] for _ in range(most)]
    lanes: dict[Pair, int] = {}
    for pair in sorted(arcs, key=lambda p: (rows[p][1] - rows[p][0], -arcs[p], p)):
        first, last = rows[pair]
        for lane, others in enumerate(taken):
            if all(last < start or end < first for start, end in others):
                others.append((first, last))
                lanes[pair] = lane
                break
    return lanes


def baselines(box: Box) -> list[float]:
    """The baselines of the lines in a box."""
    first = box.middle - len(box.lines) * LINE_HEIGHT / 2 + LINE_HEIGHT * 0.78
    return [first + i * LINE_HEIGHT for i in range(len(box.lines))]
