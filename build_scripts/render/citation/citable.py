"""Describe anything that can be cited, such as a source, a reading or a note, in one form."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from build_scripts.model.annotation import NO_DATE, Name, Reference
from build_scripts.model.csl_variables import DATES
from build_scripts.model.reading import Metadata, Reading
from build_scripts.render.language.interface_words import Words
from build_scripts.render.page import one_line
from build_scripts.text.edtf_dates import standard_date


@dataclass(frozen=True, slots=True)
class Citable:
    """A work; the fields are CSL variables.

    Attributes:
        issued: a date of the Extended Date/Time Format; empty if there is none.
        accessed: the day of access, as the citation writes it.
        version: what this version or kind of work is, in words; `genre` in CSL.
        original: what it was made from, in words; styles have no place for that.
        is_edited: whether its editors stand in the place of its authors.
        more: further texts and dates that are known, by the names in `csl_variables`.
        others: further people who are known, by the names in `csl_variables`.
    """

    type: str
    title: str = ""
    author: tuple[Name, ...] = ()
    container_title: str = ""
    publisher: str = ""
    issued: str = ""
    accessed: str = ""
    language: str = ""
    url: str = ""
    translator: tuple[Name, ...] = ()
    interviewer: tuple[Name, ...] = ()
    version: str = ""
    original: str = ""
    is_edited: bool = False
    more: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A text by the name of its field, or else by its name in CSL; empty if it is unknown."""
        return self.more.get(name) or str(getattr(self, name, ""))

    def people(self, role: str) -> tuple[Name, ...]:
        """The people in a role of CSL."""
        match role:
            case "author":
                return self.author
            case "translator":
                return self.translator
            case "interviewer":
                return self.interviewer
            case _:
                return self.others.get(role, ())

    def completed(self) -> "Citable":
        """The work as citation styles need it: with an author, and without repetitions.

        The processor would repeat the title of a work without an author. So the editors take the
        author's place, or else the publisher, or the container, or the title, which then moves
        there.
        """
        work = self
        if not work.author and (editors := work.people("editor")):
            others = {role: people for role, people in work.others.items() if role != "editor"}
            work = replace(work, author=editors, others=others, is_edited=True)
        if not work.author and (name := work.publisher or work.container_title or work.title):
            is_title = not (work.publisher or work.container_title)
            title = "" if is_title else work.title
            work = replace(work, author=(Name(literal=name),), title=title)
        names = {name.full for name in work.author}
        if work.container_title in names:
            work = replace(work, container_title="")
        if work.publisher in names or work.publisher == work.container_title:
            work = replace(work, publisher="")
        return work


def citable_reference(reference: Reference, words: Words | None = None) -> Citable:
    """A source. With `words`, dates of the first edition and of events are in words.

    Otherwise they are as other programs write them.
    """
    kind = reference.type
    if kind == "article":  # CSL means preprints, which have a number
        kind = "webpage" if reference.url else "document"
    return Citable(
        type=kind,
        title=one_line(reference.title),
        author=tuple(map(_on_one_line, reference.author)),
        container_title=one_line(reference.container_title),
        publisher=one_line(reference.publisher),
        issued="" if reference.issued == NO_DATE else reference.issued,
        language=reference.language,
        url=reference.url,
        translator=_people(reference, "translator"),
        interviewer=_people(reference, "interviewer"),
        version=one_line(reference.more.get("genre", "")),
        more={
            key: _date(value, words) if key in DATES else one_line(value)
            for key, value in reference.more.items()
            if key != "genre"
        },
        others={
            role: _people(reference, role)
            for role in reference.people
            if role not in ("translator", "interviewer")
        },
    )


def _date(value: str, words: Words | None) -> str:
    return words.cited_year(value) if words else standard_date(value)


def _people(reference: Reference, role: str) -> tuple[Name, ...]:
    return tuple(map(_on_one_line, reference.people.get(role, ())))


def citable_reading(reading: Reading, site_name: str, address: str, words: Words) -> Citable:
    """A reading as the site publishes it; its address is empty if unknown."""
    metadata = reading.metadata
    return Citable(
        type="webpage",
        title=cited_title(metadata),
        author=tuple(map(_on_one_line, metadata.creators)),
        container_title=one_line(site_name),
        publisher="" if metadata.version else one_line(metadata.publisher),
        issued=metadata.date,
        language=metadata.language,
        url=address,
        translator=tuple(map(_on_one_line, metadata.translator)),
        interviewer=tuple(map(_on_one_line, metadata.interviewer)),
        version=one_line(metadata.version),
        original=_original(metadata, words),
    )


def cited_title(metadata: Metadata) -> str:
    """The title as citations have it: in brackets if the editors supplied it."""
    title = one_line(metadata.title)
    return f"[{title}]" if metadata.title_by == "editor" else title


def _original(metadata: Metadata, words: Words) -> str:
    """What a version was made from: who published it, and where it is; empty if unknown."""
    facts = (one_line(metadata.publisher), metadata.url)
    if not metadata.version or not any(facts):
        return ""
    return words.for_programs("original-of-version", value=words.joined(filter(None, facts)))


def _on_one_line(name: Name) -> Name:
    return Name(one_line(name.literal), one_line(name.family), one_line(name.given))
