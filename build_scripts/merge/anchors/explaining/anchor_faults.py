"""Diagnostics for a quotation that does not lead to exactly one place."""

import re
from collections.abc import Sequence

from build_scripts.merge.anchors.describe_span import QuoteDescription, describe_among, to_yaml
from build_scripts.merge.anchors.explaining.allowance import Allowance
from build_scripts.merge.anchors.explaining.differences import marked_differences
from build_scripts.merge.anchors.explaining.nearest import across_omissions, nearest_passage
from build_scripts.merge.anchors.explaining.passage_in_context import (
    paragraph_numbers,
    paragraphs_named,
    place,
)
from build_scripts.merge.anchors.matches import find_all, in_paragraph
from build_scripts.merge.anchors.quotable_text import QuotableText
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.selector import TextQuoteSelector
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.text.normalise import normalise_quotation
from build_scripts.text.wording import counted, listed
from build_scripts.text.yaml_scalars import quoted_pairs

_SHOWN_IN_FULL = 50
"""Places beyond these are named by paragraph only."""

_LONGEST_TARGET = 200
"""The longest quotation, in characters, that is worth copying out of a message."""

_MOST_COMPARISONS = 100_000
"""Comparisons of two places to find a context; a letter may occur 100,000 times in a book."""

_OMISSION = re.compile(r"\S ?[\[(]?(?:…|\.\.\.)[\])]? ?\S")
"""An ellipsis between two pieces of a quotation."""


def occurrence_out_of_range(
    selector: TextQuoteSelector, matches: Sequence[Span], text: QuotableText
) -> Diagnostic:
    """`occurrence: N` is greater than the number of occurrences."""
    inside, hint = "", "Or count inside one paragraph: `occurrence` can stand beside `paragraph`."
    if selector.paragraph is not None:
        inside = f" in paragraph {selector.paragraph}"
        hint = "Beside `paragraph`, `occurrence` counts inside that paragraph."
    return selector.origin.at("occurrence").diagnostic(
        Code.OCCURRENCE_OUT_OF_RANGE,
        f"There is no occurrence {selector.occurrence}: "
        f"the quotation occurs only {counted(len(matches), 'time')}{inside}",
        f"{_how_to_mean_one(matches, selector, text)}\n{hint}",
    )


def ambiguous(
    selector: TextQuoteSelector, matches: Sequence[Span], text: QuotableText
) -> Diagnostic:
    """Several places agree with the selector."""
    inside = hint = ""
    if selector.paragraph is not None:
        inside = f" in paragraph {selector.paragraph}"
        hint = "\nOr add `occurrence`, which counts inside that paragraph."
    return selector.origin.at("exact").diagnostic(
        Code.QUOTATION_AMBIGUOUS,
        f"The quotation occurs {counted(len(matches), 'time')}{inside}",
        _how_to_mean_one(matches, selector, text) + hint,
    )


def not_found(
    selector: TextQuoteSelector, text: QuotableText, allowance: Allowance
) -> tuple[Diagnostic, ...]:
    """No place agrees with the selector; the diagnostics name the part of it that is wrong."""
    matches = find_all(text.normalised, selector.exact)
    if not matches:
        return (_quotation_not_found(selector, text, allowance),)
    inside = in_paragraph(matches, selector.paragraph, text.source)
    if not inside:
        return (_not_in_paragraph(selector, matches, text),)
    return _context_wrong(selector, inside, text)


def _quotation_not_found(
    selector: TextQuoteSelector, text: QuotableText, allowance: Allowance
) -> Diagnostic:
    origin = selector.origin.at("exact")
    if not normalise_quotation(selector.exact):
        return origin.diagnostic(
            Code.QUOTATION_NOT_FOUND, "The quotation is empty", "Copy it from the text."
        )
    hint = "Copy it from the text, letter by letter."
    if _OMISSION.search(selector.exact):
        hint = (
            "A quotation cannot leave words out. Copy words that follow one another in the text, "
            "exactly as they are."
        )
        whole = across_omissions(text.normalised, selector.exact, allowance)
        if whole is not None and whole.end - whole.start <= _LONGEST_TARGET:
            hint = f"A quotation cannot leave words out.\n{_proposal(selector, whole, text)}"
            return origin.diagnostic(
                Code.QUOTATION_NOT_FOUND, "The quotation does not occur in the text", hint
            )
    nearest = nearest_passage(text.normalised, selector.exact, allowance)
    compared = _compared(selector, nearest.span, text, allowance) if nearest else ""
    if nearest is not None and not allowance.is_used_up:
        hint = f"{nearest.difference}:\n{compared}"
    return origin.diagnostic(
        Code.QUOTATION_NOT_FOUND, "The quotation does not occur in the text", hint
    )


def _compared(
    selector: TextQuoteSelector, span: Span, text: QuotableText, allowance: Allowance
) -> str:
    """The quotation above a passage of the text, and how to quote that passage if it is meant."""
    passage = normalise_quotation(text.source.text[span.start : span.end])
    marked = marked_differences(normalise_quotation(selector.exact), passage, allowance)
    names = ("quoted:", f"{paragraphs_named(span, text.source)}:")
    width = max(map(len, names))
    lines = [f"  {name:<{width}}  {words}" for name, words in zip(names, marked, strict=True)]
    proposal = _proposal(selector, span, text) if len(passage) <= _LONGEST_TARGET else ""
    return "\n".join([*lines, *([proposal] if proposal else [])])


def _proposal(selector: TextQuoteSelector, span: Span, text: QuotableText) -> str:
    """How to quote a passage; empty where no quotation can mean it."""
    matches = find_all(text.normalised, text.source.text[span.start : span.end])
    if span not in matches:
        return ""
    description = describe_among(span, matches, text.normalised)
    return f"If you mean this passage, write {yaml_of_passage(description, selector)}"


def _not_in_paragraph(
    selector: TextQuoteSelector, matches: Sequence[Span], text: QuotableText
) -> Diagnostic:
    origin = selector.origin.at("paragraph")
    crossing = [match for match in matches if _touches(selector.paragraph, match, text.source)]
    if crossing:
        first, last = paragraph_numbers(crossing[0], text.source)
        return origin.diagnostic(
            Code.QUOTATION_NOT_FOUND,
            f"The quotation is not wholly in paragraph {selector.paragraph}: it begins in "
            f"paragraph {first} and ends in paragraph {last}",
            _how_to_mean_one(crossing, selector, text, outside=True)
            + "\nOr quote words of one paragraph only.",
        )
    return origin.diagnostic(
        Code.QUOTATION_NOT_FOUND,
        f"The quotation does not occur in paragraph {selector.paragraph}",
        _how_to_mean_one(matches, selector, text, outside=True),
    )


def _touches(paragraph: int | None, match: Span, source: SourceText) -> bool:
    """Whether a match that does not lie wholly in a paragraph shares text with it."""
    first, last = paragraph_numbers(match, source)
    return paragraph is not None and first <= paragraph <= last


def _context_wrong(
    selector: TextQuoteSelector, matches: Sequence[Span], text: QuotableText
) -> tuple[Diagnostic, ...]:
    """The quotation occurs, but nowhere between this prefix and this suffix."""

    def agreeing(prefix: str, suffix: str) -> list[Span]:
        places = set(find_all(text.normalised, selector.exact, prefix, suffix))
        return [match for match in matches if match in places]

    after_prefix, before_suffix = agreeing(selector.prefix, ""), agreeing("", selector.suffix)
    if after_prefix and before_suffix:
        # Each agrees somewhere, but never both at once: trust the prefix.
        reason = "Where the quotation follows this prefix, the text goes on differently"
        return (_context_fault(selector, "suffix", reason, after_prefix, text),)
    occurs = "The quotation occurs"
    if len(matches) > 1:
        occurs += f" {len(matches)} times"
    faults = []
    if not after_prefix:
        reason = f"{occurs}, but not after this prefix"
        faults.append(_context_fault(selector, "prefix", reason, matches, text))
    if not before_suffix:
        reason = f"{occurs}, but not before this suffix"
        faults.append(_context_fault(selector, "suffix", reason, matches, text))
    return tuple(faults)


def _context_fault(
    selector: TextQuoteSelector,
    key: str,
    message: str,
    places: Sequence[Span],
    text: QuotableText,
) -> Diagnostic:
    return selector.origin.at(key).diagnostic(
        Code.PREFIX_WRONG if key == "prefix" else Code.SUFFIX_WRONG,
        message,
        _how_to_mean_one(places, selector, text),
    )


def yaml_of_passage(description: QuoteDescription, selector: TextQuoteSelector) -> str:
    """What to write for a passage instead of the mapping of a selector.

    In another reading, the id of the reading stays.
    """
    if "reading" in selector.origin.parts:
        return f"`{quoted_pairs(description.parts())}` beside `reading`"
    written = to_yaml(description)
    return f"`{written}`" if selector.is_item else f"`target: {written}`"


def _how_to_mean_one(
    places: Sequence[Span],
    selector: TextQuoteSelector,
    text: QuotableText,
    outside: bool = False,
) -> str:
    """What to do in order to mean one of some places, and a line for each place.

    All keys that choose among the places are replaced, since one that is kept may not agree with
    the proposal. `outside` says that the places are not in the paragraph that is named.
    """
    written_keys = {
        "`prefix`": selector.prefix,
        "`suffix`": selector.suffix,
        "`occurrence`": selector.occurrence,
        f"`paragraph: {selector.paragraph}`": outside,
    }
    wrong = listed([name for name, value in written_keys.items() if value])
    if wrong and len(find_all(text.normalised, selector.exact)) == 1:
        advice = f"The words occur only here. If you mean this place, delete {wrong}:"
    else:
        delete = f"Delete {wrong}, and add" if wrong else "Add"
        advice = f"{delete} the words after the → of the place you mean:"
    return f"{advice}\n{_places(places, selector, text)}"


def _places(spans: Sequence[Span], selector: TextQuoteSelector, text: QuotableText) -> str:
    """A line for each place, with what to write beside `exact` to mean it."""
    matches = find_all(text.normalised, selector.exact)
    advised = max(1, _MOST_COMPARISONS // len(matches))
    lines = []
    for number, span in enumerate(spans[:_SHOWN_IN_FULL]):
        line = f"  {place(span, text.source)}"
        if number < advised:
            context = describe_among(span, matches, text.normalised).context()
            line += f"  → {quoted_pairs(context)}" if context else ""
        lines.append(line)
    rest = [paragraph_numbers(span, text.source)[0] for span in spans[_SHOWN_IN_FULL:]]
    if rest:
        lines.append(
            f"  and {counted(len(rest), 'more place')} in {_ranges(rest)}; to mean one of these, "
            "quote more words"
        )
    return "\n".join(lines)


def _ranges(numbers: Sequence[int]) -> str:
    """Paragraph numbers in order, in words: ``paragraphs 3, 5–7``."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    written = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    plural = "s" if len(written) > 1 or "–" in written[0] else ""
    return f"paragraph{plural} {', '.join(written)}"
