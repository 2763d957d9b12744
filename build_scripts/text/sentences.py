"""The sentence in which a place stands: Unicode Annex 29, with two rules of our own.

A line end is a blank, since paragraphs are found before; and no sentence ends after an initial or
an abbreviation that stands before names (`abbreviations.py`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from build_scripts.model.span import Span
from build_scripts.text.abbreviations import abbreviations

_MARKS = r"\p{SB=Extend}\p{SB=Format}"
_END = regex.compile(
    rf"(?P<mark>[\p{{SB=STerm}}\p{{SB=ATerm}}])[{_MARKS}]*"
    rf"(?P<close>[\p{{SB=Close}}{_MARKS}]*)"
    rf"[\p{{SB=Sp}}\p{{SB=Sep}}\p{{SB=CR}}\p{{SB=LF}}{_MARKS}]*"
)
_FULL_STOP = regex.compile(r"\p{SB=ATerm}")
_GOES_ON = regex.compile(r"[\p{SB=SContinue}\p{SB=STerm}\p{SB=ATerm}]")  # rule SB8a
_SMALL_LETTER_NEXT = regex.compile(  # SB8; no sentence begins with so much that is no letter
    r"[^\p{SB=OLetter}\p{SB=Upper}\p{SB=Lower}\p{SB=STerm}\p{SB=ATerm}]{0,50}\p{SB=Lower}"
)
_WORD = regex.compile(r"(?<!\w)[\p{L}\p{M}]+\Z")
_LONGEST_ABBREVIATION = 12


class Excerpt(NamedTuple):
    """A place in a text: what stands before it, its words, what stands after it."""

    before: str
    words: str
    after: str


def excerpt(text: str, span: Span, language: str, length: int) -> Excerpt:
    """A place in its sentence, or in as much of it as there is room for.

    Args:
        text: of one paragraph.
        span: the place.
        language: of the text, as a tag.
        length: how many characters are shown, if the place itself has no more; a sentence that is
            longer is cut at words.
    """
    sentence = sentence_around(text, span, language)
    before, after = span.start - sentence.start, sentence.end - span.end
    room = max(length - (span.end - span.start), length // 3)
    if before + after > room:
        before = min(before, max(room // 2, room - after))
        after = min(after, room - before)
    left = text[span.start - before : span.start]
    right = text[span.end : span.end + after]
    if span.start - before > sentence.start:
        left = "…" + (left.partition(" ")[2] or left)
    if span.end + after < sentence.end:
        right = (right.rpartition(" ")[0] or right) + "…"
    return Excerpt(left, text[span.start : span.end], right)


def sentence_around(text: str, span: Span, language: str) -> Span:
    """The sentence in which a place stands, or those over which it runs; without blanks around."""
    ends = _ends(text, language)
    first = bisect_right(ends, span.start)
    start = ends[first - 1] if first else 0
    last = bisect_left(ends, span.end)
    end = ends[last] if last < len(ends) else len(text)
    start += len(text[start : span.start]) - len(text[start : span.start].lstrip())
    end -= len(text[span.end : end]) - len(text[span.end : end].rstrip())
    return Span(start, end)


@lru_cache(maxsize=4_096)
def _ends(text: str, language: str) -> tuple[int, ...]:
    """Where the sentences of a text end, with the blanks behind them."""
    return tuple(_sentence_ends(text, language))


def _sentence_ends(text: str, language: str) -> Iterator[int]:
    known = abbreviations(language)
    for match in _END.finditer(text):
        end = match.end()
        if end == len(text) or _GOES_ON.match(text, end):
            continue
        is_full_stop = _FULL_STOP.match(match["mark"]) is not None
        # After other marks too, behind quotation marks: “Is it?” she asked.
        if (is_full_stop or match["close"]) and _SMALL_LETTER_NEXT.match(text, end):
            continue
        if is_full_stop:
            if end == match.end("mark"):  # nothing behind it, as in 3.5, example.org and U.S.
                continue
            start = match.start()
            word = _WORD.search(text[max(0, start - _LONGEST_ABBREVIATION) : start])
            if word is not None and not match["close"] and _is_shortened(word[0], known):
                continue
        yield end


def _is_shortened(word: str, known: frozenset[str]) -> bool:
    """Whether it is one letter, as in `A. Puškin` and `z. B.`, or a known abbreviation."""
    return (len(word) == 1 and word.upper() != word.lower()) or word.lower() in known
