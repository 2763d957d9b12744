"""Arrange the readings of a project in its collections."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from build_scripts.model.arrangement import ANY_ENDING, Arrangement, DeclaredCollection, Shelf
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin
from build_scripts.model.reading import Reading
from build_scripts.text.edtf_dates import date_key, parsed_date


class Arranged(NamedTuple):
    """The collections with their readings, and what is wrong with them."""

    arrangement: Arrangement
    diagnostics: tuple[Diagnostic, ...]


class _Claim(NamedTuple):
    """A name in the list of a collection that means a reading.

    Attributes:
        exactness: the number of letters that the name gives; a whole id beats every beginning.
        place: that of the name in the list.
    """

    exactness: tuple[bool, int]
    collection: DeclaredCollection
    place: int

    @property
    def origin(self) -> Origin:
        return self.collection.origin.at("readings", self.place)


def arrange(readings: Iterable[Reading], collections: Iterable[DeclaredCollection]) -> Arranged:
    """Put each reading into the collection that names it most exactly.

    Collections stand in the order of their declarations, and readings in the order of the names in
    their collection. Readings that share a name, and those in no collection, stand by their dates,
    the oldest first. What faulty declarations say is followed as far as it makes sense.
    """
    declared = tuple(one for one in collections if one.id)
    by_date = [reading.id for reading in sorted(readings, key=_by_date)]
    claims = _claims(declared, by_date)
    taken = {reading: max(rivals, key=_exactness) for reading, rivals in claims.items()}
    in_order: dict[str, list[tuple[int, int, str]]] = {one.id: [] for one in declared}
    for place, reading in enumerate(by_date):
        if claim := taken.get(reading):
            in_order[claim.collection.id].append((claim.place, place, reading))
    shown = {name: tuple(reading for *_, reading in sorted(own)) for name, own in in_order.items()}
    above = _collections_above(declared)
    shelves = _shelves("", declared, above, shown)
    others = tuple(reading for reading in by_date if reading not in taken)
    faults = (
        *_claimed_twice(claims),
        *_circles(declared, above),
        *_idle_beginnings(declared, claims),
    )
    return Arranged(Arrangement(shelves, others), faults)


def _by_date(reading: Reading) -> tuple[object, ...]:
    date = reading.metadata.date
    return bool(date), date_key(parsed_date(date)) if date else (), reading.id


def _exactness(claim: _Claim) -> tuple[bool, int]:
    return claim.exactness


def _claims(
    declared: Iterable[DeclaredCollection], readings: Iterable[str]
) -> dict[str, list[_Claim]]:
    """The names that mean each reading, in the order of the declarations."""
    sorted_ids = sorted(readings)
    claims: dict[str, list[_Claim]] = {}
    for collection in declared:
        for index, name in enumerate(collection.readings):
            beginning = name.removesuffix(ANY_ENDING)
            claim = _Claim((beginning == name, len(beginning)), collection, index)
            for reading in _meant(name, sorted_ids):
                claims.setdefault(reading, []).append(claim)
    return claims


def _meant(name: str, sorted_ids: Sequence[str]) -> Iterator[str]:
    """The readings that a name means."""
    beginning = name.removesuffix(ANY_ENDING)
    for place in range(bisect_left(sorted_ids, beginning), len(sorted_ids)):
        reading = sorted_ids[place]
        if reading != name if beginning == name else not reading.startswith(beginning):
            return
        yield reading


def _idle_beginnings(
    declared: Iterable[DeclaredCollection], claims: Mapping[str, Sequence[_Claim]]
) -> Iterator[Diagnostic]:
    used = {(claim.collection.id, claim.place) for rivals in claims.values() for claim in rivals}
    for collection in declared:
        for place, name in enumerate(collection.readings):
            if name.endswith(ANY_ENDING) and (collection.id, place) not in used:
                yield collection.origin.at("readings", place).diagnostic(
                    Code.COLLECTION_NAMES_NOTHING,
                    f"No reading has an id that begins with `{name.removesuffix(ANY_ENDING)}`",
                    "Correct the beginning, or delete it.",
                )


def _claimed_twice(claims: Mapping[str, Sequence[_Claim]]) -> Iterator[Diagnostic]:
    """A diagnostic for each name that means readings which another name means as exactly."""
    taken: dict[tuple[str, int], tuple[_Claim, _Claim, list[str]]] = {}
    for reading, rivals in claims.items():
        best = max(map(_exactness, rivals))
        first, *others = (claim for claim in rivals if claim.exactness == best)
        for other in others:
            key = (other.collection.id, other.place)
            taken.setdefault(key, (first, other, []))[-1].append(reading)
    for first, other, readings in taken.values():
        where = "this" if other.collection is first.collection else "another"
        more = f" and {len(readings) - 1} more are" if len(readings) > 1 else " is"
        yield other.origin.diagnostic(
            Code.READING_IN_TWO_COLLECTIONS,
            f"The reading `{readings[0]}`{more} already in {where} collection: "
            f"{first.origin.in_words}",
            "A reading stands in one collection: delete one of the two names.",
        )


def _collections_above(declared: Sequence[DeclaredCollection]) -> dict[str, str]:
    """The collection to which each one belongs; empty at the top.

    What belongs to a collection that is not declared, or to itself in the end, is at the top.
    """
    part_of = {one.id: one.part_of for one in declared}

    def is_sound(name: str) -> bool:
        seen = {""}
        while name not in seen:
            seen.add(name)
            name = part_of.get(name, "")
        return not name

    return {
        name: above if above in part_of and is_sound(name) else ""
        for name, above in part_of.items()
    }


def _circles(
    declared: Iterable[DeclaredCollection], above: Mapping[str, str]
) -> Iterator[Diagnostic]:
    known = above.keys()
    for one in declared:
        if one.part_of in known and not above[one.id]:
            yield one.origin.at("part_of").diagnostic(
                Code.COLLECTIONS_IN_A_CIRCLE,
                f"The collection `{one.id}` is a part of itself, directly or through others",
                "Name the collection that holds this one, or delete `part_of`.",
            )


def _shelves(
    above: str,
    declared: Sequence[DeclaredCollection],
    places: Mapping[str, str],
    readings: Mapping[str, tuple[str, ...]],
) -> tuple[Shelf, ...]:
    return tuple(
        Shelf(one, readings[one.id], _shelves(one.id, declared, places, readings))
        for one in declared
        if places[one.id] == above
    )
