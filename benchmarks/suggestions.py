"""How much `readings suggest` finds, and how much of it is of use.

The truth is what the editors of this collection have written. Their annotations are taken away, and
what is proposed without them is compared with them: an honest measure, and a strict one, since a
proposal that an editor could have followed but has not counts as useless.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

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

PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Judged:
    """The proposals for one reading, judged by what its editors wrote.

    Attributes:
        useful, useless: how many of each kind are.
        useless_ones: what the useless ones are.
        places: how many places of terms there are.
        found_before: how many of them are found without any proposal.
        proposed: how many of the others are proposed.
        terms, terms_proposed: the terms with such other places, and those of which one is proposed.
        corrections, corrected, corrected_alike: corrections; those at whose place one is proposed;
            those with the same reading.
        missed_places, missed_corrections: what they are.
    """

    useful: Counter[Kind]
    useless: Counter[Kind]
    useless_ones: tuple[str, ...]
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
    """The measurement of a project, as Markdown."""
    truth = read_project(project)[0].collection
    bare = _section("Without any annotation", truth, _without_annotations(truth))
    named = _section("With the names of the terms, but not their forms", truth, _names(truth))
    return "\n\n".join(("## Proposals", _HOW, *bare, *named))


_HOW = (
    "`readings suggest`, compared with the annotations of this collection. A proposal is of use "
    "where an editor annotated most of its places: with one term, or with a correction."
)


def _without_annotations(collection: Collection) -> Collection:
    readings = tuple(_bare(reading) for reading in collection.readings)
    return replace(collection, readings=readings, terms=(), events=(), references=())


def _names(collection: Collection) -> Collection:
    """The forms of each term are its name alone; of those that have none, none."""
    terms = tuple(
        replace(term, forms=(term.label,) if term.forms else ()) for term in collection.terms
    )
    return replace(_without_annotations(collection), terms=terms)


def _bare(reading: Reading) -> Reading:
    return replace(
        reading, notes=(), cross_references=(), corrections=(), mentions=(), formatting=()
    )


def judge(truth: Collection, given: Collection) -> dict[str, Judged]:
    """By reading, what is proposed for a collection, judged by the same with its annotations."""
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
    left = [one for one in places if not _overlaps(one.span, before)]
    corrections = [one for one in annotated.annotations if isinstance(one.annotation, Correction)]
    proposed: set[Occurrence] = set()
    corrected: dict[PlacedAnnotation, bool] = {}
    useful: Counter[Kind] = Counter()
    useless: Counter[Kind] = Counter()
    useless_ones = []
    for one in suggest(bare, without):
        if one.key == "corrections":
            hit = [placed for placed in corrections if placed.span.overlaps(one.span)]
            for placed in hit:
                corrected[placed] = corrected.get(placed, False) or _is_alike(one, placed)
            is_useful = bool(hit)
        else:
            meant = _occurrences_meant(one, places)
            proposed.update(meant)
            is_useful = bool(meant)
        (useful if is_useful else useless)[one.kind] += 1
        if not is_useful:
            useless_ones.append(f"{one.kind.value}: {one.context}")
    missed = Counter(
        f"{one.term}: {text[one.span.start : one.span.end]}" for one in left if one not in proposed
    )
    return Judged(
        useful,
        useless,
        tuple(useless_ones),
        len(places),
        len(places) - len(left),
        sum(one in proposed for one in left),
        frozenset(one.term for one in left),
        frozenset(one.term for one in left if one in proposed),
        len(corrections),
        len(corrected),
        sum(corrected.values()),
        tuple(f"{words} ({count})" for words, count in missed.items()),
        tuple(in_context(one.span, text) for one in corrections if one not in corrected),
    )


def _occurrences_meant(one: ReadyProposal, places: Sequence[Occurrence]) -> list[Occurrence]:
    """The places of the term that most places of a proposal are; none where most are of none.

    A proposal that names a term must name this one.
    """
    overlapping = [[p for p in places if p.span.overlaps(span)] for span in one.places]
    terms = Counter(term for found in overlapping for term in {place.term for place in found})
    if not terms:
        return []
    term, count = terms.most_common(1)[0]
    names_another = one.key in {"forms", "mentions"} and term != _term_of(one)
    if names_another or 2 * count < len(one.places):
        return []
    return [place for found in overlapping for place in found if place.term == term]


def _term_of(one: ReadyProposal) -> str:
    return str(one.entry["term"]) if one.key == "mentions" else Path(one.file).stem


def _is_alike(one: ReadyProposal, placed: PlacedAnnotation) -> bool:
    return isinstance(placed.annotation, Correction) and (
        one.entry["reading"] == placed.annotation.reading
    )


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _section(title: str, truth: Collection, given: Collection) -> Iterator[str]:
    judged = judge(truth, given)
    yield f"### {title}"
    yield _kinds_table(judged)
    yield _found_table(judged)
    for reading, one in judged.items():
        yield f"{reading}:"
        lines = [
            *(f"- useless: {what}" for what in one.useless_ones),
            *(f"- missed place: {what}" for what in one.missed_places),
            *(f"- missed correction: {what}" for what in one.missed_corrections),
        ]
        yield "\n".join(lines or ["- nothing useless, nothing missed"])


def _kinds_table(judged: Mapping[str, Judged]) -> str:
    lines = ["| Kind | proposals | of use | useless | precision |", "|---|---|---|---|---|"]
    for kind in Kind:
        useful = sum(one.useful[kind] for one in judged.values())
        useless = sum(one.useless[kind] for one in judged.values())
        lines.append(
            f"| {kind.value} | {useful + useless} | {useful} | {useless} | "
            f"{_share(useful, useful + useless)} |"
        )
    return "\n".join(lines)


def _found_table(judged: Mapping[str, Judged]) -> str:
    columns = (
        *("Reading", "places of terms", "found by name", "proposed of the others"),
        *("terms proposed", "corrections", "proposed at the place", "with the same reading"),
    )
    lines = [f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]
    for reading, one in judged.items():
        others = one.places - one.found_before
        lines.append(
            f"| {reading} | {one.places} | {one.found_before} | "
            f"{_of(one.proposed, others)} | {_of(len(one.terms_proposed), len(one.terms))} | "
            f"{one.corrections} | {_of(one.corrected, one.corrections)} | "
            f"{one.corrected_alike} |"
        )
    return "\n".join(lines)


def _of(part: int, whole: int) -> str:
    return f"{part} of {whole} ({_share(part, whole)})"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"


if __name__ == "__main__":
    print(suggestions_report())
