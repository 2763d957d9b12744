"""Bytes of a source file to its text and paragraphs (see docs/guide/architecture.md, The text)."""

import hashlib

import regex

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.origin import Document, Origin
from build_scripts.model.source_text import Paragraph, SourceText
from build_scripts.model.span import Span
from build_scripts.read.files import decode

# C0 and C1 controls but tab, line feed and form feed (carriage returns are gone by then);
# surrogates, which UTF-8 cannot hold anyway; and the 66 noncharacters of Unicode.
_FORBIDDEN = regex.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]|\p{Noncharacter_Code_Point}"
)


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Paragraphs of a text: runs of lines, separated by lines that hold only spaces or tabs.

    Args:
        text: with LF as the only line end.

    Returns:
        Paragraphs in order, numbered from 1; a form feed alone in a line is a paragraph.
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
        elif start is not None:
            spans.append(Span(start, end))
            start = None
        line_start += len(line) + 1
    if start is not None:
        spans.append(Span(start, end))
    return tuple(Paragraph(number, span) for number, span in enumerate(spans, start=1))


def read_source_text(
    path: str, content: bytes, header: str, header_origin: Origin
) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    """Make the text of a reading from the bytes of its source.

    Args:
        path: of the source, relative to the root.
        content: the bytes, as received.
        header: what stands before the text and is not part of it, declared in reading.yml.
        header_origin: where it is declared.

    Returns:
        The text, or None where the file cannot be used; and what is wrong with it.
    """
    decoded, diagnostics = decode(path, content, Code.SOURCE_ENCODING)
    if diagnostics:
        return None, diagnostics
    text = decoded.replace("\r\n", "\n").replace("\r", "\n")
    document = Document(path, text)
    # What is printable is not forbidden; asking this first takes an eighth of the time.
    suspicious = () if text.replace("\n", "").isprintable() else _FORBIDDEN.finditer(text)
    forbidden = tuple(
        Origin(document, match.start()).diagnostic(
            Code.SOURCE_CHARACTER,
            f"The text holds U+{ord(match.group()):04X}, a control character or noncharacter",
            "Remove it, or replace it by the character that was meant.",
        )
        for match in suspicious
    )
    if forbidden:
        return None, forbidden
    if not text.startswith(header):
        begins = text[: max(20, len(header))]
        return None, (
            header_origin.diagnostic(
                Code.SOURCE_HEADER,
                f"{path} does not begin with the declared header",
                f"It begins with {begins!r}; copy the header exactly, in quotation marks.",
            ),
        )
    body = text[len(header) :]
    paragraphs = split_paragraphs(body)
    if not paragraphs:
        return None, (
            Origin(document, 0).diagnostic(Code.SOURCE_EMPTY, "The source holds no text"),
        )
    digest = hashlib.sha256(content).hexdigest()
    return SourceText(path, digest, header, body, paragraphs), ()
