"""Find all places of a quotation in a text, with or without its context.

Every match is returned, overlapping ones included; callers decide what several or none mean.
"""

from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.text.normalise import normalise_quotation
from build_scripts.text.normalised_text import NormalisedText


def find_all(
    normalised: NormalisedText, exact: str, prefix: str = "", suffix: str = ""
) -> tuple[Span, ...]:
    """All matches of a quotation that stand between `prefix` and `suffix`, in order.

    A match begins and ends at boundaries of grapheme clusters. White space at the ends of all
    three strings is ignored, and so is white space where they meet: a plain YAML scalar cannot
    hold it. An empty prefix or suffix stands for anything. Spans are those of the source.
    """
    quotation = normalise_quotation(exact)
    before = normalise_quotation(prefix) if prefix else ""
    after = normalise_quotation(suffix) if suffix else ""
    spans: list[Span] = []
    start = normalised.text.find(quotation) if quotation else -1
    while start >= 0:
        end = start + len(quotation)
        if (not before or stands_before(normalised.text, start, before)) and (
            not after or stands_after(normalised.text, end, after)
        ):
            span = normalised.aligned_source_span(start, end)
            if span is not None:
                spans.append(span)
        start = normalised.text.find(quotation, start + 1)
    return tuple(spans)


def in_paragraph(
    matches: tuple[Span, ...], number: int | None, source: SourceText
) -> tuple[Span, ...]:
    """The matches that lie wholly in a paragraph; all of them where no number is given.

    There are none in a paragraph that does not exist.
    """
    if number is None:
        return matches
    if not 1 <= number <= len(source.paragraphs):
        return ()
    border = source.paragraphs[number - 1].span
    return tuple(match for match in matches if border.covers(match))


def stands_before(text: str, offset: int, prefix: str) -> bool:
    """Whether a normalised prefix stands before an offset of a normalised text."""
    return text.endswith(prefix, 0, end_of_context(text, offset))


def stands_after(text: str, offset: int, suffix: str) -> bool:
    """Whether a normalised suffix stands after an offset of a normalised text."""
    return text.startswith(suffix, start_of_context(text, offset))


def end_of_context(text: str, offset: int) -> int:
    """Where the normalised text before a match ends, without white space."""
    return offset - 1 if offset > 0 and text[offset - 1] == " " else offset


def start_of_context(text: str, offset: int) -> int:
    """Where the normalised text after a match begins, without white space."""
    return offset + 1 if offset < len(text) and text[offset] == " " else offset
