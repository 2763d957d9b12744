"""Brackets that have no partner, or a partner of another shape."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import regex

from build_scripts.model.annotation import Certainty
from build_scripts.model.span import Span
from build_scripts.suggest.proposal import CorrectionProposal
from build_scripts.suggest.subject import Subject

_PAIRS = {"(": ")", "[": "]", "{": "}", "（": "）", "［": "］", "【": "】", "〔": "〕"}
_BRACKET = regex.compile(r"[()\[\]{}（）［］【】〔〕]")
_LIST_MARK = regex.compile(r"(?:^|\s)[\p{L}\p{N}.]{1,4}\Z")
_SMILEY = regex.compile(r"[:;=]-?\Z")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


class _Open(NamedTuple):
    mark: str
    at: int


def unmatched_brackets(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each bracket without its partner in the text.

    The text does not say what to write instead: the bracket may be too many, or its partner
    missing. Brackets of a list (`a)`) have no partner.
    """
    text = subject.source.text
    opened: list[_Open] = []
    for match in _BRACKET.finditer(text):
        mark, at = match.group(), match.start()
        if mark in _PAIRS:
            if not (mark == "(" and _SMILEY.search(text, max(0, at - 2), at)):
                opened.append(_Open(mark, at))
            continue
        if opened and _PAIRS[opened[-1].mark] == mark:
            opened.pop()
        elif opened and _is_near(opened[-1].at, at, subject):
            open_at = opened.pop()
            yield from _beside(subject, at, _PAIRS[open_at.mark], "It closes one of another shape.")
        elif not _is_harmless(text, at):
            yield from _beside(subject, at, "", "Nothing opens this bracket.")
    for _, at in opened:
        yield from _beside(subject, at, "", "Nothing closes this bracket.")


def _is_near(at: int, other: int, subject: Subject) -> bool:
    """Whether two places are in one paragraph."""
    starts = [paragraph.span.start for paragraph in subject.source.paragraphs]
    return bisect_right(starts, at) == bisect_right(starts, other)


def _is_harmless(text: str, at: int) -> bool:
    return text[at] == ")" and bool(
        _LIST_MARK.search(text, max(0, at - 6), at) or _SMILEY.search(text, max(0, at - 2), at)
    )


def _beside(subject: Subject, at: int, instead: str, why: str) -> Iterator[CorrectionProposal]:
    """A correction of a mark, with the word beside it to show which mark is meant."""
    text = subject.source.text
    before = [match for match in _WORD.finditer(text, max(0, at - 40), at) if match.end() == at]
    after = _WORD.match(text, at + 1)
    start = before[-1].start() if before else at
    end = after.end() if after and not before else at + 1
    reading = text[start:at] + instead + text[at + 1 : end]
    if reading.strip():
        yield CorrectionProposal(
            Span(start, end),
            reading,
            Certainty.LIKELY if instead else Certainty.CONJECTURE,
            "mark-without-partner",
            f"{why} It may be too many, or the other one was lost." if not instead else why,
        )
