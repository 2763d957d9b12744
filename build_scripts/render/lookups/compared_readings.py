"""Find what compared readings have in common: cross-references, events and terms."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from build_scripts.model.annotation import Term
from build_scripts.model.comparison import Comparison
from build_scripts.model.placed import Passage, PlacedEvent, PlacedQuestion
from build_scripts.model.reading import Reading
from build_scripts.model.side_by_side import original_of
from build_scripts.render.lookups.kinds_in_common import ComparedKind
from build_scripts.render.lookups.occurrences import Occurrences
from build_scripts.render.lookups.stated_references import StatedReference
from build_scripts.text.edtf_dates import Day, EdtfDate, date_key, parsed_date, period


class InCommon(NamedTuple):
    """What the readings of a comparison have in common.

    Attributes:
        references: by reading, the names of the cross-references between it and the others, in the
            order of its text; a reading whose order is that of one before it is left out.
        events: the ids of the events from the earliest text to the latest, oldest first.
        others: those of earlier and later events with passages in several of the readings.
        terms: the ids of the terms that occur in several readings, in alphabetical order.
        questions: the names of the questions on one of the readings with a passage of another, each
            the ids of the reading and of the question with a dot between.
        beside: the ids of the readings that stand beside their original, paragraph by paragraph.
    """

    references: Mapping[str, tuple[str, ...]]
    events: tuple[str, ...]
    others: tuple[str, ...]
    terms: tuple[str, ...]
    questions: tuple[str, ...]
    beside: tuple[str, ...] = ()

    @property
    def number_of_references(self) -> int:
        """How many cross-references there are."""
        return len({name for names in self.references.values() for name in names})


def in_common(
    comparisons: Iterable[Comparison],
    texts: Mapping[str, Reading],
    stated: Mapping[str, StatedReference],
    events: Sequence[PlacedEvent],
    terms: Sequence[Term],
    occurrences: Occurrences,
    questions: Mapping[str, Sequence[PlacedQuestion]],
) -> dict[str, InCommon]:
    """What the readings of each comparison have in common, by its id.

    Args:
        comparisons: of the project.
        texts: all readings.
        stated: all cross-references.
        events: oldest first.
        terms: in alphabetical order.
        occurrences: the places of the terms.
        questions: those on each reading, in their order.
    """
    by_pair: dict[tuple[str, str], list[StatedReference]] = {}
    for one in stated.values():
        by_pair.setdefault(one.pair, []).append(one)
    terms_of: dict[str, list[str]] = {}
    for term in terms:
        for reading in occurrences.get(term.id, ()):
            terms_of.setdefault(reading, []).append(term.id)
    order = {term.id: place for place, term in enumerate(terms)}
    dated = tuple(map(_dated, events))
    return {
        one.id: InCommon(
            _references(one, by_pair),
            *_events(one, texts, dated),
            tuple(sorted(_shared(one, terms_of), key=order.__getitem__)),
            tuple(_questions(one, questions)),
            tuple(_beside(one, texts)),
        )
        for one in comparisons
        if all(name in texts for name in one.readings)  # in a build in parts, not all are read
    }


def end_in(stated: StatedReference, reading: str) -> Passage:
    """The passage of a cross-reference between two readings that stands in one of them."""
    far = stated.placed.other_end
    if far is not None and far.reading == reading:
        return far
    return Passage(stated.reading, stated.placed.span)


def _references(
    comparison: Comparison, by_pair: Mapping[tuple[str, str], Sequence[StatedReference]]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[StatedReference]] = {name: [] for name in comparison.readings}
    for first, second in combinations(sorted(comparison.readings), 2):
        for one in by_pair.get((first, second), ()):
            found[first].append(one)
            found[second].append(one)
    orders: dict[tuple[str, ...], str] = {}
    for reading, of_reading in found.items():
        of_reading.sort(key=lambda one: (end_in(one, reading).span, one.name))
        orders.setdefault(tuple(one.name for one in of_reading), reading)
    return {reading: names for names, reading in orders.items() if names}


def _shared(comparison: Comparison, terms_of: Mapping[str, Iterable[str]]) -> list[str]:
    count = Counter(term for reading in comparison.readings for term in terms_of.get(reading, ()))
    return [term for term, number in count.items() if number > 1]


def _questions(
    comparison: Comparison, questions: Mapping[str, Sequence[PlacedQuestion]]
) -> Iterator[str]:
    for reading in comparison.readings:
        others = {*comparison.readings} - {reading}
        for placed in questions.get(reading, ()):
            if not others.isdisjoint(passage.reading for passage in placed.passages):
                yield f"{reading}.{placed.question.id}"


def _beside(comparison: Comparison, texts: Mapping[str, Reading]) -> Iterator[str]:
    for name in comparison.readings:
        original = original_of(texts[name], texts)
        if original is not None and original.id in comparison.readings:
            yield name


def row_id(reading: str, number: int) -> str:
    """The id of a row in which a reading stands beside its original, counted from 1."""
    return f"beside.{reading}.{number}"


class _Dated(NamedTuple):
    """An event with its first and last day, and the readings that it is about."""

    id: str
    first: Day
    last: Day
    readings: frozenset[str]


def _dated(placed: PlacedEvent) -> _Dated:
    when = _period(placed)
    readings = frozenset(passage.reading for passage in placed.passages)
    return _Dated(placed.event.id, when.earliest, when.latest, readings)


def _events(
    comparison: Comparison, texts: Mapping[str, Reading], events: Iterable[_Dated]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The events between the texts, and others with passages in several of them."""
    time = _time_between(texts[name] for name in comparison.readings)
    between: list[str] = []
    others: list[str] = []
    for event in events:
        if time is not None and event.first <= time[1] and event.last >= time[0]:
            between.append(event.id)
        elif len(event.readings.intersection(comparison.readings)) > 1:
            others.append(event.id)
    return tuple(between), tuple(others)


def _time_between(readings: Iterable[Reading]) -> tuple[Day, Day] | None:
    """From the earliest date of the texts to the latest; None if fewer than two have one."""
    dates = [date for reading in readings if (date := date_of(reading)) is not None]
    points = [point for date in dates for point in date.points]
    if len(dates) < 2:
        return None
    return min(point.earliest for point in points), max(point.latest for point in points)


def date_of(reading: Reading) -> EdtfDate | None:
    """When a text was published, if it is known."""
    date = reading.metadata.date
    return parsed_date(date) if date else None


def in_time(
    readings: Iterable[Reading], events: Sequence[PlacedEvent]
) -> list[tuple[ComparedKind, str]]:
    """Events and dated readings in one order of time, by kind and id.

    A reading is left out if one of the events is its publication.
    """
    dated = [(date_key(_period(placed)), ComparedKind.EVENT, placed.event.id) for placed in events]
    for reading in readings:
        date = date_of(reading)
        if date is not None and not any(is_publication(placed, reading) for placed in events):
            dated.append((date_key(date), ComparedKind.TEXT, reading.id))
    # At one date, a text stands before what happened.
    in_order = sorted(dated, key=lambda one: (one[0], one[1] is ComparedKind.EVENT, one[2]))
    return [(kind, name) for _, kind, name in in_order]


def is_publication(placed: PlacedEvent, reading: Reading) -> bool:
    """Whether an event is about a whole text, and of its date."""
    whole = reading.source.paragraphs_span(1, len(reading.source.paragraphs))
    return placed.event.date == reading.metadata.date and any(
        passage.reading == reading.id and passage.span.covers(whole) for passage in placed.passages
    )


def _period(placed: PlacedEvent) -> EdtfDate:
    return period(placed.event.date, placed.event.end_date)
