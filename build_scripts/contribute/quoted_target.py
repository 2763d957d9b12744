"""From words that somebody quotes to the target that means their place alone."""

from collections.abc import Iterator
from typing import NamedTuple

from build_scripts.merge.anchors.describe_span import QuoteDescription, describe
from build_scripts.merge.anchors.explaining.passage_in_context import place
from build_scripts.merge.anchors.matches import find_all, in_paragraph
from build_scripts.merge.anchors.quotable_text import QuotableText
from build_scripts.merge.anchors.resolve_selector import resolve
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.selector import TextQuoteSelector
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.text.wording import counted

_MOST_LISTED = 30
COMMAND_LINE = Origin(Document("", ""), 0)
"""Where a quotation stands that somebody types."""


class Target(NamedTuple):
    """What to write under ``target``, and why it does not mean one place yet.

    Attributes:
        value: the mapping. Where the words are not in the text, it holds what was typed, so that
            the check of the file says what is wrong.
        problem: why no place can be chosen, in lines for the person who typed; empty where one was.
    """

    value: dict[str, str]
    problem: str = ""


def target_of(text: QuotableText, quotation: TextQuoteSelector, choosing: str) -> Target:
    """The shortest description of the place that a quotation means.

    The message says by `choosing` how to choose one of several places.
    """
    source = text.source
    span, _ = resolve(quotation, text, sha256_recorded=True)
    if span is not None:
        return Target(describe(span, text.normalised).parts())
    matches = find_all(text.normalised, quotation.exact, quotation.prefix, quotation.suffix)
    if not matches:
        typed = QuoteDescription(quotation.exact, quotation.prefix, quotation.suffix)
        return Target(typed.parts())
    named: tuple[Span, ...] = ()
    if quotation.occurrence is None:
        named = in_paragraph(matches, quotation.paragraph, source)
    listed = named or matches
    which = f"; {choosing}" if named else ", and not at the one you name"
    problem = f"the quotation stands at {counted(len(listed), 'place')}{which}:"
    # The first place stands in for the right one, so that the rest can be checked.
    stand_in = describe(matches[0], text.normalised).parts()
    return Target(stand_in, "\n".join((problem, *_listed(listed, source))))


def _listed(matches: tuple[Span, ...], source: SourceText) -> Iterator[str]:
    width = len(str(min(len(matches), _MOST_LISTED)))
    for number, match in enumerate(matches[:_MOST_LISTED], start=1):
        yield f"  {number:>{width}}  {place(match, source)}"
    rest = len(matches) - _MOST_LISTED
    if rest > 0:
        yield f"  and {counted(rest, 'more place')}"
