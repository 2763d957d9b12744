"""A text in the form in which it is compared, with an exact way back to its own characters."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from build_scripts.model.line_end import LineEnd
from build_scripts.model.span import Span
from build_scripts.text.graphemes import is_boundary

# It would be composed with the character before it, if nothing stood between the two.
_COMPOSES = regex.compile(r"[\p{M}\p{GCB=Extend}\u200d\u1160-\u11ff\ud7b0-\ud7ff]")

Change = tuple[int, int, str]
"""Start and end of a piece of the source, and what stands for it in the normalised text."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class NormalisedText:
    """A text, its normalised form, and the exact map between their offsets (code points).

    The map is a sparse table of units: the pieces that do not correspond character for character.
    These are runs of white space that became one space, grapheme clusters that were composed, and
    what was left out, which has no length in the normalised text.
    A unit has a start and an end in both texts, and no offsets inside.

    Attributes:
        source: the text.
        text: its normalised form.
        language: the language of the text (BCP 47), if it matters.
        line_ends: those inside its words.
    """

    source: str
    text: str
    _starts: tuple[int, ...] = field(default=(), repr=False)
    _ends: tuple[int, ...] = field(default=(), repr=False)
    _source_starts: tuple[int, ...] = field(default=(), repr=False)
    _source_ends: tuple[int, ...] = field(default=(), repr=False)
    _recomposed: bool = field(default=False, repr=False)
    language: str = field(default="", kw_only=True)
    line_ends: tuple[LineEnd, ...] = field(default=(), kw_only=True, repr=False)

    @property
    def has_same_offsets(self) -> bool:
        """Whether the normalised text corresponds to the source character for character."""
        return not self._starts

    def source_span(self, start: int, end: int) -> Span:
        """The characters of the source that became ``text[start:end]``.

        Neither white space beside the passage nor what was left out there is part of it; a space in
        the passage stands for its whole run. An offset inside a cluster that was composed counts
        for the whole cluster; `aligned_source_span` refuses such offsets.
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

        An offset inside a unit is treated as the start of that unit.
        """
        unit = bisect_right(self._source_starts, source_offset) - 1
        if unit < 0:
            return source_offset
        if source_offset < self._source_ends[unit]:
            return self._starts[unit]
        return self._ends[unit] + source_offset - self._source_ends[unit]

    def has_whole(self, span: Span) -> bool:
        """Whether a span begins and ends with something that counts, and with all of it."""
        start, end = map(self.normalised_offset, span)
        words = self.text[start:end]
        return words != "" and words.strip(" ") == words and self.source_span(start, end) == span

    def words(self, span: Span) -> str:
        """The source's own characters in a span, on one line and without what was left out.

        These words stand for the same normalised text as the span does. For that, what was left
        out stays where its neighbours would else become one character.
        """
        first = bisect_left(self._source_starts, span.start)
        last = bisect_right(self._source_ends, span.end)
        pieces: list[str] = []
        position = span.start
        for unit in range(first, last):
            stands_for = self.text[self._starts[unit] : self._ends[unit]]
            beyond = self._source_ends[unit]
            if stands_for == " " or not (stands_for or _COMPOSES.match(self.source, beyond)):
                pieces += (self.source[position : self._source_starts[unit]], stands_for)
                position = beyond
        pieces.append(self.source[position : span.end])
        return " ".join("".join(pieces).split())


def changed(
    source: str,
    folded: str,
    changes: Sequence[Change],
    language: str = "",
    line_ends: tuple[LineEnd, ...] = (),
) -> NormalisedText:
    """A text whose characters were replaced one by one, and then in some pieces.

    Args:
        source: the text.
        folded: the same after the replacement of single characters, of the same length.
        changes: the further pieces, in order; they do not overlap.
        language: of the text, if it matters.
        line_ends: those inside its words.
    """
    if not changes:
        return NormalisedText(source, folded, language=language, line_ends=line_ends)
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
    return NormalisedText(
        source,
        "".join(pieces),
        tuple(starts),
        tuple(ends),
        tuple(start for start, _, _ in changes),
        tuple(end for _, end, _ in changes),
        any(replacement not in ("", " ") for _, _, replacement in changes),
        language=language,
        line_ends=line_ends,
    )
