"""The terms that speakers and other names say are meant by them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from build_scripts.model.annotation import Name
from build_scripts.model.collection import Collection
from build_scripts.model.line_and_column import Origin
from build_scripts.model.reading import Reading, Speaker


class StatedPerson(NamedTuple):
    """The id of a term under the key `term` of a speaker or of another name."""

    term: str
    origin: Origin


def stated_people(collection: Collection) -> Iterator[StatedPerson]:
    """Everybody in readings and sources of whom a file states who is meant."""
    for reading in collection.readings:
        for key, people in _people_of(reading).items():
            yield from _stated(people, reading.origin.at(key))
    for source in collection.references:
        for key, names in (("author", source.author), *sorted(source.people.items())):
            yield from _stated(names, source.origin.at(key))


def _people_of(reading: Reading) -> dict[str, Sequence[Name | Speaker]]:
    """By key of `reading.yml`, those who are named there."""
    metadata = reading.metadata
    return {
        "authors": metadata.authors,
        "interviewee": metadata.interviewee,
        "interviewer": metadata.interviewer,
        "translator": metadata.translator,
        "speakers": reading.speakers,
    }


def _stated(people: Sequence[Name | Speaker], origin: Origin) -> Iterator[StatedPerson]:
    for number, person in enumerate(people):
        if person.term:
            yield StatedPerson(person.term, origin.at(number, "term"))
