"""A source text as the reader is to see it."""

from dataclasses import dataclass

from build_scripts.model.span import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the source: its number from 1 through the whole reading, and its span.

    The span holds neither the line end that closes the paragraph nor the blank lines after it.
    """

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class SourceText:
    """The decoded text of a source file, less the byte order mark and the declared header.

    Attributes:
        path: the file, relative to the project's root, with ``/``.
        sha256: of the bytes of the file, in hexadecimal.
        header: what stands before the text and is not part of it (may be empty).
        text: the text; CRLF and CR have become LF, which is the only normalisation.
        paragraphs: in order, numbered from 1; none where the text could not be read.
    """

    path: str
    sha256: str
    header: str
    text: str
    paragraphs: tuple[Paragraph, ...]

    def paragraph_text(self, number: int) -> str:
        """The characters of one paragraph."""
        span = self.paragraphs[number - 1].span
        return self.text[span.start : span.end]

    def paragraphs_span(self, first: int, last: int) -> Span:
        """The span from the first character of one paragraph to the last of another."""
        return Span(self.paragraphs[first - 1].span.start, self.paragraphs[last - 1].span.end)
