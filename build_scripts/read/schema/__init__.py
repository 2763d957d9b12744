"""The annotation format as pydantic models, which check each entry by itself.

Contributors write against these models. Every value arrives as a string, a list or a mapping; None
stands for a key without a value.
"""

from build_scripts.read.schema.annotations import (
    CorrectionModel,
    CrossReferenceModel,
    FormattingModel,
    MentionModel,
    NoteModel,
)
from build_scripts.read.schema.events import EventModel
from build_scripts.read.schema.items import ITEM_MODELS
from build_scripts.read.schema.names import NameModel
from build_scripts.read.schema.provenance import CitationModel
from build_scripts.read.schema.readings import (
    HeadingModel,
    ParagraphStyleModel,
    PartModel,
    ReadingModel,
    SourceModel,
    SpeakerModel,
)
from build_scripts.read.schema.references import ReferenceModel
from build_scripts.read.schema.settings import (
    LicenseModel,
    RequireModel,
    SettingsModel,
    TimelineModel,
)
from build_scripts.read.schema.targets import (
    FarEndModel,
    PassageModel,
    QuoteTargetModel,
    TargetModel,
)
from build_scripts.read.schema.terms import TermExceptionModel, TermModel

__all__ = [
    "ITEM_MODELS",
    "CitationModel",
    "CorrectionModel",
    "CrossReferenceModel",
    "EventModel",
    "FarEndModel",
    "FormattingModel",
    "HeadingModel",
    "LicenseModel",
    "MentionModel",
    "NameModel",
    "NoteModel",
    "ParagraphStyleModel",
    "PartModel",
    "PassageModel",
    "QuoteTargetModel",
    "ReadingModel",
    "ReferenceModel",
    "RequireModel",
    "SettingsModel",
    "SourceModel",
    "SpeakerModel",
    "TargetModel",
    "TermExceptionModel",
    "TermModel",
    "TimelineModel",
]
