"""From words that somebody quotes to the target that means their place alone."""

from dataclasses import dataclass
from typing import NamedTuple

from build_scripts.export.annotation_yaml import Yaml
from build_scripts.merge.anchors.describe_span import QuoteDescription, describe_among
from build_scripts.merge.anchors.explaining.surroundings import paragraph_numbers, place
from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.normalise import normalise
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.text.wording import counted

_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a text as they were typed, and what else was said of their place.

    Attributes:
        exact: the words.
        prefix: what stands immediately before them.
        suffix: what stands immediately after them.
        paragraph: the number of the paragraph that they lie in, if it was said.
        occurrence: which of the places is meant, from 1, if it was said.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    paragraph: int | None = None
    occurrence: int | None = None


class Target(NamedTuple):
    """What is to stand in the file, and why it is not yet a target.

    Attributes:
        value: the mapping. Where the words are not in the text it is what was typed, so that
            the check of the file says what is wrong with it.
        problem: why no place can be chosen, in lines for the person who typed; empty where one was.
    """

    value: dict[str, Yaml]
    problem: str = ""


def target_of(source: SourceText, quotation: Quotation, choosing: str) -> Target:
    """The shortest description of the place that a quotation means.

    Args:
        source: the text.
        quotation: the words, with the tolerance of every quotation.
        choosing: how one of several places is chosen, for the message.
    """
    normalised = normalise(source.text)
    exact = quotation.exact
    everywhere = find_all(normalised, exact)
    matches = found = find_all(normalised, exact, quotation.prefix, quotation.suffix)
    if not matches:
        return Target(_as_typed(quotation))
    if quotation.paragraph is not None:
        found = tuple(m for m in found if _lies_in(quotation.paragraph, m, source))
    if quotation.occurrence is not None:
        found = found[quotation.occurrence - 1 : quotation.occurrence]
    if len(found) == 1:
        return Target(mapping_of(describe_among(found[0], everywhere, normalised)))
    listed = "\n".join(_listed(found or matches, source))
    several = f"the quotation stands at {counted(len(found or matches), 'place')}"
    if found:
        problem = f"{several}; {choosing}:\n{listed}"
    else:
        problem = f"{several}, and not at the one you name:\n{listed}"
    # A place that stands in for the one that is meant, so that the rest can be checked.
    return Target(mapping_of(describe_among(matches[0], everywhere, normalised)), problem)


def mapping_of(description: QuoteDescription) -> dict[str, Yaml]:
    """A description as the mapping that stands under ``target``."""
    parts: dict[str, Yaml] = {
        "exact": description.exact,
        "prefix": description.prefix,
        "suffix": description.suffix,
    }
    return {key: value for key, value in parts.items() if value}


def _as_typed(quotation: Quotation) -> dict[str, Yaml]:
    return {
        "exact": quotation.exact,
        **({"prefix": quotation.prefix} if quotation.prefix else {}),
        **({"suffix": quotation.suffix} if quotation.suffix else {}),
    }


def _lies_in(paragraph: int, match: Span, source: SourceText) -> bool:
    return paragraph_numbers(match, source) == (paragraph, paragraph)


def _listed(matches: tuple[Span, ...], source: SourceText) -> list[str]:
    width = len(str(min(len(matches), _SHOWN)))
    lines = [
        f"  {number:>{width}}  {place(match, source)}"
        for number, match in enumerate(matches[:_SHOWN], start=1)
    ]
    rest = len(matches) - _SHOWN
    return [*lines, f"  and {counted(rest, 'more place')}"] if rest > 0 else lines
