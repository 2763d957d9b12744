"""Guess which passage was meant by a quotation that does not occur.

Used only in messages, never to place an annotation.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from unicodedata import category, normalize

import regex

from build_scripts.merge.anchors.explaining.allowance import Allowance
from build_scripts.merge.anchors.explaining.edges import ELLIPSIS, with_marks
from build_scripts.merge.anchors.explaining.similar import similar_passage
from build_scripts.model.span import Span
from build_scripts.text.graphemes import is_boundary
from build_scripts.text.normalise import normalise_quotation
from build_scripts.text.normalised_text import NormalisedText

_LETTERS = regex.compile(r"[\p{L}\p{N}]+")
_SHORTEST_LEAD = 4
_MOST_COMPARED = 50
"""Places with the same letters."""


class Nearest(NamedTuple):
    """A passage that resembles a quotation, and how it differs."""

    span: Span
    difference: str


def nearest_passage(normalised: NormalisedText, exact: str, allowance: Allowance) -> Nearest | None:
    """The passage that is most like a quotation that does not occur.

    None if no passage is, or if the allowance does not suffice to find out.

    It is, in this order: a match that cuts a character in two; the same letters and digits in the
    same order; or the passage whose words are most like those of the quotation.
    """
    quotation = normalise_quotation(exact)
    start = normalised.text.find(quotation)
    if start >= 0:
        return Nearest(
            _whole_characters(normalised, start, start + len(quotation)),
            "The quotation begins or ends inside a character, such as a letter with an accent",
        )
    if not allowance.prepare(normalised.text):
        return None
    letters = _same_letters(normalised.text, quotation)
    if letters is not None:
        return Nearest(
            _whole_characters(normalised, *letters),
            "The text has other capitals, accents, punctuation, spaces or invisible characters",
        )
    similar = similar_passage(normalised.text, quotation, allowance)
    if similar is None:
        return None
    return Nearest(
        _whole_characters(normalised, *with_marks(normalised.text, *similar, quotation)),
        "The most similar passage differs in the words marked ▸ ◂",
    )


def _whole_characters(normalised: NormalisedText, start: int, end: int) -> Span:
    """The passage of the source, widened to boundaries of grapheme clusters."""
    source_start, source_end = normalised.source_span(start, end)
    while not is_boundary(normalised.source, source_start):
        source_start -= 1
    while not is_boundary(normalised.source, source_end):
        source_end += 1
    return Span(source_start, source_end)


class _Letters(NamedTuple):
    """The letters and digits of a text in lower case without accents, and where each group was."""

    text: str
    offsets: tuple[int, ...]
    sources: tuple[int, ...]

    def source(self, offset: int) -> int:
        group = bisect_right(self.offsets, offset) - 1
        return self.sources[group] + offset - self.offsets[group]


def _plain(text: str) -> str:
    """The text in lower case without accents, of the same length."""
    small = text.lower()
    # A few capitals (U+0130) become two characters, which would shift all offsets after them.
    plain = small if len(small) == len(text) else text
    bases = {}
    for character in set(plain):
        apart = normalize("NFD", character)
        if len(apart) > 1 and all(category(mark).startswith("M") for mark in apart[1:]):
            bases[ord(character)] = apart[0]
    return plain.translate(bases)


@lru_cache(maxsize=8)
def _letters(text: str) -> _Letters:
    groups: list[str] = []
    offsets: list[int] = []
    sources: list[int] = []
    length = 0
    for match in _LETTERS.finditer(_plain(text)):
        groups.append(match.group())
        offsets.append(length)
        sources.append(match.start())
        length += len(groups[-1])
    return _Letters("".join(groups), tuple(offsets), tuple(sources))


def _same_letters(text: str, quotation: str) -> tuple[int, int] | None:
    """The passage with the letters of the quotation; of several, one with most of its marks."""
    sought = "".join(_LETTERS.findall(_plain(quotation)))
    if len(sought) < _SHORTEST_LEAD:
        return None
    letters = _letters(text)
    passages = [
        with_marks(text, letters.source(at), letters.source(at + len(sought) - 1) + 1, quotation)
        for at in islice(_places(letters.text, sought), _MOST_COMPARED)
    ]
    if not passages:
        return None
    # The letters are the same, so the longest has the most marks.
    return max(passages, key=lambda passage: (passage[1] - passage[0], -passage[0]))


def _places(text: str, sought: str, first: int = 0) -> Iterator[int]:
    place = text.find(sought, first)
    while place >= 0:
        yield place
        place = text.find(sought, place + 1)


def across_omissions(normalised: NormalisedText, exact: str, allowance: Allowance) -> Span | None:
    """The shortest passage with the pieces of a quotation that leaves words out with an ellipsis.

    None where it leaves nothing out, where a piece is missing, or where it was not looked for.
    """
    quotation, text = normalise_quotation(exact), normalised.text
    pieces = ["".join(_LETTERS.findall(_plain(piece))) for piece in ELLIPSIS.split(quotation)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) < 2 or not allowance.prepare(text):
        return None
    letters = _letters(text)
    found: list[tuple[int, int]] = []
    for start in islice(_places(letters.text, pieces[0]), _MOST_COMPARED):
        end = start + len(pieces[0])
        for piece in pieces[1:]:
            place = letters.text.find(piece, end)
            if place == -1:
                break
            end = place + len(piece)
        else:
            found.append((start, end))
    if not found:
        return None
    start, end = min(found, key=lambda place: (place[1] - place[0], place))
    passage = letters.source(start), letters.source(end - 1) + 1
    return _whole_characters(normalised, *with_marks(text, *passage, quotation))
