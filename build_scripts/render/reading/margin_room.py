"""Decide how many lines of each note stand beside its words, and which notes stand below the text.

A note in the margin stands beside its words, so the margin must not need more room than the text.
Pages are written before anybody knows their fonts: the heights of lines are estimated from the
style sheets (`readings.css`, `margin.css`), in pixels. Readers who choose another size of letters
change the text and its notes alike. The page's script then finds the exact places.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import groupby
from math import ceil
from typing import NamedTuple

import regex

from build_scripts.model.source_text import Paragraph

_TEXT_LINE, _BETWEEN_PARAGRAPHS, _LETTERS_IN_TEXT_LINE = 32.2, 20.2, 64
_NOTE_LINE, _GAP, _LETTERS_IN_NOTE_LINE = 20.5, 10.0, 42
_SHORT_GAP = 4.0

WHOLE = 1000
"""The number of lines of a note that is not shortened."""
BELOW = 0
"""The number of lines beside the text of a note that is only below it."""

MOST_LINES = 9
"""The greatest number of lines of a note that is shortened; style sheets know the numbers."""

PUSHED = 160.0
"""How far a note with more than one line may push the next ones down, in pixels."""
FAR = 240.0
"""How far any note may be pushed from its words: about a quarter of a window."""
_LOOKS_AHEAD = 8
_LEAST_END = 640.0
"""Where the margin may end beside a text that is shorter than a window."""

_WIDE = regex.compile(r"[\p{East_Asian_Width=W}\p{East_Asian_Width=F}]")
_FOLDED = re.compile(r"(?s)<details.*?</details>")
_END_OF_BLOCK = re.compile(r"</(?:p|li|blockquote|details)>")
_TAG_OR_REFERENCE = re.compile(r"<[^>]*>|(&#?\w+;)")


class Beside(NamedTuple):
    """A note that would stand in the margin.

    Attributes:
        wanted: the top it would have if it were alone, in pixels below the top of the text.
        paragraph: the number of the paragraph with its mark; 0 if it is about the whole reading.
        lines: of the whole note, with those of the quoted words and of its sources and authors.
    """

    wanted: float
    paragraph: int
    lines: int


def width_in_letters(words: str) -> int:
    """The width of words, in letters; the wide characters of UAX #11 count twice."""
    return len(words) if words.isascii() else len(words) + len(_WIDE.findall(words))


def lines_of_note(content: str) -> int:
    """The lines of a note in the margin, from the markup of its entry without the quoted words."""
    unfolded = _FOLDED.sub("x</details>", content)
    blocks = (_TAG_OR_REFERENCE.sub(_shown, block) for block in _END_OF_BLOCK.split(unfolded))
    widths = (width_in_letters(block.strip()) for block in blocks)
    return 1 + sum(ceil(width / _LETTERS_IN_NOTE_LINE) for width in widths)


def _shown(match: re.Match[str]) -> str:
    return "x" if match[1] else ""


class TextHeights:
    """The heights of the paragraphs on a page.

    Attributes:
        end: the height of all of them.
    """

    def __init__(self, source: str, paragraphs: Sequence[Paragraph], *, keeps: bool) -> None:
        self._paragraphs = paragraphs
        self._starts = [paragraph.span.start for paragraph in paragraphs]
        self._tops: list[float] = []
        self._heights: list[float] = []
        self.end = 0.0
        for paragraph in paragraphs:
            span = paragraph.span
            shown = source[span.start : span.end]
            lines = shown.split("\n") if keeps else (shown,)
            widths = (width_in_letters(line) / _LETTERS_IN_TEXT_LINE for line in lines)
            self._tops.append(self.end)
            self._heights.append(_TEXT_LINE * sum(max(1, ceil(width)) for width in widths))
            self.end += self._heights[-1] + _BETWEEN_PARAGRAPHS

    def place(self, end: int, *, at_top: bool) -> tuple[int, float]:
        """The paragraph in which a passage ends on this page, and the top of its last line there.

        With `at_top`, it is the top of the paragraph.
        """
        index = bisect_left(self._starts, end) - 1
        number, span = self._paragraphs[index].number, self._paragraphs[index].span
        if at_top:
            return number, self._tops[index]
        part = (min(end, span.end) - span.start) / (span.end - span.start)
        return number, self._tops[index] + max(0.0, part * self._heights[index] - _TEXT_LINE)


def lines_beside(notes: Sequence[Beside], end: float) -> tuple[int, ...]:
    """How many lines each note has beside the text.

    A note is whole if it has room above the words of the next notes, or pushes them down by
    `PUSHED` at most. Otherwise it has as many lines as its share of that room, and one at least.
    Where notes of a paragraph would still be further than `FAR` from their words or end below the
    text, they and those that push them have one line each. If even this is too much, all notes of
    the paragraph stand below the text. If that were true of most notes of the page, all stand
    there: nobody would look for a few of them in the margin.

    Args:
        notes: in the order of the text.
        end: the height of the text.

    Returns:
        For each note `WHOLE`, a number of lines, or `BELOW`.
    """
    end = max(end, _LEAST_END)
    groups = [tuple(group) for _, group in groupby(range(len(notes)), lambda i: notes[i].paragraph)]
    lines: list[tuple[int, ...]] = []
    bottoms = [0.0]  # above each group
    settled = short_until = 0
    while (index := len(lines)) < len(groups):
        group, above = groups[index], bottoms[-1]
        wanted = notes[group[0]].wanted
        if above <= wanted:
            settled = max(settled, index)  # what is above does not push it
        stack = _stacked(notes, group, above, end, is_short=index < short_until)
        if stack is None and any(number > 1 for one in lines[settled:] for number in one):
            del lines[settled:], bottoms[settled + 1 :]
            short_until = index + 1
            continue
        stack = stack or _stacked(notes, group, above, end, is_short=True)
        if stack is None:
            settled = index + 1
            stack = (BELOW,) * len(group), max(above, wanted) + _NOTE_LINE + _GAP
        lines.append(stack[0])
        bottoms.append(stack[1])
    of_notes = tuple(number for one in lines for number in one)
    if 2 * of_notes.count(BELOW) > len(of_notes):
        return (BELOW,) * len(of_notes)
    return of_notes


def _stacked(
    notes: Sequence[Beside], group: Iterable[int], bottom: float, end: float, *, is_short: bool
) -> tuple[tuple[int, ...], float] | None:
    """The lines of some notes that stand below others, and where they end; None without room."""
    lines: list[int] = []
    for index in group:
        note = notes[index]
        number = 1 if is_short else _share(notes, index, bottom, end)
        shown = note.lines if number == WHOLE else number
        height = shown * _NOTE_LINE
        # The last ones may stand above their lines, so as not to pass the end of the text.
        top = max(bottom, min(note.wanted, end - height))
        if abs(top - note.wanted) > FAR or top + height > end:
            return None
        bottom = top + height + (_GAP if shown > 1 else _SHORT_GAP)
        lines.append(number)
    return tuple(lines), bottom


def _share(notes: Sequence[Beside], index: int, bottom: float, end: float) -> int:
    """The lines of a note below others that leave the next notes as much room as it takes."""
    note = notes[index]
    lowest = end - note.lines * _NOTE_LINE if index == len(notes) - 1 else end
    top = max(bottom, note.wanted - FAR, min(note.wanted, lowest))
    room = (end + _GAP - top) / (len(notes) - index)
    for ahead, later in enumerate(notes[index + 1 : index + 1 + _LOOKS_AHEAD], start=1):
        room = min(room, (later.wanted + PUSHED - top) / ahead)
    if note.lines * _NOTE_LINE + _GAP <= room:
        return WHOLE
    # Without the quoted words, sources and authors.
    return max(1, min(int((room - _GAP) / _NOTE_LINE), MOST_LINES, note.lines - 2))
