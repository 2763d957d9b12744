"""Show a passage in its context, on one line, for messages to contributors."""

from bisect import bisect_right

from build_scripts.merge.anchors.describe_span import one_line
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.text.graphemes import is_boundary

_CONTEXT = 32
_LONGEST_PASSAGE = 80


def paragraph_numbers(span: Span, text: SourceText) -> tuple[int, int]:
    """The numbers of the paragraphs in which a passage begins and ends."""
    first = bisect_right(text.paragraphs, span.start, key=lambda paragraph: paragraph.span.start)
    last = bisect_right(text.paragraphs, max(span.start, span.end - 1), key=lambda p: p.span.start)
    return max(first, 1), max(last, 1)


def place(span: Span, text: SourceText) -> str:
    """Paragraph and context: ``paragraph 5: … the loans and [the decision] to keep …``."""
    return f"{paragraphs_named(span, text)}: {in_context(span, text.text)}"


def paragraphs_named(span: Span, text: SourceText) -> str:
    """Where a passage stands: ``paragraph 5``, or ``paragraphs 5–6``."""
    first, last = paragraph_numbers(span, text)
    return f"paragraph {first}" if first == last else f"paragraphs {first}–{last}"


def in_context(span: Span, text: str) -> str:
    """The passage in brackets, with a few words of `text` on either side, on one line."""
    start = _cut(text, max(0, span.start - _CONTEXT), span.start)
    end = _cut(text, span.end, min(len(text), span.end + _CONTEXT), at_end=True)
    before = "… " * bool(text[:start].strip()) + _inner_line(text[start : span.start], left=False)
    after = _inner_line(text[span.end : end], left=True) + " …" * bool(text[end:].strip())
    passage = one_line(text[span.start : span.end])
    if len(passage) > _LONGEST_PASSAGE:
        head = _cut(passage, 0, _LONGEST_PASSAGE // 2, at_end=True)
        tail = _cut(passage, len(passage) - _LONGEST_PASSAGE // 2, len(passage))
        passage = f"{passage[:head].rstrip()} … {passage[tail:].lstrip()}"
    return f"{before}[{passage}]{after}"


def _inner_line(text: str, left: bool) -> str:
    """The text on one line. If there was a space next to the passage, it is kept."""
    line = one_line(text)
    if left:
        return " " * text[:1].isspace() + line
    return line + " " * text[-1:].isspace()


def _cut(text: str, start: int, end: int, at_end: bool = False) -> int:
    """Where to cut ``text[start:end]``, so that it starts (or ends) with a whole word.

    If there is no space to cut at, cut at the nearest place that does not split a character.
    """
    offset = end if at_end else start
    if offset in (0, len(text)) or text[offset - 1].isspace() or text[offset].isspace():
        return offset
    if at_end:
        space = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
        if space > start:
            return space
    else:
        spaces = [at for at in (text.find(" ", start, end), text.find("\n", start, end)) if at >= 0]
        if spaces and min(spaces) < end - 1:
            return min(spaces) + 1
    while start < offset < end and not is_boundary(text, offset):
        offset += -1 if at_end else 1
    while not is_boundary(text, offset):
        offset += -1 if at_end else 1
    return offset
