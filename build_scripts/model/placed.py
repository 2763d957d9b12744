"""Annotations with their places in the texts."""

from dataclasses import dataclass
from typing import NamedTuple

from build_scripts.model.annotation import (
    Correction,
    CrossReference,
    Event,
    Note,
    Question,
    Reference,
    Term,
)
from build_scripts.model.arrangement import Arrangement
from build_scripts.model.collection import Settings
from build_scripts.model.comparison import Comparison
from build_scripts.model.reading import Reading
from build_scripts.model.span import Span

LEFT_OUT_STYLE = "left-out"
"""The style of the places where words of a text are not published."""


class Occurrence(NamedTuple):
    """A place where a form of a term occurs in a text, linked or not."""

    term: str
    span: Span
    linked: bool


class Passage(NamedTuple):
    """A span of a reading's text."""

    reading: str
    span: Span


class PlacedAnnotation(NamedTuple):
    """An annotation and its passage.

    Attributes:
        entry: the id of its entry in the apparatus (``note-loan-size``, ``term-union-state`` …).
        on_blocks: whether the target is whole paragraphs or the whole reading, not a quotation.
        other_end: for a cross-reference between passages, the passage at its other end.
        at_far_end: for a cross-reference, whether this is the passage that is referred to.
    """

    entry: str
    span: Span
    annotation: Note | CrossReference | Correction | Term
    on_blocks: bool = False
    other_end: Passage | None = None
    at_far_end: bool = False


class PlacedQuestion(NamedTuple):
    """A question for discussion, and its passages.

    Attributes:
        number: its number on the pages of its reading, from 1.
        passages: in the order in which they were written; they may be in other readings.
        start: where the first passage begins that is in its own reading and is a part of it; None
            if there is no such passage.
    """

    question: Question
    number: int
    passages: tuple[Passage, ...]
    start: int | None

    @property
    def entry(self) -> str:
        """The id of its element."""
        return f"question-{self.question.id}"


class PlacedStyle(NamedTuple):
    """A passage and its style: a `FormattingStyle` or ``speaker-label``."""

    span: Span
    style: str


class Segment(NamedTuple):
    """A piece of text without a boundary inside it.

    Attributes:
        span: the piece; it lies in one paragraph.
        entries: ids of all apparatus entries that cover it, sorted, each once.
        styles: names of its styles, sorted, each once.
    """

    span: Span
    entries: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class AnnotatedReading:
    """A reading and everything that has been placed in its text.

    Attributes:
        annotations: all annotations shown on it, sorted by start, longest first, then entry id.
        styles: the passages with a style, in any order; also the places of words that are not
            published.
        occurrences: every place where a term occurs, linked or not, in order.
        section_starts: numbers of the paragraphs that begin a section, sorted; the first is 1.
        questions: the questions shown on it, in the order of their numbers.
    """

    reading: Reading
    annotations: tuple[PlacedAnnotation, ...]
    styles: tuple[PlacedStyle, ...]
    occurrences: tuple[Occurrence, ...]
    section_starts: tuple[int, ...]
    questions: tuple[PlacedQuestion, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class PlacedEvent:
    """An event and its passages."""

    event: Event
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, eq=False)
class AnnotatedCollection:
    """The collection as it is shown, without drafts, unless they were requested.

    Readings, terms, events and references are each sorted by id; `arrangement` has the order in
    which readings are shown, and comparisons stand in the order in which they are shown.
    """

    settings: Settings
    readings: tuple[AnnotatedReading, ...]
    terms: tuple[Term, ...]
    events: tuple[PlacedEvent, ...]
    references: tuple[Reference, ...]
    arrangement: Arrangement
    comparisons: tuple[Comparison, ...] = ()
