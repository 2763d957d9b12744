"""Models of annotation files: the kinds of entries that a file may hold."""

from build_scripts.read.schema.annotations import (
    CorrectionModel,
    CrossReferenceModel,
    FormattingModel,
    MentionModel,
    NoteModel,
    QuestionModel,
)
from build_scripts.read.schema.collections import CollectionModel
from build_scripts.read.schema.comparisons import ComparisonModel
from build_scripts.read.schema.events import EventModel
from build_scripts.read.schema.references import ReferenceModel
from build_scripts.read.schema.values import FormatModel


class SharedFileModel(FormatModel):
    """A file outside the folders of readings: events, references, collections and comparisons."""

    events: tuple[EventModel, ...] = ()
    """Entries of the timeline; annotations/timeline.yml is the usual place."""
    references: tuple[ReferenceModel, ...] = ()
    """Books, articles and web pages, for `sources` to name; annotations/sources.yml is usual."""
    collections: tuple[CollectionModel, ...] = ()
    """Collections of readings, in the order in which they are shown; annotations/collections.yml is
    usual."""
    comparisons: tuple[ComparisonModel, ...] = ()
    """Comparisons of readings that belong together; annotations/comparisons.yml is usual."""


class AnnotationFileModel(SharedFileModel):
    """An annotation file of a reading: one or several kinds of annotations."""

    notes: tuple[NoteModel, ...] = ()
    """Context notes on passages; each is shown with a number."""
    cross_references: tuple[CrossReferenceModel, ...] = ()
    """Links from passages to other passages, to terms or to events; state each only once."""
    corrections: tuple[CorrectionModel, ...] = ()
    """Probable readings of faulty passages; the text stays as it is printed."""
    questions: tuple[QuestionModel, ...] = ()
    """Questions for discussion, in the order in which they are shown below the text."""
    mentions: tuple[MentionModel, ...] = ()
    """Places where a glossary link is forced or forbidden."""
    formatting: tuple[FormattingModel, ...] = ()
    """Typography that plain text lost: emphasis, small capitals …"""


ITEM_MODELS: dict[str, type[FormatModel]] = {
    "notes": NoteModel,
    "cross_references": CrossReferenceModel,
    "corrections": CorrectionModel,
    "questions": QuestionModel,
    "mentions": MentionModel,
    "formatting": FormattingModel,
    "events": EventModel,
    "references": ReferenceModel,
    "collections": CollectionModel,
    "comparisons": ComparisonModel,
}
"""The model of the entries under each key of an annotation file."""
