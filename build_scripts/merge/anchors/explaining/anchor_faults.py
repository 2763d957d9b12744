"""What to say of a quotation that does not lead to one place: finding is done elsewhere."""

import re
from collections.abc import Iterable, Sequence

from build_scripts.merge.anchors.describe_span import describe_among, to_yaml
from build_scripts.merge.anchors.explaining.differences import marked_differences
from build_scripts.merge.anchors.explaining.nearest import nearest_passage
from build_scripts.merge.anchors.explaining.passage_in_context import (
    paragraph_numbers,
    paragraphs_named,
    place,
)
from build_scripts.merge.anchors.matches import find_all, in_paragraph
from build_scripts.merge.anchors.normalise import NormalisedText, normalise_quotation
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.selector import TextQuoteSelector
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.text.wording import counted
from build_scripts.text.yaml_scalars import quoted_pairs

_SHOWN_IN_FULL = 50
"""Places beyond these are named by paragraph only."""

_LONGEST_TARGET = 200
"""Nobody copies a longer quotation out of a message."""

_MOST_COMPARISONS = 100_000
"""Of a place with another, in search of a context: a letter may occur 100,000 times in a book."""

_OMISSION = re.compile(r"\S ?[\[(]?(?:…|\.\.\.)[\])]? ?\S")
"""Between two pieces of a quotation."""


def occurrence_out_of_range(
    selector: TextQuoteSelector,
    matches: Sequence[Span],
    text: SourceText,
    normalised: NormalisedText,
) -> Diagnostic:
    """`occurrence: N` where the quotation occurs less often."""
    return selector.origin.at("occurrence").diagnostic(
        Code.OCCURRENCE_OUT_OF_RANGE,
        f"There is no occurrence {selector.occurrence}: "
        f"the quotation occurs {counted(len(matches), 'time')}",
        "\n".join(
            [
                "Say which place is meant with what stands after →, instead of `occurrence`:",
                *_places(matches, selector, text, normalised),
            ]
        ),
    )


def ambiguous(
    selector: TextQuoteSelector,
    matches: Sequence[Span],
    text: SourceText,
    normalised: NormalisedText,
) -> Diagnostic:
    """Several places agree with the selector."""
    return selector.origin.at("exact").diagnostic(
        Code.QUOTATION_AMBIGUOUS,
        f"The quotation occurs {counted(len(matches), 'time')}",
        "\n".join(
            [
                "Say which place is meant by adding what stands after →:",
                *_places(matches, selector, text, normalised),
            ]
        ),
    )


def not_found(
    selector: TextQuoteSelector, text: SourceText, normalised: NormalisedText
) -> tuple[Diagnostic, ...]:
    """No place agrees with the selector: says which part of it is to blame."""
    matches = find_all(normalised, selector.exact)
    if not matches:
        return (_quotation_not_found(selector, text, normalised),)
    inside = in_paragraph(matches, selector.paragraph, text)
    if not inside:
        return (_not_in_paragraph(selector, matches, text, normalised),)
    return _context_wrong(selector, inside, text, normalised)


def _quotation_not_found(
    selector: TextQuoteSelector, text: SourceText, normalised: NormalisedText
) -> Diagnostic:
    origin = selector.origin.at("exact")
    if not normalise_quotation(selector.exact):
        return origin.diagnostic(
            Code.QUOTATION_NOT_FOUND, "The quotation is empty", "Copy it from the text."
        )
    hint = "Copy it from the text, letter by letter."
    if _OMISSION.search(selector.exact):
        hint = "A quotation leaves nothing out: quote words that stand together, as they stand."
    nearest = nearest_passage(normalised, selector.exact)
    if nearest is not None:
        hint = f"{nearest.difference}:\n{_compared(selector, nearest.span, text, normalised)}"
    return origin.diagnostic(
        Code.QUOTATION_NOT_FOUND, "The quotation does not occur in the text", hint
    )


def _compared(
    selector: TextQuoteSelector, span: Span, text: SourceText, normalised: NormalisedText
) -> str:
    """The quotation above a passage of the text, and how to quote that, if it is what is meant."""
    passage = normalise_quotation(text.text[span.start : span.end])
    marked = marked_differences(normalise_quotation(selector.exact), passage)
    names = ("quoted:", f"{paragraphs_named(span, text)}:")
    width = max(map(len, names))
    lines = [f"  {name:<{width}}  {words}" for name, words in zip(names, marked, strict=True)]
    matches = find_all(normalised, passage)
    if span in matches and len(passage) <= _LONGEST_TARGET:
        target = to_yaml(describe_among(span, matches, normalised))
        lines.append(f"If this place is meant, write {target}")
    return "\n".join(lines)


def _not_in_paragraph(
    selector: TextQuoteSelector,
    matches: Sequence[Span],
    text: SourceText,
    normalised: NormalisedText,
) -> Diagnostic:
    crossing = [match for match in matches if _touches(selector.paragraph, match, text)]
    if crossing:
        first, last = paragraph_numbers(crossing[0], text)
        return selector.origin.at("paragraph").diagnostic(
            Code.QUOTATION_NOT_FOUND,
            f"The quotation crosses the border of paragraph {selector.paragraph}: it begins in "
            f"paragraph {first} and ends in paragraph {last}",
            "\n".join(
                [
                    "Write what stands after → instead of `paragraph`, or quote less:",
                    *_places(crossing, selector, text, normalised),
                ]
            ),
        )
    return selector.origin.at("paragraph").diagnostic(
        Code.QUOTATION_NOT_FOUND,
        f"The quotation does not occur in paragraph {selector.paragraph}",
        "\n".join(
            [
                "It occurs here; write what stands after → instead of `paragraph`:",
                *_places(matches, selector, text, normalised),
            ]
        ),
    )


def _touches(paragraph: int | None, match: Span, text: SourceText) -> bool:
    """Whether a match, which lies wholly in no such paragraph, has some of its text."""
    first, last = paragraph_numbers(match, text)
    return paragraph is not None and first <= paragraph <= last


def _context_wrong(
    selector: TextQuoteSelector,
    matches: Sequence[Span],
    text: SourceText,
    normalised: NormalisedText,
) -> tuple[Diagnostic, ...]:
    """The quotation occurs, but nowhere between this prefix and this suffix."""
    after_prefix = set(find_all(normalised, selector.exact, selector.prefix)).intersection(matches)
    before_suffix = set(find_all(normalised, selector.exact, "", selector.suffix)).intersection(
        matches
    )
    if after_prefix and before_suffix:
        # Each agrees somewhere, but never both: the prefix is taken at its word.
        reason = "The text goes on differently where the quotation follows this prefix"
        places = _places(sorted(after_prefix), selector, text, normalised)
        return (_context_diagnostic(selector, "suffix", reason, places),)
    occurs = "The quotation occurs"
    if len(matches) > 1:
        occurs += f" {len(matches)} times"
    places = _places(matches, selector, text, normalised)
    faults = []
    if not after_prefix:
        reason = f"{occurs}, but not after this prefix"
        faults.append(_context_diagnostic(selector, "prefix", reason, places))
    if not before_suffix:
        reason = f"{occurs}, but not before this suffix"
        faults.append(_context_diagnostic(selector, "suffix", reason, places))
    return tuple(faults)


def _context_diagnostic(
    selector: TextQuoteSelector, key: str, message: str, places: Iterable[str]
) -> Diagnostic:
    code = Code.PREFIX_WRONG if key == "prefix" else Code.SUFFIX_WRONG
    return selector.origin.at(key).diagnostic(
        code,
        message,
        "\n".join(
            ["This is what stands there, and after → what to write beside `exact`:", *places]
        ),
    )


def _places(
    spans: Sequence[Span],
    selector: TextQuoteSelector,
    text: SourceText,
    normalised: NormalisedText,
) -> list[str]:
    """A line for each place, and what to write beside `exact` to mean it."""
    matches = find_all(normalised, selector.exact)
    advised = max(1, _MOST_COMPARISONS // len(matches))
    lines = []
    for number, span in enumerate(spans[:_SHOWN_IN_FULL]):
        line = f"  {place(span, text)}"
        if number < advised:
            context = describe_among(span, matches, normalised).context()
            line += f"  → {quoted_pairs(context) or 'no prefix or suffix needed'}"
        lines.append(line)
    rest = [paragraph_numbers(span, text)[0] for span in spans[_SHOWN_IN_FULL:]]
    if rest:
        lines.append(
            f"  and {counted(len(rest), 'more place')} in {_ranges(rest)}; quote more words"
        )
    return lines


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
