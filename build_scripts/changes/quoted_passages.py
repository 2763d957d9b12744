"""Passages in their surroundings, as whoever reviews a change wants to see them."""

from build_scripts.model.change import QuotedPassage
from build_scripts.model.placed import PlacedAnnotation
from build_scripts.model.reading import Reading
from build_scripts.model.selector import (
    ParagraphsSelector,
    ReadingSelector,
    Selector,
    TextQuoteSelector,
)
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span

SURROUNDINGS = 60
"""So many characters are shown before a passage, and after it."""


def place_of(
    selector: Selector, reading: Reading, placed: PlacedAnnotation | None
) -> QuotedPassage:
    """A target with what stands around it; by itself, where it has found no place."""
    if placed is None or not isinstance(selector, TextQuoteSelector):
        return quoted(selector)
    return passage_around(selector, reading.source, placed.span)


def passage_around(selector: Selector, source: SourceText, span: Span) -> QuotedPassage:
    """A target that has found its place."""
    if not isinstance(selector, TextQuoteSelector):
        return quoted(selector)
    paragraph = next(p for p in reversed(source.paragraphs) if p.span.start <= span.start)
    end = next(p.span.end for p in source.paragraphs if span.end <= p.span.end)
    start = paragraph.span.start
    before, after = source.text[start : span.start], source.text[span.end : end]
    if len(before) > SURROUNDINGS:
        # At a word, where the text has blanks between words.
        cut = before[-SURROUNDINGS:]
        before = f"…{cut.partition(' ')[2] or cut}"
    if len(after) > SURROUNDINGS:
        cut = after[:SURROUNDINGS]
        after = f"{cut.rpartition(' ')[0] or cut}…"
    words = source.text[span.start : span.end]
    return QuotedPassage(_written(selector), words, before, after, paragraph.number)


def quoted(selector: Selector) -> QuotedPassage:
    """A target without its surroundings."""
    words = selector.exact if isinstance(selector, TextQuoteSelector) else _written(selector)
    return QuotedPassage(_written(selector), words)


def _written(selector: Selector) -> str:
    match selector:
        case ReadingSelector():
            return "the whole reading"
        case ParagraphsSelector(first=first, last=last):
            return f"paragraph {first}" if first == last else f"paragraphs {first}–{last}"
        case TextQuoteSelector():
            further = {
                "prefix": selector.prefix,
                "suffix": selector.suffix,
                "occurrence": selector.occurrence,
                "paragraph": selector.paragraph,
            }
            return "; ".join(
                [selector.exact, *(f"{key}: {value}" for key, value in further.items() if value)]
            )
