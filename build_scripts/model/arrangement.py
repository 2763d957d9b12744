"""The collections into which a project arranges its readings."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model.line_and_column import Origin

ANY_ENDING = "*"
"""Ends a name that means every reading whose id begins like it."""


@dataclass(frozen=True, slots=True)
class DeclaredCollection:
    """A collection as a project declares it.

    Attributes:
        description: plain text; empty if not given.
        readings: ids of readings, or beginnings of ids with `ANY_ENDING`, in the order in which
            they are shown.
        part_of: the id of the collection to which this one belongs; empty for one at the top.
    """

    id: str
    title: str
    description: str
    readings: tuple[str, ...]
    part_of: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Shelf:
    """A declared collection with what stands in it.

    Attributes:
        readings: the ids of its own readings, in the order in which they are shown.
        parts: the collections in it.
    """

    collection: DeclaredCollection
    readings: tuple[str, ...]
    parts: tuple["Shelf", ...]

    def all_readings(self) -> Iterator[str]:
        """The ids of the readings in it and in its parts, in the order in which they are shown."""
        yield from self.readings
        for part in self.parts:
            yield from part.all_readings()

    def shelves(self, above: tuple["Shelf", ...] = ()) -> Iterator[tuple["Shelf", ...]]:
        """The way to this collection and to each one in it, from the top."""
        way = (*above, self)
        yield way
        for part in self.parts:
            yield from part.shelves(way)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All readings of a project in the order in which they are shown.

    Attributes:
        shelves: the collections at the top.
        others: the ids of the readings in no collection.
    """

    shelves: tuple[Shelf, ...]
    others: tuple[str, ...]

    def all_readings(self) -> Iterator[str]:
        """The ids of all readings, those in no collection last."""
        for shelf in self.shelves:
            yield from shelf.all_readings()
        yield from self.others

    def ways(self) -> Iterator[tuple[Shelf, ...]]:
        """The way to each collection from the top, in the order in which they are shown."""
        for shelf in self.shelves:
            yield from shelf.shelves()

    def ways_to_readings(self) -> dict[str, tuple[Shelf, ...]]:
        """The collections in which each reading stands, from the top, by its id."""
        return {reading: way for way in self.ways() for reading in way[-1].readings}


NO_COLLECTIONS = Arrangement((), ())
"""Of a project that declares none; its readings are not listed here."""
