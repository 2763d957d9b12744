"""A source text and its paragraphs."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import StrEnum

from build_scripts.model.line_end import LineEnd
from build_scripts.model.span import Span

LEFT_OUT = "\ufdd0"
"""Stands for each character of a text that is not published. No text has it, as it is none of
Unicode's characters, so it is never mistaken for text."""
GAP = "[…]"
"""What readers see in place of words that are left out."""
_LEFT_OUT = re.compile(f"{LEFT_OUT}+")


class ParagraphRule(StrEnum):
    """What separates the paragraphs of a source: blank lines, or every line end.

    The second is how word processors save a document as plain text.
    """

    BLANK_LINES = "blank-lines"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the source: its number in the whole reading, from 1, and its span.

    The span contains neither the line end that closes the paragraph nor the blank lines after it.
    """

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class SourceText:
    """The decoded text of a source file, without the byte order mark and the declared header.

    Attributes:
        path: the file, relative to the project's root, with ``/``.
        sha256: of the file's bytes, in hexadecimal.
        header: the beginning of the file that is not part of the text; may be empty.
        text: the text; every end of a line has become LF, which is the only normalisation.
        paragraphs: in order, numbered from 1; none if the text could not be read.
        rule: what separates the paragraphs.
        line_ends: those inside words, in order.
    """

    path: str
    sha256: str
    header: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    rule: ParagraphRule = ParagraphRule.BLANK_LINES
    line_ends: tuple[LineEnd, ...] = ()

    def paragraph_text(self, number: int) -> str:
        """The characters of one paragraph."""
        span = self.paragraphs[number - 1].span
        return self.text[span.start : span.end]

    def unbroken(self, start: int, end: int) -> str:
        """The words between two offsets, without the line ends inside words.

        `GAP` stands for words that are left out.
        """
        pieces = []
        for line_end in self.line_ends[bisect_left(self.line_ends, (start,)) :]:
            if line_end.hyphen >= end:
                break
            if (hidden := line_end.hidden) and hidden.end <= end:
                pieces.append(self.text[start : hidden.start])
                start = hidden.end
        words = "".join((*pieces, self.text[start:end]))
        return _LEFT_OUT.sub(f" {GAP} ", words) if LEFT_OUT in words else words

    def shows(self, span: Span) -> bool:
        """Whether all words of a passage are there: none of them is left out."""
        return self.text.find(LEFT_OUT, span.start, span.end) < 0

    def leaves_out(self, span: Span) -> bool:
        """Whether nothing of a passage is there."""
        return self.text[span.start : span.end].strip(LEFT_OUT) == ""

    def shown_text(self, span: Span | None = None) -> str:
        """What is there of a passage, or of the whole text, without blanks at its ends."""
        text = self.text[span.start : span.end] if span else self.text
        return _LEFT_OUT.sub(" ", text).strip() if LEFT_OUT in text else text

    def without(self, gaps: tuple[Span, ...]) -> "SourceText":
        """The text as it is published if these places are left out, which do not overlap.

        All offsets stay. The fingerprint is gone, since words could be guessed and tried with it.
        """
        pieces: list[str] = []
        position = 0
        for gap in gaps:
            pieces += (self.text[position : gap.start], LEFT_OUT * (gap.end - gap.start))
            position = gap.end
        text = "".join((*pieces, self.text[position:]))
        ends = (end for end in self.line_ends if text.find(LEFT_OUT, end[0], end[2] + 1) < 0)
        return replace(self, text=text, sha256="", line_ends=tuple(ends))

    def paragraphs_span(self, first: int, last: int) -> Span:
        """The span from the first character of one paragraph to the last of another."""
        return Span(self.paragraphs[first - 1].span.start, self.paragraphs[last - 1].span.end)
