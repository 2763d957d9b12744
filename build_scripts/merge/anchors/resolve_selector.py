"""Resolve a selector to the one passage it means, or to diagnostics that say why not.

The selectors are those of the W3C Web Annotation model. An anchor is right or it is an error:
context must agree exactly, and nothing is attached because it looks similar.
"""

from dataclasses import replace
from typing import assert_never

from build_scripts.merge.anchors.explaining import anchor_faults, position_faults
from build_scripts.merge.anchors.matches import find_all, paragraph_border
from build_scripts.merge.anchors.quotable_text import QuotableText
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.selector import (
    ParagraphsSelector,
    ReadingSelector,
    Selector,
    TextQuoteSelector,
)
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span

Resolution = tuple[Span | None, tuple[Diagnostic, ...]]
"""The passage, or None and what is wrong."""


def resolve(selector: TextQuoteSelector, text: QuotableText, sha256_recorded: bool) -> Resolution:
    """The one passage that a quotation means.

    Prefix and suffix are checked even where the quotation is unique. `paragraph` keeps the
    matches that lie wholly in that paragraph; `occurrence` counts, from 1, the matches that
    agree with everything else. Positions can be relied on only if the reading records the sha256
    of its text. A target whose own faults were reported before gets no further ones.
    """
    if not selector.exact and selector.origin.faulty:
        return None, ()
    if not sha256_recorded and (selector.occurrence is not None or selector.paragraph is not None):
        span, faults = resolve(selector, text, sha256_recorded=True)
        return None, position_faults.position_without_sha256(selector, span, text) + faults
    border = paragraph_border(selector.paragraph, text.source)
    matches = find_all(text.normalised, selector.exact, selector.prefix, selector.suffix, border)
    if selector.paragraph is not None and border is None:
        faults = (position_faults.paragraph_out_of_range(selector, text.source),)
        if not matches:
            faults += anchor_faults.not_found(replace(selector, paragraph=None), text)
        return None, faults
    if not matches:
        return None, anchor_faults.not_found(selector, text)
    if selector.occurrence is not None:
        if 1 <= selector.occurrence <= len(matches):
            return matches[selector.occurrence - 1], ()
        return None, (anchor_faults.occurrence_out_of_range(selector, matches, text),)
    if len(matches) > 1:
        if selector.origin.faulty:  # the faulty key may be what tells the matches apart
            return None, ()
        return None, (anchor_faults.ambiguous(selector, matches, text),)
    return matches[0], ()


def resolve_selector(selector: Selector, text: QuotableText, sha256_recorded: bool) -> Resolution:
    """The one passage that any selector means.

    Whole paragraphs reach from the first character of the first to the last character of the
    last; the whole reading reaches from its first paragraph to its last.
    """
    match selector:
        case TextQuoteSelector():
            return resolve(selector, text, sha256_recorded)
        case ParagraphsSelector():
            return _resolve_paragraphs(selector, text.source, sha256_recorded)
        case ReadingSelector():
            count = len(text.source.paragraphs)
            return (text.source.paragraphs_span(1, count) if count else Span(0, 0)), ()
        case _:
            assert_never(selector)


def _resolve_paragraphs(
    selector: ParagraphsSelector, source: SourceText, sha256_recorded: bool
) -> Resolution:
    if 1 <= selector.first <= selector.last <= len(source.paragraphs):
        if not sha256_recorded:
            return None, (position_faults.paragraphs_without_sha256(selector, source),)
        return source.paragraphs_span(selector.first, selector.last), ()
    return None, (position_faults.paragraphs_out_of_range(selector, source),)
