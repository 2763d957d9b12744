"""Where contributors said that a term is not meant."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.normalise import NormalisedText
from build_scripts.merge.anchors.resolver import Resolver
from build_scripts.model.reading import Reading
from build_scripts.model.span import Span
from build_scripts.suggest.known_terms import KnownTerm


def excluded_places(
    reading: Reading, normalised: NormalisedText, terms: Iterable[KnownTerm]
) -> Mapping[str, Sequence[Span]]:
    """By a term's id, the places of its excepted phrases and those where a mention forbids it."""
    places: dict[str, list[Span]] = defaultdict(list)
    for known in terms:
        for phrase in known.term.except_phrases:
            places[known.term.id] += find_all(normalised, phrase)
    resolver = Resolver((reading,))
    for mention in reading.mentions:
        if mention.forbid and (span := resolver.resolve(reading, mention.target)):
            places[mention.forbid].append(span)
    return places
