"""From words that somebody quotes to the target that means their place alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from build_scripts.merge.anchors.describe_span import QuoteDescription, describe
from build_scripts.merge.anchors.explaining.passage_in_context import place
from build_scripts.merge.anchors.matches import find_all, in_paragraph
from build_scripts.merge.anchors.quotable_text import quotable
from build_scripts.merge.anchors.resolve_selector import resolve
from build_scripts.model.file_position import Document, Origin
from build_scripts.model.selector import TextQuoteSelector
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.text.wording import counted

_MOST_LISTED = 30
_COMMAND_LINE = Origin(Document("", ""), 0)


@dataclass(frozen=True, slots=True)
class Quotation(QuoteDescription):
    """Words of a text as they were typed, and what was said about their place.

    Attributes:
        paragraph: the number of the paragraph that holds them, if given.
        occurrence: which of the places is meant, counted from 1, if given.
    """

    paragraph: int | None = None
    occurrence: int | None = None


class Target(NamedTuple):
    """What to write under ``target``, and why it does not mean one place yet.

    Attributes:
        value: the mapping. Where the words are not in the text, it holds what was typed, so that
            the check of the file says what is wrong.
        problem: why no place can be chosen, in lines for the person who typed; empty where one was.
    """

    value: dict[str, str]
    problem: str = ""


def target_of(source: SourceText, quotation: Quotation, choosing: str) -> Target:
    """The shortest description of the place that a quotation means.

    Args:
        source: the text.
        quotation: the words, with the tolerance of every quotation.
        choosing: how to choose one of several places, for the message.
    """
    text = quotable(source)
    span, _ = resolve(_selector(quotation), text, sha256_recorded=True)
    if span is not None:
        return Target(describe(span, text.normalised).parts())
    matches = find_all(text.normalised, quotation.exact, quotation.prefix, quotation.suffix)
    if not matches:
        return Target(quotation.parts())
    named: tuple[Span, ...] = ()
    if quotation.occurrence is None:
        named = in_paragraph(matches, quotation.paragraph, source)
    listed = named or matches
    which = f"; {choosing}" if named else ", and not at the one you name"
    problem = f"the quotation stands at {counted(len(listed), 'place')}{which}:"
    # The first place stands in for the right one, so that the rest can be checked.
    stand_in = describe(matches[0], text.normalised).parts()
    return Target(stand_in, "\n".join((problem, *_listed(listed, source))))


def _selector(quotation: Quotation) -> TextQuoteSelector:
    return TextQuoteSelector(
        quotation.exact,
        _COMMAND_LINE,
        quotation.prefix,
        quotation.suffix,
        quotation.occurrence,
        quotation.paragraph,
    )


def _listed(matches: tuple[Span, ...], source: SourceText) -> Iterator[str]:
    width = len(str(min(len(matches), _MOST_LISTED)))
    for number, match in enumerate(matches[:_MOST_LISTED], start=1):
        yield f"  {number:>{width}}  {place(match, source)}"
    rest = len(matches) - _MOST_LISTED
    if rest > 0:
        yield f"  and {counted(rest, 'more place')}"
