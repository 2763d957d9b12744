"""Measure how much `readings suggest` finds, and how much of it is useful.

The truth is what the editors of this collection have written. The proposals are made without their
annotations and compared with them. This measure is strict: a proposal counts as useless if an
editor could have followed it but has not.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.processes import PROJECT
from benchmarks.table import table
from build_scripts.merge.anchors.explaining.passage_in_context import in_context
from build_scripts.merge.merge_collection import merge
from build_scripts.model.annotation import Correction
from build_scripts.model.collection import Collection
from build_scripts.model.placed import AnnotatedCollection, Occurrence, PlacedAnnotation
from build_scripts.model.reading import Reading
from build_scripts.model.span import Span
from build_scripts.read.project import read_project
from build_scripts.suggest.proposal import Kind
from build_scripts.suggest.propose import suggest
from build_scripts.suggest.ready import ReadyProposal


@dataclass(frozen=True)
class Judged:
    """The proposals for one reading, judged by what its editors wrote.

    Attributes:
        useful, useless: the number of proposals by kind.
        useless_proposals: the useless proposals in words.
        places: the number of places of terms.
        found_before: the number of places that are found without any proposal.
        proposed: the number of the other places that are proposed.
        terms, terms_proposed: the terms with such other places, and those with a proposed place.
        corrections, corrected, corrected_alike: the number of corrections, of those at whose place
            a correction is proposed, and of those for which the same reading is proposed.
        missed_places, missed_corrections: the places and corrections not proposed, in words.
    """

    useful: Counter[Kind]
    useless: Counter[Kind]
    useless_proposals: tuple[str, ...]
    places: int
    found_before: int
    proposed: int
    terms: frozenset[str]
    terms_proposed: frozenset[str]
    corrections: int
    corrected: int
    corrected_alike: int
    missed_places: tuple[str, ...]
    missed_corrections: tuple[str, ...]


def suggestions_report(project: Path = PROJECT) -> str:
    """The measurements on a project, in Markdown."""
    truth = read_project(project)[0].collection
    bare = _section("Without any annotation", truth, _without_annotations(truth))
    named = _section("With the names of the terms, but not their forms", truth, _names(truth))
    return "\n\n".join(("## Proposals", _HOW, *bare, *named))


_HOW = (
    "`readings suggest`, compared with the annotations of this collection. A proposal is useful "
    "if an editor annotated most of its places with one term, or with a correction."
)


def _without_annotations(collection: Collection) -> Collection:
    readings = tuple(_bare(reading) for reading in collection.readings)
    return replace(collection, readings=readings, terms=(), events=(), references=())


def _names(collection: Collection) -> Collection:
    """The collection with terms whose only form is their name; terms without forms keep none."""
    terms = tuple(
        replace(term, forms=(term.label,) if term.forms else ()) for term in collection.terms
    )
    return replace(_without_annotations(collection), terms=terms)


def _bare(reading: Reading) -> Reading:
    return replace(
        reading, notes=(), cross_references=(), corrections=(), mentions=(), formatting=()
    )


def judge(truth: Collection, given: Collection) -> dict[str, Judged]:
    """By reading, the proposals for the given collection, judged by the complete one."""
    whole, bare = merge(truth).collection, merge(given).collection
    return {
        annotated.reading.id: _judge(whole, bare, number)
        for number, annotated in enumerate(whole.readings)
    }


def _judge(whole: AnnotatedCollection, bare: AnnotatedCollection, number: int) -> Judged:
    annotated, without = whole.readings[number], bare.readings[number]
    text = annotated.reading.source.text
    before = [occurrence.span for occurrence in without.occurrences]
    places = annotated.occurrences
    left = [place for place in places if not _overlaps(place.span, before)]
    corrections = [
        placed for placed in annotated.annotations if isinstance(placed.annotation, Correction)
    ]
    proposed: set[Occurrence] = set()
    corrected: dict[PlacedAnnotation, bool] = {}
    useful: Counter[Kind] = Counter()
    useless: Counter[Kind] = Counter()
    useless_proposals = []
    for proposal in suggest(bare, without):
        if proposal.key == "corrections":
            hit = [placed for placed in corrections if placed.span.overlaps(proposal.places[0])]
            for placed in hit:
                corrected[placed] = corrected.get(placed, False) or _is_alike(proposal, placed)
            is_useful = bool(hit)
        else:
            meant = _occurrences_meant(proposal, places)
            proposed.update(meant)
            is_useful = bool(meant)
        (useful if is_useful else useless)[proposal.kind] += 1
        if not is_useful:
            useless_proposals.append(f"{proposal.kind.value}: {proposal.context}")
    missed = Counter(
        f"{place.term}: {text[place.span.start : place.span.end]}"
        for place in left
        if place not in proposed
    )
    return Judged(
        useful,
        useless,
        tuple(useless_proposals),
        len(places),
        len(places) - len(left),
        sum(place in proposed for place in left),
        frozenset(place.term for place in left),
        frozenset(place.term for place in left if place in proposed),
        len(corrections),
        len(corrected),
        sum(corrected.values()),
        tuple(f"{words} ({count})" for words, count in missed.items()),
        tuple(in_context(placed.span, text) for placed in corrections if placed not in corrected),
    )


def _occurrences_meant(proposal: ReadyProposal, places: Sequence[Occurrence]) -> list[Occurrence]:
    """The places of the one term that editors found at most places of a proposal, if there is one.

    If the proposal names a term, it must be that term.
    """
    overlapping = [[p for p in places if p.span.overlaps(span)] for span in proposal.places]
    terms = Counter(term for group in overlapping for term in {place.term for place in group})
    if not terms:
        return []
    term, count = terms.most_common(1)[0]
    names_another = proposal.key in {"forms", "mentions"} and term != _term_of(proposal)
    if names_another or 2 * count < len(proposal.places):
        return []
    return [place for group in overlapping for place in group if place.term == term]


def _term_of(proposal: ReadyProposal) -> str:
    return str(proposal.entry["term"]) if proposal.key == "mentions" else Path(proposal.file).stem


def _is_alike(proposal: ReadyProposal, placed: PlacedAnnotation) -> bool:
    return isinstance(placed.annotation, Correction) and (
        proposal.entry["reading"] == placed.annotation.reading
    )


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _section(title: str, truth: Collection, given: Collection) -> Iterator[str]:
    judged = judge(truth, given)
    yield f"### {title}"
    yield _kinds_table(judged)
    yield _found_table(judged)
    for reading, of_reading in judged.items():
        yield f"{reading}:"
        lines = [
            *(f"- useless: {what}" for what in of_reading.useless_proposals),
            *(f"- missed place: {what}" for what in of_reading.missed_places),
            *(f"- missed correction: {what}" for what in of_reading.missed_corrections),
        ]
        yield "\n".join(lines or ["- nothing useless, nothing missed"])


def _kinds_table(judged: Mapping[str, Judged]) -> str:
    rows: list[Sequence[str]] = []
    for kind in Kind:
        useful = sum(of_reading.useful[kind] for of_reading in judged.values())
        useless = sum(of_reading.useless[kind] for of_reading in judged.values())
        total = useful + useless
        rows.append((kind.value, str(total), str(useful), str(useless), _share(useful, total)))
    return table(("kind", "proposals", "useful", "useless", "precision"), rows)


def _found_table(judged: Mapping[str, Judged]) -> str:
    return table(
        (
            *("reading", "places of terms", "found by name", "proposed of the others"),
            *("terms proposed", "corrections", "proposed at the place", "with the same reading"),
        ),
        (
            (
                reading,
                str(of_reading.places),
                str(of_reading.found_before),
                _of(of_reading.proposed, of_reading.places - of_reading.found_before),
                _of(len(of_reading.terms_proposed), len(of_reading.terms)),
                str(of_reading.corrections),
                _of(of_reading.corrected, of_reading.corrections),
                str(of_reading.corrected_alike),
            )
            for reading, of_reading in judged.items()
        ),
    )


def _of(part: int, whole: int) -> str:
    return f"{part} of {whole} ({_share(part, whole)})"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"


if __name__ == "__main__":
    print(suggestions_report())
