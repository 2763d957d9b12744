"""A line of a file, with a caret under one of its columns."""

import unicodedata
from typing import NamedTuple

import regex

from build_scripts.report.harmless import OLD_COMMAND, code_point, harmless

WIDTH = 88
"""How many columns of a line are shown at most."""

_TAB = "→   "
"""Visible, because a tab where blanks belong is a fault of its own."""
_CELL = regex.compile(rf"{regex.escape(OLD_COMMAND)}|\X")  # \X: a grapheme cluster
_EMOJI_STYLE = "\ufe0f"


class Quotation(NamedTuple):
    """A line as it is shown, and where its caret stands.

    Attributes:
        text: the line, or as much of it as there is room for.
        caret: how many columns of a terminal stand before the caret.
    """

    text: str
    caret: int


class _Cell(NamedTuple):
    """What a reader takes for one character."""

    start: int
    end: int
    shown: str
    width: int


def quotation(text: str, column: int) -> Quotation | None:
    """Quote a line.

    Args:
        text: the line.
        column: from 1, in code points; the one behind the last character is allowed.

    Returns:
        The quotation; None where there is nothing to see, or no such column.
    """
    offset = column - 1
    if not text.strip() or offset > len(text):
        return None
    # A line may be millions of characters long; no more of them can be shown.
    start, end = max(0, offset - WIDTH), min(len(text), offset + WIDTH)
    cells = [_cell(match, start) for match in _CELL.finditer(text[start:end])]
    if start > 0:
        del cells[:1]  # perhaps only the rest of a cluster
    before = [cell for cell in cells if cell.end <= offset]
    behind = cells[len(before) :]
    taken_behind = _fitting(behind, WIDTH - min(_width(before), WIDTH // 2))
    taken_before = _fitting(before[::-1], WIDTH - _width(taken_behind))[::-1]
    is_cut_before = start > 0 or len(taken_before) < len(before)
    is_cut_behind = end < len(text) or len(taken_behind) < len(behind)
    shown = harmless("".join(cell.shown for cell in (*taken_before, *taken_behind)).rstrip())
    return Quotation(
        ("…" if is_cut_before else "") + shown + ("…" if is_cut_behind else ""),
        _width(taken_before) + is_cut_before,
    )


def _cell(match: regex.Match[str], shift: int) -> _Cell:
    cluster = match.group()
    if cluster == "\t":
        shown, width = _TAB, len(_TAB)
    elif all(unicodedata.category(character) == "Cf" for character in cluster):
        shown = "".join(code_point(character) for character in cluster)  # would not be seen
        width = len(shown)
    else:
        shown = harmless(cluster)
        width = _cluster_width(cluster) if shown == cluster else len(shown)
    return _Cell(match.start() + shift, match.end() + shift, shown, width)


def _cluster_width(cluster: str) -> int:
    """How many columns terminals give to a cluster, as far as they agree."""
    if unicodedata.east_asian_width(cluster[0]) in {"W", "F"} or _EMOJI_STYLE in cluster:
        return 2  # also where other emoji are joined to it, or the rest of a syllable
    return max(1, sum(not _takes_no_room(character) for character in cluster))


def _takes_no_room(character: str) -> bool:
    category = unicodedata.category(character)
    return category.startswith("M") or category == "Cf"


def _width(cells: list[_Cell]) -> int:
    return sum(cell.width for cell in cells)


def _fitting(cells: list[_Cell], room: int) -> list[_Cell]:
    """As many of the first cells as there is room for."""
    for count, cell in enumerate(cells):
        room -= cell.width
        if room < 0:
            return cells[:count]
    return cells
