"""Show a quotation with the text around it, as a reviewer of a change wants to see it."""

from build_scripts.model.change import QuotedPassage
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span

CHARACTERS_AROUND = 60
"""At most so many characters of the paragraph are shown before a quotation, and after it."""


def quoted_in_text(exact: str, source: SourceText, span: Span) -> QuotedPassage:
    """The quotation `exact`, which stands at a span of a text, with the text around it."""
    paragraph = next(p for p in reversed(source.paragraphs) if p.span.start <= span.start)
    end = next(p.span.end for p in source.paragraphs if span.end <= p.span.end)
    before = source.text[paragraph.span.start : span.start]
    after = source.text[span.end : end]
    if len(before) > CHARACTERS_AROUND:
        # Cut between words where the text has spaces.
        cut = before[-CHARACTERS_AROUND:]
        before = f"…{cut.partition(' ')[2] or cut}"
    if len(after) > CHARACTERS_AROUND:
        cut = after[:CHARACTERS_AROUND]
        after = f"{cut.rpartition(' ')[0] or cut}…"
    words = source.text[span.start : span.end]
    return QuotedPassage(exact, words, before, after, paragraph.number)
