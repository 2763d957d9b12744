"""Normalise a text for comparison with quotations, with a way back to the source's characters.

Copying and typing change a text in three ways that are easily overlooked: curly quotes become
straight, one kind or amount of white space replaces another, and letters with accents are composed
or decomposed. Only these differences are removed: quotation marks and apostrophes become straight
(guillemets stay), runs of Unicode white space become one space, and the text is normalised to NFC.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

import regex

from build_scripts.model.span import Span
from build_scripts.text.graphemes import clusters, is_boundary
from build_scripts.text.quotes_and_spaces import DOUBLE_QUOTES, SINGLE_QUOTES, WHITE_SPACE

_WORD = regex.compile(r"[^ ]+")


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """A text, its normalised form, and the exact map between their offsets (code points).

    The map is a sparse table of units: the pieces that do not correspond character for character,
    which are runs of white space that became one space, and grapheme clusters that normalisation
    to NFC changed.
    A unit has a start and an end in both texts, and no offsets inside.
    """

    source: str
    text: str
    _starts: tuple[int, ...] = field(default=(), repr=False)
    _ends: tuple[int, ...] = field(default=(), repr=False)
    _source_starts: tuple[int, ...] = field(default=(), repr=False)
    _source_ends: tuple[int, ...] = field(default=(), repr=False)
    _recomposed: bool = field(default=False, repr=False)

    def source_span(self, start: int, end: int) -> Span:
        """The characters of the source that became ``text[start:end]``.

        White space beside the passage is never part of it; a space in the passage stands for its
        whole run. An offset inside a cluster changed by NFC counts for the whole cluster;
        `aligned_source_span` refuses such offsets.
        """
        if not self._starts:
            return Span(start, end)
        unit = bisect_right(self._starts, start) - 1
        if unit < 0:
            source_start = start
        elif start < self._ends[unit]:
            source_start = self._source_starts[unit]
        else:
            source_start = self._source_ends[unit] + start - self._ends[unit]
        if end <= start:
            return Span(source_start, source_start)
        unit = bisect_left(self._starts, end) - 1
        if unit < 0:
            return Span(source_start, end)
        beyond = end - self._ends[unit]
        return Span(source_start, self._source_ends[unit] + max(0, beyond))

    def aligned_source_span(self, start: int, end: int) -> Span | None:
        """The characters of the source that became ``text[start:end]``, if these are whole.

        None where an end of the passage is not a boundary of grapheme clusters of the source.
        """
        span = self.source_span(start, end)
        if not (is_boundary(self.source, span.start) and is_boundary(self.source, span.end)):
            return None
        # NFC can turn one source character into several (U+0958, for example); matching only some
        # of them is not a match.
        if self._recomposed and (
            self.normalised_offset(span.start) != start or self.normalised_offset(span.end) != end
        ):
            return None
        return span

    def normalised_offset(self, source_offset: int) -> int:
        """Where an offset of the source lies in the normalised text.

        An offset inside a run of white space, or a cluster changed by NFC, is treated as the start
        of that run or cluster.
        """
        unit = bisect_right(self._source_starts, source_offset) - 1
        if unit < 0:
            return source_offset
        if source_offset < self._source_ends[unit]:
            return self._starts[unit]
        return self._ends[unit] + source_offset - self._source_ends[unit]


def _folded(text: str) -> str:
    """The text with straight quotes and plain spaces, character for character.

    It chains `str.replace`, because `str.translate` takes twenty times as long.
    """
    text = text.replace("\n", " ")
    if not text.isprintable():  # no white space other than the plain space is printable
        for character in WHITE_SPACE[1:]:
            text = text.replace(character, " ")
    if not text.isascii():
        for character in SINGLE_QUOTES:
            text = text.replace(character, "'")
        for character in DOUBLE_QUOTES:
            text = text.replace(character, '"')
    return text


def _runs_of_spaces(folded: str) -> list[tuple[int, int]]:
    """Start and end of each run of two or more spaces."""
    runs = []
    start = folded.find("  ")
    while start >= 0:
        end = start + 2
        while folded.startswith(" ", end):
            end += 1
        runs.append((start, end))
        start = folded.find("  ", end)
    return runs


def _recompositions(collapsed: str) -> list[tuple[int, int, str]]:
    """Start, end and NFC of each grapheme cluster that is not in NFC.

    Each word is searched separately, because a space never combines with what follows. Therefore
    the clusters are the same whatever white space precedes the word, and a passage that begins and
    ends at cluster boundaries has the same normalised form by itself as inside its text.
    """
    if unicodedata.is_normalized("NFC", collapsed):
        return []
    changed = []
    for match in _WORD.finditer(collapsed):
        word = match.group()
        if unicodedata.is_normalized("NFC", word):
            continue
        for start, end in clusters(word):
            cluster = word[start:end]
            composed = unicodedata.normalize("NFC", cluster)
            if composed != cluster:
                changed.append((match.start() + start, match.start() + end, composed))
    return changed


def normalise(text: str) -> NormalisedText:
    """Normalise quotation marks, white space and composition; white space at the ends is kept."""
    folded = _folded(text)
    # Each change: start and end in the source, and its replacement in the normalised text.
    changes = [(start, end, " ") for start, end in _runs_of_spaces(folded)]
    spaces = NormalisedText(text, *_apply(folded, changes))
    recompositions = _recompositions(spaces.text)
    if not recompositions:
        return spaces
    changes += [
        (*spaces.source_span(start, end), composed) for start, end, composed in recompositions
    ]
    return NormalisedText(text, *_apply(folded, sorted(changes)), _recomposed=True)


_Offsets = tuple[int, ...]


def _apply(
    folded: str, changes: list[tuple[int, int, str]]
) -> tuple[str, _Offsets, _Offsets, _Offsets, _Offsets]:
    """The changed text, and where the changed pieces start and end in it and in the source."""
    if not changes:
        return folded, (), (), (), ()
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = length = 0
    for start, end, replacement in changes:
        pieces += (folded[position:start], replacement)
        length += start - position
        starts.append(length)
        length += len(replacement)
        ends.append(length)
        position = end
    pieces.append(folded[position:])
    source_starts = tuple(start for start, _, _ in changes)
    source_ends = tuple(end for _, end, _ in changes)
    return "".join(pieces), tuple(starts), tuple(ends), source_starts, source_ends


def normalise_quotation(text: str) -> str:
    """A quotation, normalised like the text that it quotes, without white space at its ends."""
    if text.isascii():
        return " ".join(text.split())
    collapsed = " ".join(_folded(text).split())
    if unicodedata.is_normalized("NFC", collapsed):
        return collapsed
    return normalise(collapsed).text
