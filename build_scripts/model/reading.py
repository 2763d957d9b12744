"""A reading: a source text with its metadata, its structure and its annotations."""

from dataclasses import dataclass
from enum import StrEnum

from build_scripts.model.annotation import (
    Correction,
    CrossReference,
    Formatting,
    Linking,
    Mention,
    Note,
)
from build_scripts.model.file_position import Origin
from build_scripts.model.source_text import SourceText


class Role(StrEnum):
    """What a paragraph is in its text."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LEAD = "lead"
    INTRODUCTION = "introduction"
    QUESTION = "question"
    ANSWER = "answer"
    SPEECH = "speech"
    VERSE = "verse"
    QUOTATION = "quotation"
    ARTICLE = "article"
    STAGE_DIRECTION = "stage-direction"
    BYLINE = "by-line"


class LineBreaks(StrEnum):
    """What happens to line ends inside a paragraph: kept (verse), or reflowed like a space."""

    KEEP = "keep"
    REFLOW = "reflow"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks.

    Attributes:
        id: the key by which paragraphs name the speaker.
        name: the full name.
        label: how the text itself marks the speaker's turns (``Transitions:``); may be empty.
    """

    id: str
    name: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """The role of a paragraph, who speaks it, and the level of a heading (2 to 6)."""

    role: Role = Role.PARAGRAPH
    speaker: str = ""
    level: int = 2


@dataclass(frozen=True, slots=True)
class EditorialHeading:
    """A heading that the editor, not the source, puts before a paragraph."""

    before: int
    title: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a long reading with a page of its own: paragraphs `first` to `last`."""

    id: str
    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the text as a publication. Empty strings where nothing is known.

    Attributes:
        title_by: ``editor`` where the source has no title and the editor supplied one.
        language, original_language: BCP 47 language tags.
        date: ISO 8601, of publication.
        interface: the language in which the interface speaks on its pages; empty for the site's.
    """

    title: str
    language: str
    title_by: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    original_language: str = ""
    translator: str = ""
    rights: str = ""
    url: str = ""
    description: str = ""
    version_of: str = ""
    translation_of: str = ""
    interface: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A source text and all that was written about it.

    Attributes:
        id: the folder's name under ``annotations/readings/``; the page's address.
        styles: one for each paragraph of the source, in order.
        parts: empty for a reading of one page.
        sha256_recorded: whether reading.yml pins the bytes of the source.
    """

    id: str
    source: SourceText
    metadata: Metadata
    speakers: tuple[Speaker, ...]
    styles: tuple[ParagraphStyle, ...]
    headings: tuple[EditorialHeading, ...]
    parts: tuple[Part, ...]
    line_breaks: LineBreaks
    linking: Linking | None
    formerly: tuple[str, ...]
    sha256_recorded: bool
    notes: tuple[Note, ...]
    cross_references: tuple[CrossReference, ...]
    corrections: tuple[Correction, ...]
    mentions: tuple[Mention, ...]
    formatting: tuple[Formatting, ...]
    origin: Origin

    def speaker(self, speaker_id: str) -> Speaker | None:
        """The speaker with this id, or None."""
        return next((s for s in self.speakers if s.id == speaker_id), None)
