"""Count what the readings of a collection have in common: terms and cross-references."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from build_scripts.model.annotation import CrossReference, Relation
from build_scripts.model.placed import AnnotatedReading
from build_scripts.render.lookups.occurrences import Occurrences

Pair = tuple[str, str]
"""The ids of two readings: the one that states a cross-reference, and the one it leads to."""


class CorpusRelations(NamedTuple):
    """Counts of what connects the readings.

    Attributes:
        terms: for each term in two or more readings, the number of its places in each of these;
            the most frequent term first.
        references: for each pair of readings, the number of cross-references of each relation that
            lead from the first to the second, including those within one reading.
    """

    terms: Mapping[str, Mapping[str, int]]
    references: Mapping[Pair, Mapping[Relation, int]]

    def has_connections(self) -> bool:
        """Whether any two readings have something in common."""
        return bool(self.terms) or any(start != end for start, end in self.references)

    def arcs(self) -> dict[Pair, int]:
        """The number of cross-references between two readings (ids sorted), in either direction."""
        counts = Counter[Pair]()
        for (start, end), relations in self.references.items():
            if start != end:
                counts[min(start, end), max(start, end)] += sum(relations.values())
        return dict(counts)

    def among(self, readings: Collection[str]) -> "CorpusRelations":
        """The relations between only some of the readings."""
        terms = {
            term: {reading: n for reading, n in places.items() if reading in readings}
            for term, places in self.terms.items()
        }
        return CorpusRelations(
            _shared(terms),
            {
                (start, end): relations
                for (start, end), relations in self.references.items()
                if start in readings and end in readings
            },
        )

    def grouped(self, groups: Mapping[str, str]) -> "CorpusRelations":
        """The relations between groups of readings, given the group of each reading."""
        terms: dict[str, Counter[str]] = {}
        for term, places in self.terms.items():
            of_term = terms.setdefault(term, Counter())
            for reading, count in places.items():
                of_term[groups[reading]] += count
        references: dict[Pair, Counter[Relation]] = {}
        for (start, end), relations in self.references.items():
            pair = groups[start], groups[end]
            references.setdefault(pair, Counter()).update(relations)
        return CorpusRelations(_shared(terms), dict(sorted(references.items())))


def corpus_relations(
    readings: Iterable[AnnotatedReading], occurrences: Occurrences
) -> CorpusRelations:
    """Count what the readings have in common; `occurrences` are those of the terms in them."""
    terms = {
        term: {reading: len(spans) for reading, spans in places.items()}
        for term, places in occurrences.items()
    }
    references: dict[Pair, Counter[Relation]] = {}
    for annotated in readings:
        reading = annotated.reading.id
        for placed in annotated.annotations:
            reference, end = placed.annotation, placed.other_end
            if isinstance(reference, CrossReference) and end and not placed.at_far_end:
                references.setdefault((reading, end.reading), Counter())[reference.relation] += 1
    return CorpusRelations(_shared(terms), dict(sorted(references.items())))


def row_of_pair(pair: Pair) -> str:
    """The id of the row that lists the cross-references from one reading to another."""
    return f"references-{pair[0]}-{pair[1]}"


def _shared(terms: Mapping[str, Mapping[str, int]]) -> dict[str, Mapping[str, int]]:
    """The terms in two or more readings, the most frequent first."""
    shared = [(term, places) for term, places in terms.items() if len(places) > 1]
    return dict(sorted(shared, key=lambda item: (-sum(item[1].values()), item[0])))


def most_connected(relations: CorpusRelations, readings: Collection[str], most: int) -> set[str]:
    """The readings that have most in common with others; at most so many."""
    weight = Counter[str]()
    for places in relations.terms.values():
        weight.update(places.keys())
    for pair, count in relations.arcs().items():
        for reading in pair:
            weight[reading] += count
    return set(sorted(readings, key=lambda reading: (-weight[reading], reading))[:most])
