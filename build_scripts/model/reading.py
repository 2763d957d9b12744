"""A reading: a source text with its metadata, its structure and its annotations."""

from dataclasses import dataclass, replace
from enum import StrEnum

from build_scripts.model.alignment import Aligned
from build_scripts.model.annotation import (
    Body,
    Correction,
    CrossReference,
    Formatting,
    Introduction,
    Linking,
    Mention,
    Name,
    Note,
    Question,
    Recommendation,
)
from build_scripts.model.licence import Licence
from build_scripts.model.line_and_column import Origin
from build_scripts.model.source_text import SourceText


class Role(StrEnum):
    """The role of a paragraph in its text."""

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
    """How line ends in a paragraph are shown: kept (verse), or reflowed as spaces."""

    KEEP = "keep"
    REFLOW = "reflow"


class FirstView(StrEnum):
    """The words that a text opens with at its corrections: those printed, or the probable ones."""

    PRINTED = "printed"
    CORRECTED = "corrected"


class Publish(StrEnum):
    """How much of a text the site shows.

    FULL: all of it. PASSAGES: the annotated passages, each with a few words around it. NOTES:
    nothing of it, only what is said about it.
    """

    FULL = "full"
    PASSAGES = "passages"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker.

    Attributes:
        id: the key by which paragraphs name the speaker.
        name: the full name.
        label: how the text marks the speaker's turns (``Transitions:``); may be empty.
        term: the id of the speaker's glossary entry, if it is stated.
    """

    id: str
    name: str
    label: str = ""
    term: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """The role of a paragraph, its speaker, and the level of a heading (2 to 6)."""

    role: Role = Role.PARAGRAPH
    speaker: str = ""
    level: int = 2


@dataclass(frozen=True, slots=True)
class EditorialHeading:
    """A heading that the editor puts before a paragraph; it is not in the source."""

    before: int
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a long reading with a page of its own: paragraphs `first` to `last`."""

    id: str
    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """The text as a publication. Unknown values are empty.

    Attributes:
        title_by: ``editor`` if the editor supplied the title, otherwise ``source``.
        language, original_language: BCP 47 language tags.
        date: the date of publication, in ISO 8601.
        version: what this version is, if it is not what was published; then `publisher`, `date`
            and `url` are those of the original.
        interface: the language of the interface on its pages; empty for that of the site.
        licence: that of the text; None if not given.
        annotations_licence: that of its annotations, if it is not that of the site.
    """

    title: str
    language: str
    title_by: str = ""
    authors: tuple[Name, ...] = ()
    interviewee: tuple[Name, ...] = ()
    interviewer: tuple[Name, ...] = ()
    publisher: str = ""
    date: str = ""
    original_language: str = ""
    translator: tuple[Name, ...] = ()
    version: str = ""
    rights: str = ""
    url: str = ""
    description: str = ""
    version_of: str = ""
    translation_of: str = ""
    interface: str = ""
    licence: Licence | None = None
    annotations_licence: Licence | None = None

    @property
    def creators(self) -> tuple[Name, ...]:
        """The persons whom citations credit with the text: those interviewed, then its authors."""
        return (*self.interviewee, *self.authors)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A source text with its annotations.

    Attributes:
        id: the name of its folder in ``annotations/readings/``, and the address of its page.
        styles: one for each paragraph of the source, in order.
        parts: empty for a reading of one page.
        sha256_recorded: whether reading.yml records the sha256 of the source.
        notice: what stands in a box above the text.
        introduction: what stands above the text for those who are about to read it.
        questions: in the order in which they are shown.
        further_reading: sources for those who have read the text, in the order of their list.
        alignment: the paragraphs that stand beside those of its original, in order.
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
    notice: Body | None = None
    introduction: Introduction | None = None
    questions: tuple[Question, ...] = ()
    further_reading: tuple[Recommendation, ...] = ()
    first_view: FirstView = FirstView.PRINTED
    publish: Publish = Publish.FULL
    alignment: tuple[Aligned, ...] = ()

    @property
    def original(self) -> str:
        """The id of the reading that this translates or is another version of; may be empty."""
        return self.metadata.translation_of or self.metadata.version_of

    def text_alone(self) -> "Reading":
        """The reading without its annotations."""
        return replace(
            self,
            notes=(),
            cross_references=(),
            corrections=(),
            mentions=(),
            formatting=(),
            questions=(),
        )

    def speaker(self, speaker_id: str) -> Speaker | None:
        """The speaker with this id, or None."""
        return next((s for s in self.speakers if s.id == speaker_id), None)
