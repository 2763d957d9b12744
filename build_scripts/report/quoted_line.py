"""Quote a line of a file, with a caret under one of its columns."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

import regex

from build_scripts.report.harmless import OLD_COMMAND, code_point, harmless

WIDTH = 88
"""At most so many columns of a line are shown."""

_TAB = "→   "
"""Tabs are visible, because a tab in place of spaces is a fault."""
_CELL = regex.compile(rf"{OLD_COMMAND.pattern}|\X")  # \X: a grapheme cluster
_EMOJI_STYLE = "\ufe0f"


class Quotation(NamedTuple):
    """A quoted line and the place of its caret.

    Attributes:
        text: the line, or as much of it as there is room for.
        caret: the number of terminal columns before the caret.
    """

    text: str
    caret: int


class _Cell(NamedTuple):
    """A user-perceived character: its offsets in the line, and how it is shown."""

    start: int
    end: int
    shown: str
    width: int


def quotation(text: str, column: int) -> Quotation | None:
    """Quote a line; None if it is blank or has no such column.

    Columns are counted from 1 in code points; there is one after the last character, too.
    """
    offset = column - 1
    if not text.strip() or offset > len(text):
        return None
    # A line may have millions of characters; there is no room for those farther away.
    start, end = max(0, offset - WIDTH), min(len(text), offset + WIDTH)
    cells = [_cell(match, start) for match in _CELL.finditer(text[start:end])]
    if start > 0:
        del cells[:1]  # it may be only the end of a grapheme cluster
    before = [cell for cell in cells if cell.end <= offset]
    after = cells[len(before) :]
    taken_after = _fitting(after, WIDTH - min(_width(before), WIDTH // 2))
    taken_before = _fitting(before[::-1], WIDTH - _width(taken_after))[::-1]
    is_cut_before = start > 0 or len(taken_before) < len(before)
    is_cut_after = end < len(text) or len(taken_after) < len(after)
    shown = harmless("".join(cell.shown for cell in (*taken_before, *taken_after)).rstrip())
    return Quotation(
        ("…" if is_cut_before else "") + shown + ("…" if is_cut_after else ""),
        _width(taken_before) + is_cut_before,
    )


def _cell(match: regex.Match[str], shift: int) -> _Cell:
    return _Cell(match.start() + shift, match.end() + shift, *_shown(match.group()))


@lru_cache(maxsize=4_096)
def _shown(cluster: str) -> tuple[str, int]:
    """How a grapheme cluster is shown, and in how many columns."""
    if cluster == "\t":
        shown, width = _TAB, len(_TAB)
    elif all(unicodedata.category(character) == "Cf" for character in cluster):
        shown = "".join(code_point(character) for character in cluster)  # which would be invisible
        width = len(shown)
    else:
        shown = harmless(cluster)
        width = _cluster_width(cluster) if shown == cluster else len(shown)
    return shown, width


def _cluster_width(cluster: str) -> int:
    """The number of columns of a grapheme cluster in terminals, as far as they agree."""
    if unicodedata.east_asian_width(cluster[0]) in {"W", "F"} or _EMOJI_STYLE in cluster:
        return 2  # also with other emoji joined to it, or the rest of a syllable
    return max(1, sum(not _takes_no_room(character) for character in cluster))


def _takes_no_room(character: str) -> bool:
    category = unicodedata.category(character)
    return category.startswith("M") or category == "Cf"


def _width(cells: list[_Cell]) -> int:
    return sum(cell.width for cell in cells)


def _fitting(cells: list[_Cell], room: int) -> list[_Cell]:
    """The first cells, as many as there is room for."""
    for count, cell in enumerate(cells):
        room -= cell.width
        if room < 0:
            return cells[:count]
    return cells
