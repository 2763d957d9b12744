"""Decode a source file and split it into paragraphs (see docs/guide/architecture.md, The text)."""

import hashlib
import json

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.source_text import Paragraph, ParagraphRule, SourceText
from build_scripts.model.span import Span
from build_scripts.read.files.documents import decode
from build_scripts.read.files.forbidden_characters import forbidden_characters
from build_scripts.text.beginning import end_of_beginning
from build_scripts.text.line_ends import with_line_feeds


def split_paragraphs(
    text: str, rule: ParagraphRule = ParagraphRule.BLANK_LINES
) -> tuple[Paragraph, ...]:
    """Split a text, which has LF as its only line end, at lines that hold only spaces or tabs.

    With `ParagraphRule.LINES`, each other line is a paragraph. Paragraphs are numbered from 1. A
    form feed alone on a line is a paragraph.
    """
    spans: list[Span] = []
    start: int | None = None
    line_start = 0
    end = 0
    for line in text.split("\n"):
        if line.strip(" \t"):
            if start is None:
                start = line_start
            end = line_start + len(line)
            if rule is ParagraphRule.LINES:
                spans.append(Span(start, end))
                start = None
        elif start is not None:
            spans.append(Span(start, end))
            start = None
        line_start += len(line) + 1
    if start is not None:
        spans.append(Span(start, end))
    return tuple(Paragraph(number, span) for number, span in enumerate(spans, start=1))


def _end_of_header(text: str, header: str) -> int | None:
    """Where the header of a text ends, with the white space after it that the header has as well.

    None if the text does not begin with it.
    """
    if text.startswith(header):
        return len(header)
    end = end_of_beginning(text, header)
    if end is not None and header[-1:].isspace():
        end = len(text) - len(text[end:].lstrip())
    return end


def read_source_text(
    path: str,
    content: bytes,
    header: str,
    header_origin: Origin,
    rule: ParagraphRule = ParagraphRule.BLANK_LINES,
) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    """Make the text of a reading from the bytes of its source; None if it cannot be used.

    The header is the beginning of the file that is not part of the text, as reading.yml has it;
    `rule` says what separates the paragraphs.
    """
    decoded, diagnostics = decode(path, content, Code.SOURCE_ENCODING)
    if diagnostics:
        return None, diagnostics
    text = with_line_feeds(decoded)
    document = Document(path, text)
    forbidden = forbidden_characters(document, Code.SOURCE_CHARACTER)
    if forbidden:
        return None, forbidden
    body_start = _end_of_header(text, header)
    if body_start is None:
        begins = text[: max(20, len(header))]
        return None, (
            header_origin.diagnostic(
                Code.SOURCE_HEADER,
                f"`{path}` does not begin with this header",
                f"It begins with {json.dumps(begins, ensure_ascii=False)}. Copy the header "
                "exactly, including spaces, and put it into quotation marks.",
            ),
        )
    body = text[body_start:]
    paragraphs = split_paragraphs(body, rule)
    if not paragraphs:
        return None, (
            Origin(document, 0).diagnostic(
                Code.SOURCE_EMPTY,
                "The source contains no text",
                "Put the text into the file" + (", after its header." if header else "."),
            ),
        )
    digest = hashlib.sha256(content).hexdigest()
    return SourceText(path, digest, text[:body_start], body, paragraphs, rule), ()
