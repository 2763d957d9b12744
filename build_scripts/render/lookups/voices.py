"""Match authors, speakers and translators of the readings with persons in the glossary."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from build_scripts.model.annotation import Term
from build_scripts.model.reading import Reading
from build_scripts.render.page import one_line


class Part(StrEnum):
    """A person's part in a reading; the value is the id of the message that names it."""

    AUTHOR = "author-of"
    INTERVIEWEE = "interviewee-in"
    INTERVIEWER = "interviewer-in"
    SPEAKER = "speaker-in"
    TRANSLATOR = "translator-of"


class Voice(NamedTuple):
    """A person who has a part in a reading."""

    name: str
    part: Part
    reading: str


def voices_of(reading: Reading) -> Iterator[Voice]:
    """All voices of a reading; those of an interview are not named again as speakers."""
    metadata = reading.metadata
    asked_or_asking: set[str] = set()
    for part, names in (
        (Part.AUTHOR, metadata.authors),
        (Part.INTERVIEWEE, metadata.interviewee),
        (Part.INTERVIEWER, metadata.interviewer),
    ):
        for name in names:
            yield Voice(one_line(name.full), part, reading.id)
            if part is not Part.AUTHOR:
                asked_or_asking.add(one_line(name.full))
    for speaker in reading.speakers:
        if one_line(speaker.name) not in asked_or_asking:
            yield Voice(one_line(speaker.name), Part.SPEAKER, reading.id)
    for name in metadata.translator:
        yield Voice(one_line(name.full), Part.TRANSLATOR, reading.id)


class Voices(NamedTuple):
    """All voices of a collection: by the id of a person's term or, without a term, by name.

    Names have no sort keys, so they keep the order of the readings.
    """

    of_terms: dict[str, list[Voice]]
    of_others: dict[str, list[Voice]]


def find_voices(readings: Iterable[Reading], terms: Iterable[Term]) -> Voices:
    """Match voices with persons in the glossary.

    A voice matches if its name is, letter for letter, the label or a form of exactly one person.
    """
    persons = _persons_by_name(terms)
    voices = Voices({}, {})
    for reading in readings:
        for voice in dict.fromkeys(voices_of(reading)):
            known = persons.get(voice.name, set())
            if len(known) == 1:
                voices.of_terms.setdefault(next(iter(known)), []).append(voice)
            else:
                voices.of_others.setdefault(voice.name, []).append(voice)
    return voices


def _persons_by_name(terms: Iterable[Term]) -> dict[str, set[str]]:
    persons: dict[str, set[str]] = {}
    for term in terms:
        if term.kind == "person":
            for name in (term.label, *term.forms):
                persons.setdefault(one_line(name), set()).add(term.id)
    return persons
