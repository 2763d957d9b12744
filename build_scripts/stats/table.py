"""Tables for a terminal."""

from collections.abc import Sequence
from unicodedata import combining, east_asian_width

from build_scripts.report.harmless import harmless


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A heading and rows in aligned columns: the first to the left, the others to the right."""
    lines = [[harmless(cell) for cell in row] for row in (heading, *rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell + _blanks(cell, width) if number == 0 else _blanks(cell, width) + cell
            for number, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _blanks(cell: str, width: int) -> str:
    return " " * (width - _width(cell))


def _width(text: str) -> int:
    """In the columns of a terminal."""
    return sum(
        0 if combining(character) else 1 + (east_asian_width(character) in "WF")
        for character in text
    )
