"""Draw docs/images/architecture.svg, the rooms of the package, from its imports.

`make picture` runs this file. Rooms are on a diagonal, floor by floor. From each room a line leads
down, and right into every room that it imports; a dot marks where it turns.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from html import escape
from itertools import pairwise
from pathlib import Path

from tests.test_architecture import FLOORS, PACKAGE, PROJECT, arrows

PICTURE = PROJECT / "docs" / "images" / "architecture.svg"

FLOW_TITLE = "The way of a text"
FLOW = ("seeds, annotations", "read", "merge", "render", "disk", "MkDocs", "verify")
"""The way of a text. What is the name of a room stands in the colour of that room."""

# Lengths in pixels. The steps are small, so that the words can still be read on a phone.
MARGIN = 8
ROW, STEP = 34, 17
BOX_WIDTH, BOX_HEIGHT = 116, 24
FLOOR_GAP = 8
FLOW_WIDTH, FLOW_STEP = 146, 45

# Light and dark colours of each class of shape.
STYLE = """
svg { font: 14px system-ui, sans-serif; }
.paper { fill: #ffffff; } .floor { fill: #eef1f6; }
.room { fill: #ffffff; stroke: #5b6578; } .on-the-way { fill: #d7e6ff; stroke: #1f5fbf; }
.outside { fill: none; stroke: #5b6578; stroke-dasharray: 4 3; }
.arrow { fill: none; stroke: #8a93a5; } .turn, .head { fill: #8a93a5; stroke: none; }
.flow { fill: none; stroke: #1f5fbf; stroke-width: 2; } .flow-head { fill: #1f5fbf; }
text { fill: #1c2330; text-anchor: middle; } .title { font-weight: bold; }
@media (prefers-color-scheme: dark) {
.paper { fill: #1e2129; } .floor { fill: #2a2f3a; }
.room { fill: #1e2129; stroke: #9aa5ba; } .on-the-way { fill: #1d3a66; stroke: #7fb0ff; }
.outside { stroke: #9aa5ba; }
.arrow { stroke: #78839a; } .turn, .head { fill: #78839a; }
.flow { stroke: #7fb0ff; } .flow-head { fill: #7fb0ff; }
text { fill: #e6e9f0; }
}
"""


def imports_of(root: Path) -> dict[str, set[str]]:
    """What each room at the top of the package imports of the others."""
    imports: dict[str, set[str]] = {}
    for _, (room, *_), _, name in arrows(root):
        package, *inside = name.split(".")
        others = imports.setdefault(room, set())
        if package == PACKAGE and inside and inside[0] not in (room, "__version__"):
            others.add(inside[0])
    return imports


def picture(imports: Mapping[str, Set[str]], floors: Sequence[Set[str]]) -> str:
    """The picture as SVG.

    Args:
        imports: what each room imports.
        floors: the rooms of each floor, from the ground up.
    """
    width = 2 * MARGIN + (sum(map(len, floors)) - 1) * STEP + BOX_WIDTH
    places: dict[str, tuple[int, int]] = {}
    bands = []
    top = MARGIN
    for floor in reversed(floors):
        bands.append(_box("floor", 0, top, width, len(floor) * ROW))
        for room in sorted(floor):
            places[room] = MARGIN + len(places) * STEP, top + (ROW - BOX_HEIGHT) // 2
            top += ROW
        top += FLOOR_GAP
    height = top - FLOOR_GAP + MARGIN
    on_the_way = places.keys() & set(FLOW)
    shapes = [
        _box("paper", 0, 0, width, height),
        *bands,
        *_arrows(places, imports),
        *(
            _label("on-the-way" if room in on_the_way else "room", x, y, BOX_WIDTH, room)
            for room, (x, y) in places.items()
        ),
        *_flow(width - FLOW_WIDTH - 2 * MARGIN, on_the_way),
    ]
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size}>',
            f"<style>{STYLE}</style>",
            *shapes,
            "</svg>\n",
        ]
    )


def _arrows(
    places: Mapping[str, tuple[int, int]], imports: Mapping[str, Set[str]]
) -> Iterator[str]:
    """A line down from each room, and a line right into each room that others import."""
    columns = {room: x + STEP // 2 for room, (x, _) in places.items()}
    rows = {room: y + BOX_HEIGHT // 2 for room, (_, y) in places.items()}
    for room, imported in sorted(imports.items()):
        if imported:
            lowest = max(rows[other] for other in imported)
            yield f'<path class="arrow" d="M{columns[room]} {rows[room]}V{lowest}"/>'
    for room, (left, _) in places.items():
        importers = sorted(columns[other] for other in places if room in imports.get(other, ()))
        if importers:
            yield f'<path class="arrow" d="M{importers[0]} {rows[room]}H{left - 6}"/>'
            yield f'<path class="head" d="M{left} {rows[room]}l-7 -4v8z"/>'
        for x in importers:
            yield f'<circle class="turn" cx="{x}" cy="{rows[room]}" r="2.5"/>'


def _flow(left: int, rooms: Set[str]) -> Iterator[str]:
    """The way of a text, in the corner that the diagonal leaves free."""
    x = left + FLOW_WIDTH // 2
    tops = [BOX_HEIGHT + 2 * MARGIN + n * FLOW_STEP for n in range(len(FLOW))]
    yield _box("paper", left - MARGIN, MARGIN, FLOW_WIDTH + 3 * MARGIN, tops[-1] + BOX_HEIGHT)
    yield f'<text class="title" x="{x}" y="{MARGIN + 17}">{FLOW_TITLE}</text>'
    for step, top in zip(FLOW, tops, strict=True):
        yield _label("on-the-way" if step in rooms else "outside", left, top, FLOW_WIDTH, step)
    for above, below in pairwise(tops):
        yield f'<path class="flow" d="M{x} {above + BOX_HEIGHT}V{below - 7}"/>'
        yield f'<path class="flow-head" d="M{x} {below}l-5 -9h10z"/>'


def _box(kind: str, x: int, y: int, width: int, height: int) -> str:
    return f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{height}" rx="4"/>'


def _label(kind: str, x: int, y: int, width: int, words: str) -> str:
    """A box with words in it."""
    text = f'<text x="{x + width // 2}" y="{y + BOX_HEIGHT // 2 + 5}">{escape(words)}</text>'
    return _box(kind, x, y, width, BOX_HEIGHT) + text


if __name__ == "__main__":
    PICTURE.write_text(picture(imports_of(PROJECT), FLOORS[""]), encoding="utf-8")
