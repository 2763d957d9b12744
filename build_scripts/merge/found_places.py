"""Places in texts that were found before, so that they need not be sought again."""

from collections.abc import Container, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from build_scripts.merge.anchors.passage_keys import PassageKey
from build_scripts.merge.glossary.term_places import MatchResult
from build_scripts.model.span import Span

TextKey = tuple[str, str]
"""A reading, and the name of a glossary whose terms were sought in it."""


class FoundPlaces(NamedTuple):
    """What was found in texts. Only what was found without any fault is kept.

    Attributes:
        passages: of selectors.
        matches: of terms.
        shown: what the site shows of each reading that is not published whole, by its id. It is
            known only to a process that has read all that refers to that reading.
    """

    passages: Mapping[PassageKey, Span] = MappingProxyType({})
    matches: Mapping[TextKey, MatchResult] = MappingProxyType({})
    shown: Mapping[str, tuple[Span, ...]] = MappingProxyType({})


NOTHING_FOUND = FoundPlaces()


def joined(parts: Iterable[FoundPlaces]) -> FoundPlaces:
    """What was found in different texts, together."""
    passages: dict[PassageKey, Span] = {}
    matches: dict[TextKey, MatchResult] = {}
    for part in parts:
        passages.update(part.passages)
        matches.update(part.matches)
    return FoundPlaces(passages, matches)


def fits(result: MatchResult, terms: Container[str], length: int) -> bool:
    """Whether the places of terms are in a text of this length, and all terms are known."""
    places = [(match.term, match.span) for match in result.matches]
    places += [(place.term, place.span) for place in result.passed_over]
    return all(term in terms and span.end <= length for term, span in places)
