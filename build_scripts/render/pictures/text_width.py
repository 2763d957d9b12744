"""Estimate the width of words, and wrap them, for pictures that lay out their own text.

A build does not know the fonts of the reader's system. The widths are those of a wide font, so that
words that fit here fit in the usual fonts.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain, repeat

from build_scripts.render.page import one_line

_WIDTHS = {
    0.32: " ijlI.,:;'|!·‘’",
    0.45: 'frt()[]{}/\\-–"“”',
    0.64: "abcdeghknopqsuvxyzJ0123456789LEFTS?$€#*+=<>_^~`",
    0.8: "ABCDGHKNOPQRUVXYZ&…←→",
    1.02: "mMwW@%—",
}
_WIDTH_OF = {character: width for width, characters in _WIDTHS.items() for character in characters}
_BY_CLASS = {"W": 1.05, "F": 1.05}
_OTHERS = 0.86
_CUT = "…"


def text_width(words: str, size: float) -> float:
    """The greatest width of a line of words, in the unit of the size of its letters."""
    return size * sum(map(_width, words))


def _width(character: str) -> float:
    known = _WIDTH_OF.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0.0
    return _BY_CLASS.get(unicodedata.east_asian_width(character), _OTHERS)


def wrapped(
    words: str, size: float, width: float, lines: int, first_width: float | None = None
) -> tuple[str, ...]:
    """Words on at most `lines` lines, cut with an ellipsis if they need more.

    The first line has a width of its own if something else stands on it.
    """
    widths = chain([width if first_width is None else first_width], repeat(width))
    remaining = one_line(words)
    result: list[str] = []
    for room in widths:
        if text_width(remaining, size) <= room:
            return (*result, remaining)
        if len(result) == lines - 1:
            return (*result, _cut(remaining, size, room))
        line = _fitting_words(remaining, size, room)
        if not line and room < width:  # not a word fits: begin on the next line
            result.append("")
            continue
        line = line or _fitting(remaining, size, room)
        result.append(line)
        remaining = remaining[len(line) :].lstrip(" ")
    raise AssertionError("there is always one more width")


def is_cut(words: str, lines: Iterable[str]) -> bool:
    """Whether words are more than the lines on which they were `wrapped`."""
    return "".join("".join(lines).split()) != "".join(words.split())


def _fitting_words(words: str, size: float, width: float) -> str:
    """As many whole words as fit on a line; empty if the first does not fit."""
    fitting = ""
    for end in _word_ends(words):
        if text_width(words[:end], size) > width:
            break
        fitting = words[:end]
    return fitting


def _word_ends(words: str) -> Iterator[int]:
    yield from (i for i, character in enumerate(words) if character == " ")
    yield len(words)


def _fitting(words: str, size: float, width: float) -> str:
    """As many characters as fit on a line, at least one."""
    room = width / size
    for index, character in enumerate(words):
        room -= _width(character)
        if room < 0:
            return words[: max(index, 1)]
    return words


def _cut(words: str, size: float, width: float) -> str:
    """The beginning of words that are too long for a line, with an ellipsis."""
    room = width - text_width(_CUT, size)
    head = _fitting_words(words, size, room) or _fitting(words, size, room)
    return f"{head.rstrip(' ')}{_CUT}"
