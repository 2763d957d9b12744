"""Describe anything that can be cited, such as a source, a reading or a note, in one form."""

from dataclasses import dataclass, replace

from build_scripts.model.annotation import NO_DATE, Name, Reference
from build_scripts.model.reading import Metadata, Reading
from build_scripts.render.language.interface_words import Words
from build_scripts.render.page import one_line


@dataclass(frozen=True, slots=True)
class Citable:
    """A work; the fields are CSL variables.

    Attributes:
        issued: a date of the Extended Date/Time Format; empty if there is none.
        accessed: the day of access, as the citation writes it.
        version: what this version of the work is, in words; `genre` in CSL.
        original: what it was made from, in words; styles have no place for that.
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

    def completed(self) -> "Citable":
        """The work as citation styles need it: with an author, and without repetitions.

        The processor would repeat the title of a work without an author. So the publisher takes
        the author's place, or else the container, or else the title, which then moves there.
        """
        work = self
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


def citable_reference(reference: Reference, accessed: str = "") -> Citable:
    """A source; `accessed` is the day, in words, when its address was last seen to work."""
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
        accessed=accessed,
        language=reference.language,
        url=reference.url,
    )


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
    return words.around("original-of-version", words.joined(filter(None, facts)))


def _on_one_line(name: Name) -> Name:
    return Name(one_line(name.literal), one_line(name.family), one_line(name.given))
