"""Match those who wrote, speak in or worked on texts and sources with the glossary.

A file may state who is meant, by the id of a term. Without that, a name means a person or an
organisation if it is, letter for letter, a name of exactly one. Nothing else is ever matched.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from build_scripts.model.annotation import Name, Reference, Term
from build_scripts.model.reading import Reading, Speaker
from build_scripts.render.page import one_line

KINDS_OF_PEOPLE = ("person", "organisation")
"""The kinds of terms on the page of people and organisations."""
WHO_IS_WHO = "who-is-who"
"""The id of the heading of the names by role."""
_NOT_AT_WORK = "recipient"
"""Whoever gets a letter has not worked on it."""


class Part(StrEnum):
    """A part in a reading or a source; the value is the id of the message that names it."""

    AUTHOR = "author-of"
    INTERVIEWEE = "interviewee-in"
    INTERVIEWER = "interviewer-in"
    SPEAKER = "speaker-in"
    TRANSLATOR = "translator-of"
    SOURCE_AUTHOR = "author-of-source"
    SOURCE_CONTRIBUTOR = "contributor-to-source"


class Role(StrEnum):
    """What somebody is here, in the order of the page; the message is ``role-ROLE``."""

    INTERVIEWEE = "interviewee"
    INTERVIEWER = "interviewer"
    AUTHOR = "author"
    SPEAKER = "speaker"
    TRANSLATOR = "translator"
    MENTIONED = "mentioned"
    SOURCE = "source"


ROLES: Mapping[Part, Role] = {
    Part.AUTHOR: Role.AUTHOR,
    Part.INTERVIEWEE: Role.INTERVIEWEE,
    Part.INTERVIEWER: Role.INTERVIEWER,
    Part.SPEAKER: Role.SPEAKER,
    Part.TRANSLATOR: Role.TRANSLATOR,
    Part.SOURCE_AUTHOR: Role.SOURCE,
    Part.SOURCE_CONTRIBUTOR: Role.SOURCE,
}


_IN_INTERVIEW = (Part.INTERVIEWEE, Part.INTERVIEWER)


class Voice(NamedTuple):
    """Somebody's part in a reading or a source.

    Attributes:
        work: the id of the reading or, if the part is in a source, of the source.
        term: the id of the term that the file states; empty where it states none.
    """

    name: str
    part: Part
    work: str
    term: str = ""


def voices_of(reading: Reading) -> Iterator[Voice]:
    """All voices of a reading.

    In one reading, the same name is the same person: a term that is stated once counts everywhere.
    """
    metadata = reading.metadata
    by_part: tuple[tuple[Part, tuple[Name | Speaker, ...]], ...] = (
        (Part.AUTHOR, metadata.authors),
        (Part.INTERVIEWEE, metadata.interviewee),
        (Part.INTERVIEWER, metadata.interviewer),
        (Part.SPEAKER, reading.speakers),
        (Part.TRANSLATOR, metadata.translator),
    )
    named = [(part, _full(one), one.term) for part, everybody in by_part for one in everybody]
    stated = {name: term for _, name, term in reversed(named) if term}
    for part, name, term in named:
        yield Voice(name, part, reading.id, term or stated.get(name, ""))


def _full(one: Name | Speaker) -> str:
    return one_line(one.full if isinstance(one, Name) else one.name)


def voices_in_source(source: Reference) -> Iterator[Voice]:
    """Those who wrote a source or worked on it."""
    for name in source.author:
        yield Voice(_full(name), Part.SOURCE_AUTHOR, source.id, name.term)
    for role, people in sorted(source.people.items()):
        for name in people if role != _NOT_AT_WORK else ():
            yield Voice(_full(name), Part.SOURCE_CONTRIBUTOR, source.id, name.term)


class Voices(NamedTuple):
    """All voices: by the id of a term or, for readings, by the name of anybody without one.

    Names have no sort keys, so they keep the order of the readings. Who worked on a source and has
    no term is in the bibliography alone.
    """

    of_terms: dict[str, list[Voice]]
    of_others: dict[str, list[Voice]]
    in_sources: dict[str, list[Voice]]


def find_voices(
    readings: Iterable[Reading], terms: Iterable[Term], sources: Iterable[Reference]
) -> Voices:
    """Match voices with the glossary; those of an interview are not named again as speakers."""
    terms = tuple(terms)
    ids = {term.id for term in terms}
    by_name = _people_by_name(terms)
    voices = Voices({}, {}, {})

    def meant(voice: Voice) -> str:
        if voice.term in ids:
            return voice.term
        known = by_name.get(voice.name, ())
        return known[0] if len(known) == 1 else ""

    for reading in readings:
        known = [(voice, meant(voice)) for voice in dict.fromkeys(voices_of(reading))]
        in_interview = {term or voice.name for voice, term in known if voice.part in _IN_INTERVIEW}
        for voice, term in known:
            if voice.part is Part.SPEAKER and (term or voice.name) in in_interview:
                continue
            if term:
                voices.of_terms.setdefault(term, []).append(voice)
            else:
                voices.of_others.setdefault(voice.name, []).append(voice)
    for source in sources:
        for voice in dict.fromkeys(voices_in_source(source)):
            if term := meant(voice):
                voices.in_sources.setdefault(term, []).append(voice)
    return voices


def _people_by_name(terms: Iterable[Term]) -> dict[str, list[str]]:
    """The ids of the persons and organisations that have a name."""
    people: dict[str, list[str]] = {}
    for term in terms:
        if term.kind in KINDS_OF_PEOPLE:
            for name in {one_line(name) for name in (term.label, *term.forms, *term.aliases)}:
                people.setdefault(name, []).append(term.id)
    return people


def is_on_people_page(term: Term, voices: Voices) -> bool:
    """Whether a term is that of a person or an organisation, or is stated to be somebody."""
    return (
        term.kind in KINDS_OF_PEOPLE or term.id in voices.of_terms or term.id in voices.in_sources
    )


def roles_of(voices: Iterable[Voice], *, is_mentioned: bool) -> tuple[Role, ...]:
    """The roles of somebody who has these voices, in their order."""
    roles = {ROLES[voice.part] for voice in voices}
    return tuple(
        role for role in Role if role in roles or (is_mentioned and role is Role.MENTIONED)
    )


def id_of_voice(name: str) -> str:
    """The id of the entry of somebody who is not in the glossary."""
    return f"voice-{sha256(name.encode()).hexdigest()[:10]}"
