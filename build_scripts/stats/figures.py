"""The figures of a collection, as values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """The annotations of a reading, or of all readings.

    Attributes:
        notes, cross_references, corrections, questions, mentions, formatting: entries of this
            kind.
        without_sources: notes and cross-references that rest on no source.
        drafts, reviewed, disputed: notes, cross-references, corrections and questions with this
            status.
    """

    notes: int = 0
    cross_references: int = 0
    corrections: int = 0
    questions: int = 0
    mentions: int = 0
    formatting: int = 0
    without_sources: int = 0
    drafts: int = 0
    reviewed: int = 0
    disputed: int = 0


@dataclass(frozen=True, slots=True)
class TextFigures:
    """How long a text is, and how much of it has annotations.

    Attributes:
        words: in scripts that separate words with spaces.
        characters: in scripts that do not separate words.
        annotated: paragraphs with a note, a cross-reference, a correction or a linked term.
            Annotations of the reading as a whole do not count.
        places, links: places of terms, and how many of them are links.
    """

    paragraphs: int = 0
    words: int = 0
    characters: int = 0
    annotated: int = 0
    places: int = 0
    links: int = 0


@dataclass(frozen=True, slots=True)
class ReadingFigures:
    """The figures of one reading."""

    id: str
    title: str
    text: TextFigures
    work: Work


@dataclass(frozen=True, slots=True)
class CollectionFigures:
    """The figures of a collection.

    Attributes:
        readings: by id.
        text, work: the sums; `work` does not hold terms and events.
        terms, places, events, sources, comparisons: how many there are; `places` are the terms on
            the map.
        term_places: the number of places of each term in the readings, the largest first.
        terms_without_place: ids of terms that stand in no reading.
        citations: the number of entries and recommendations that name each source, the largest
            first.
        sources_never_cited: ids.
        contributors: the number of entries of each creator, the largest first.
        without_creator: entries that name no creator.
        entry_drafts, entry_reviewed, entry_disputed: of all entries, terms and events included.
    """

    readings: tuple[ReadingFigures, ...]
    text: TextFigures
    work: Work
    terms: int
    places: int
    events: int
    comparisons: int
    sources: int
    term_places: tuple[tuple[str, int], ...]
    terms_without_place: tuple[str, ...]
    citations: tuple[tuple[str, int], ...]
    sources_never_cited: tuple[str, ...]
    contributors: tuple[tuple[str, int], ...]
    without_creator: int
    entry_drafts: int
    entry_reviewed: int
    entry_disputed: int
