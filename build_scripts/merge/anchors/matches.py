"""Find all places of a quotation in a text, with or without its context.

Every match is returned, overlapping ones included; callers decide what several or none mean.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from build_scripts.merge.anchors.word_places import WordPlaces
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.text.looser import loosened, looser_forms
from build_scripts.text.normalise import normalise_quotation
from build_scripts.text.normalised_text import NormalisedText


def find_all(
    normalised: NormalisedText,
    exact: str,
    prefix: str = "",
    suffix: str = "",
    within: Span | None = None,
    word_places: WordPlaces | None = None,
) -> tuple[Span, ...]:
    """All matches of a quotation that stand between `prefix` and `suffix`, in order.

    With `within`, a span of the source, only those that lie wholly in it; nothing else is read.
    With `word_places`, those of this text, a quotation of several words is found faster.

    A match begins and ends at boundaries of grapheme clusters. White space at the ends of all
    three strings is ignored, and so is white space where they meet: a plain YAML scalar cannot
    hold it. An empty prefix or suffix stands for anything. Spans are those of the source.

    Only where there is no match (with `within`, none in the span), the words are compared more
    loosely (see `text.looser`). So a quotation that means one place never means a second that
    agrees with it less.
    """
    words = _Quotation(*map(normalise_quotation, (exact, prefix, suffix)))
    found = _matches(normalised, words, within, word_places)
    if found or not words.exact:
        return tuple(found)
    forms = looser_forms(normalised)
    loosely = _Quotation(*(loosened(one, normalised.language) for one in words))
    if loosely != words:
        forms = (normalised, *forms)
    spans = {span for form in forms for span in _matches(form, loosely, within)}
    # None ends inside what does not count, such as the hyphen of a broken word.
    return tuple(sorted(filter(normalised.has_whole, spans)))


def find_same(normalised: NormalisedText, exact: str) -> tuple[Span, ...]:
    """All matches of a quotation, in order, without any looser comparison."""
    return tuple(_matches(normalised, _Quotation(normalise_quotation(exact)), None))


class _Quotation(NamedTuple):
    """A normalised quotation with its context."""

    exact: str
    before: str = ""
    after: str = ""


def _matches(
    normalised: NormalisedText,
    quotation: _Quotation,
    within: Span | None,
    word_places: WordPlaces | None = None,
) -> list[Span]:
    exact, before, after = quotation
    starts: Iterable[int] | None = None
    if word_places is not None and within is None:
        starts = word_places.starts(exact)
    if starts is None:
        starts = _starts(normalised, exact, within)
    spans: list[Span] = []
    for start in starts:
        end = start + len(exact)
        if (not before or stands_before(normalised.text, start, before)) and (
            not after or stands_after(normalised.text, end, after)
        ):
            span = normalised.aligned_source_span(start, end)
            if span is not None and (within is None or within.covers(span)):
                spans.append(span)
    return spans


def _starts(normalised: NormalisedText, quotation: str, within: Span | None) -> Iterator[int]:
    """Where a normalised quotation begins in a text, or in a span of the source."""
    first, last = 0, len(normalised.text)
    if within is not None:
        first, last = map(normalised.normalised_offset, within)
    start = normalised.text.find(quotation, first, last) if quotation else -1
    while start >= 0:
        yield start
        start = normalised.text.find(quotation, start + 1, last)


def paragraph_border(number: int | None, source: SourceText) -> Span | None:
    """The span of the paragraph that a target names; None where it names none that exists."""
    if number is None or not 1 <= number <= len(source.paragraphs):
        return None
    return source.paragraphs[number - 1].span


def in_paragraph(
    matches: tuple[Span, ...], number: int | None, source: SourceText
) -> tuple[Span, ...]:
    """The matches that lie wholly in a paragraph; all of them where no number is given.

    There are none in a paragraph that does not exist.
    """
    if number is None:
        return matches
    border = paragraph_border(number, source)
    return tuple(match for match in matches if border is not None and border.covers(match))


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
