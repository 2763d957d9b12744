"""Judge by the ends of its lines whether a plain text has a paragraph a line, or is wrapped."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

_IS_ENDED = regex.compile(r"[\p{STerm}…:;][\p{Pe}\p{Pf}\p{Pi}\"'*_\s]*\Z")
"""The end of a sentence (Unicode's property Sentence_Terminal), or of a verse or a list's item."""
_LONGER_THAN_ANY_WRAPPED = 160
_LONG_FOR_WRAPPED = 0.6
"""A line that goes on is at least this part of the longest line."""
_LEAST_PAIRS = 3
_LEAST_WRAPPED = 8
_MOST = 0.6


def has_paragraph_a_line(text: str) -> bool:
    """Whether the lines of a text, with LF as its only line end, are probably its paragraphs.

    They are if most lines that another line follows end as sentences do, or if these lines are
    longer than a program that wraps lines would leave them. Verse is not meant: few of its lines
    end sentences.
    """
    pairs = [*_neighbours(text.split("\n"))]
    if len(pairs) < _LEAST_PAIRS:
        return False
    whole = sum(
        bool(_IS_ENDED.search(line[-20:])) or len(line) > _LONGER_THAN_ANY_WRAPPED
        for line, _ in pairs
    )
    return whole >= len(pairs) * _MOST


def looks_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines, each said to be a paragraph, are probably the lines of a wrapped text.

    Then most lines that another line follows are nearly as long as the longest, and do not end as
    sentences do. Empty lines separate stretches of neighbours.
    """
    pairs = [*_neighbours(lines)]
    longest = max(map(len, lines), default=0)
    if len(pairs) < _LEAST_WRAPPED or longest > _LONGER_THAN_ANY_WRAPPED:
        return False
    wrapped = sum(
        len(line) >= longest * _LONG_FOR_WRAPPED and not _IS_ENDED.search(line[-20:])
        for line, _ in pairs
    )
    return wrapped >= len(pairs) * _MOST


def _neighbours(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    return (
        (line, following)
        for line, following in pairwise(lines)
        if line.strip() and following.strip()
    )
