"""Find the sentence around a place, after Unicode Annex 29 with two rules of our own.

A line end counts as a blank, since the text is split into paragraphs before; and no sentence ends
after an initial or an abbreviation that comes before names (`abbreviations.py`).
"""

from collections.abc import Iterator
from functools import cache
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
_MARK_BACKWARDS = regex.compile(r"(?r)[\p{SB=STerm}\p{SB=ATerm}]")
_FULL_STOP = regex.compile(r"\p{SB=ATerm}")
_GOES_ON = regex.compile(r"[\p{SB=SContinue}\p{SB=STerm}\p{SB=ATerm}]")  # rule SB8a
_SMALL_LETTER_NEXT = regex.compile(  # SB8; sentences begin with at most so many other characters
    r"[^\p{SB=OLetter}\p{SB=Upper}\p{SB=Lower}\p{SB=STerm}\p{SB=ATerm}]{0,50}\p{SB=Lower}"
)
_WORD = regex.compile(r"(?<!\w)[\p{L}\p{M}]+\Z")
_LONGEST_ABBREVIATION = 12


class Excerpt(NamedTuple):
    """A place in a text: the text before it, its words, and the text after it."""

    before: str
    words: str
    after: str


def excerpt(text: str, span: Span, language: str, length: int) -> Excerpt:
    """A place in its sentence, or in as much of the sentence as there is room for.

    The text is one paragraph. A sentence with more characters than `length` is cut at words, but
    the place itself is shown in full.
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
    """The sentence around a place, or the sentences it runs over, without blanks at either end."""
    start = next((e for e in _ends_backwards(text, language, span.start) if e <= span.start), 0)
    # The mark of an end may be the last one inside the place, with only blanks after it.
    mark = _MARK_BACKWARDS.search(text, 0, span.end)
    first = mark.start() if mark else span.end
    end = next((e for e in _ends(text, language, first) if e >= span.end), len(text))
    start += len(text[start : span.start]) - len(text[start : span.start].lstrip())
    end -= len(text[span.end : end]) - len(text[span.end : end].rstrip())
    return Span(start, end)


def sentence_ends(text: str, language: str) -> tuple[int, ...]:
    """Where the sentences of a text end, including the blanks after them."""
    return tuple(_ends(text, language, 0))


def _ends(text: str, language: str, start: int) -> Iterator[int]:
    """Where sentences end whose marks stand at `start` or after it, in order."""
    known = abbreviations(language)
    return (m.end() for m in _END.finditer(text, start) if _ends_sentence(text, m, known))


def _ends_backwards(text: str, language: str, end: int) -> Iterator[int]:
    """Where sentences end whose marks stand before `end`, the last one first."""
    known = abbreviations(language)
    for mark in _MARK_BACKWARDS.finditer(text, 0, end):
        match = _END.match(text, mark.start())
        if match and _ends_sentence(text, match, known):
            yield match.end()


def _ends_sentence(text: str, match: regex.Match[str], known: frozenset[str]) -> bool:
    """Whether a sentence ends where `_END` matches; `known` are the abbreviations."""
    end = match.end()
    if end == len(text):
        return False
    following = text[end]
    is_capital = "A" <= following <= "Z"  # the patterns would take longer for the same answer
    if not is_capital and _GOES_ON.match(following):
        return False
    is_full_stop = _is_full_stop(text[match.start()])
    # Also after other marks that a quotation mark follows: “Is it?” she asked.
    if not is_capital and (is_full_stop or match["close"]) and _SMALL_LETTER_NEXT.match(text, end):
        return False
    if not is_full_stop:
        return True
    if end == match.end("mark"):  # no blank after it, as in 3.5, example.org and U.S.
        return False
    start = match.start()
    before = text[max(0, start - _LONGEST_ABBREVIATION) : start]
    word = before[before.rfind(" ") + 1 :]
    if not word.isalpha():
        found = _WORD.search(before)
        word = found[0] if found else ""
    return not word or bool(match["close"]) or not _is_shortened(word, known)


@cache
def _is_full_stop(mark: str) -> bool:
    return _FULL_STOP.match(mark) is not None


def _is_shortened(word: str, known: frozenset[str]) -> bool:
    """Whether a word is one letter, as in `A. Puškin` and `z. B.`, or a known abbreviation."""
    return (len(word) == 1 and word.upper() != word.lower()) or word.lower() in known
