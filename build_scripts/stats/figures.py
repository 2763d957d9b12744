"""The figures of a collection, as values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """What was written on a reading, or on all.

    Attributes:
        notes, cross_references, corrections, mentions, formatting: entries of each kind.
        without_sources: notes and cross-references that rest on no source.
        drafts, reviewed, disputed: notes, cross-references and corrections with this status.
    """

    notes: int = 0
    cross_references: int = 0
    corrections: int = 0
    mentions: int = 0
    formatting: int = 0
    without_sources: int = 0
    drafts: int = 0
    reviewed: int = 0
    disputed: int = 0

    @property
    def annotations(self) -> int:
        """Entries of all kinds."""
        return (
            self.notes + self.cross_references + self.corrections + self.mentions + self.formatting
        )


@dataclass(frozen=True, slots=True)
class TextFigures:
    """How long a text is, and how much of it has annotations.

    Attributes:
        paragraphs: of the text.
        words: what blanks separate.
        characters: of scripts that put no blanks between words; they are in no word.
        annotated: paragraphs in which a note, a cross-reference, a correction or a linked term
            stands; what is on the reading as a whole does not count.
        places, links: of terms, and those of them that are links.
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
        terms, events, sources: how many there are.
        term_places: by term, how often it stands in the readings; the most frequent first.
        terms_without_place: terms that stand in none.
        citations: by source, how many entries name it; the most cited first.
        sources_never_cited: by id.
        contributors: by creator, how many entries are theirs; the most active first.
        without_creator: entries of which nobody is named as the creator.
        entry_drafts, entry_reviewed, entry_disputed: of all entries, terms and events included.
    """

    readings: tuple[ReadingFigures, ...]
    text: TextFigures
    work: Work
    terms: int
    events: int
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
