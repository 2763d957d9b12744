"""What the site shows of a text that is not published whole, and the reading as it is then.

The words that are kept back are not in a published reading: `LEFT_OUT` stands for each of their
characters. So no page, search or download can show them, whatever it quotes, and every offset
stays as it is.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

import regex

from build_scripts.model.annotation import (
    Correction,
    CrossReference,
    Note,
    PassageReference,
    Term,
)
from build_scripts.model.placed import LEFT_OUT_STYLE, PlacedAnnotation, PlacedStyle
from build_scripts.model.reading import ParagraphStyle, Publish, Reading
from build_scripts.model.selector import Selector, TextQuoteSelector
from build_scripts.model.source_text import LEFT_OUT, SourceText
from build_scripts.model.span import Span
from build_scripts.text.sentences import sentence_around
from build_scripts.text.words_in_order import WORD

CONTEXT_WORDS = 5
"""How many words of its sentence are shown before an annotated passage, and after it. In scripts
without spaces between words, a character is a word."""

_LETTER_OR_DIGIT = regex.compile(r"\w")


def shown_pieces(reading: Reading, passages: Iterable[Span]) -> tuple[Span, ...]:
    """The pieces of a text that the site shows, in order; each lies in one paragraph.

    Args:
        reading: the whole reading.
        passages: those that are annotated or referred to.
    """
    paragraphs = reading.source.paragraphs
    if reading.publish is Publish.FULL:
        return tuple(paragraph.span for paragraph in paragraphs)
    if reading.publish is Publish.NOTES:
        return ()
    starts = [paragraph.span.start for paragraph in paragraphs]
    by_paragraph: dict[int, list[Span]] = {}
    for passage in passages:
        first = bisect_right(starts, passage.start) - 1
        last = bisect_right(starts, passage.end - 1) - 1
        for index in range(max(first, 0), last + 1):
            around = paragraphs[index].span
            inside = Span(max(passage.start, around.start), min(passage.end, around.end))
            if inside.start < inside.end:
                by_paragraph.setdefault(index, []).append(_with_context(reading, around, inside))
    return tuple(
        piece
        for index, pieces in sorted(by_paragraph.items())
        for piece in _joined(reading.source.text, paragraphs[index].span, sorted(pieces))
    )


def _with_context(reading: Reading, paragraph: Span, passage: Span) -> Span:
    """A passage with as many words of its sentence on either side as are shown."""
    text = reading.source.text[paragraph.start : paragraph.end]
    start, end = passage.start - paragraph.start, passage.end - paragraph.start
    sentence = sentence_around(text, Span(start, end), reading.metadata.language)
    before = [match.start() for match in WORD.finditer(text, sentence.start, start)]
    after = [match.end() for match in WORD.finditer(text, end, sentence.end)]
    first = before[-CONTEXT_WORDS] if len(before) > CONTEXT_WORDS else sentence.start
    last = after[CONTEXT_WORDS - 1] if len(after) > CONTEXT_WORDS else sentence.end
    while first > sentence.start and _touches(text[first - 1]):
        first -= 1
    while last < sentence.end and _touches(text[last]):
        last += 1
    return Span(paragraph.start + min(first, start), paragraph.start + max(last, end))


def _touches(character: str) -> bool:
    """Whether a character next to a word is shown with it, such as a quotation mark."""
    return not character.isspace() and _LETTER_OR_DIGIT.match(character) is None


def _joined(text: str, paragraph: Span, pieces: list[Span]) -> Iterator[Span]:
    """The pieces of a paragraph, joined where no word stands between them."""
    start, end = pieces[0]
    if not _LETTER_OR_DIGIT.search(text, paragraph.start, start):
        start = paragraph.start
    for piece in pieces[1:]:
        if piece.start > end and _LETTER_OR_DIGIT.search(text, end, piece.start):
            yield Span(start, end)
            start = piece.start
        end = max(end, piece.end)
    yield Span(start, end if _LETTER_OR_DIGIT.search(text, end, paragraph.end) else paragraph.end)


def published_reading(reading: Reading, shown: tuple[Span, ...]) -> Reading:
    """The reading without what is kept back; `shown` are the pieces that are not.

    A paragraph of which nothing is shown is no heading, question or line of verse any more.
    """
    source = reading.source.without(tuple(_gaps(reading.source, shown)))
    styles = (
        ParagraphStyle() if source.leaves_out(paragraph.span) else style
        for paragraph, style in zip(source.paragraphs, reading.styles, strict=True)
    )
    return replace(reading.text_alone(), source=source, styles=tuple(styles))


def _gaps(source: SourceText, shown: Iterable[Span]) -> Iterator[Span]:
    """What is between the pieces that are shown, paragraph by paragraph."""
    pieces = {paragraph.span: list[Span]() for paragraph in source.paragraphs}
    starts = [paragraph.span.start for paragraph in source.paragraphs]
    for piece in shown:
        pieces[source.paragraphs[bisect_right(starts, piece.start) - 1].span].append(piece)
    for around, inside in pieces.items():
        edges = ((around.start, around.start), *inside, (around.end, around.end))
        for (_, start), (end, _) in pairwise(edges):
            if start < end:
                yield Span(start, end)


def published_styles(source: SourceText, styles: Iterable[PlacedStyle]) -> tuple[PlacedStyle, ...]:
    """The styles of words that are shown, and the places where words are left out."""
    kept = (style for style in styles if source.shows(style.span))
    return (*kept, *(PlacedStyle(gap, LEFT_OUT_STYLE) for gap in _left_out(source)))


def _left_out(source: SourceText) -> Iterator[Span]:
    for match in regex.finditer(f"{LEFT_OUT}+", source.text):
        yield Span(*match.span())


def published_annotation(placed: PlacedAnnotation, source: SourceText) -> PlacedAnnotation:
    """An annotation without words that are kept back.

    Of a correction whose words are not shown, nothing is known but that there is one: what it
    proposes is nearly what the text says.
    """
    annotation = placed.annotation
    match annotation:
        case Term():
            pass
        case Note():
            annotation = replace(annotation, target=_without_words(annotation.target))
        case CrossReference():
            annotation = _without_quotations(annotation)
        case Correction() if source.shows(placed.span):
            target = replace(annotation.target, prefix="", suffix="")
            annotation = replace(annotation, target=target)
        case Correction():
            annotation = replace(
                annotation,
                target=replace(annotation.target, exact="", prefix="", suffix=""),
                reading=LEFT_OUT,
                rivals=tuple(replace(rival, reading=LEFT_OUT) for rival in annotation.rivals),
            )
    return placed._replace(annotation=annotation)


def _without_quotations(reference: CrossReference) -> CrossReference:
    """A cross-reference without the words by which its passages are found."""
    refers_to = reference.refers_to
    if isinstance(refers_to, PassageReference):
        refers_to = replace(refers_to, selector=_without_words(refers_to.selector))
    return replace(reference, target=_without_words(reference.target), refers_to=refers_to)


def without_words(passages: Iterable[PassageReference]) -> tuple[PassageReference, ...]:
    """References to passages without the words by which these are found."""
    return tuple(
        replace(passage, selector=_without_words(passage.selector)) for passage in passages
    )


def _without_words(selector: Selector) -> Selector:
    if isinstance(selector, TextQuoteSelector):
        return replace(selector, exact="", prefix="", suffix="")
    return selector
