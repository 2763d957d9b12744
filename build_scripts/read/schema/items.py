"""The keys of an annotation file."""

from build_scripts.read.schema.annotations import (
    CorrectionModel,
    CrossReferenceModel,
    FormattingModel,
    MentionModel,
    NoteModel,
)
from build_scripts.read.schema.events import EventModel
from build_scripts.read.schema.references import ReferenceModel
from build_scripts.read.schema.values import FormatModel

ITEM_MODELS: dict[str, type[FormatModel]] = {
    "notes": NoteModel,
    "cross_references": CrossReferenceModel,
    "corrections": CorrectionModel,
    "mentions": MentionModel,
    "formatting": FormattingModel,
    "events": EventModel,
    "references": ReferenceModel,
}
"""What an annotation file may hold: a list of items under each key."""
