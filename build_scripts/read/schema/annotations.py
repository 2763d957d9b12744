"""Annotations of one reading."""

from pydantic import Field, model_validator

from build_scripts.model.annotation import Certainty, FormattingStyle, Relation
from build_scripts.read.schema.provenance import AttributedModel
from build_scripts.read.schema.targets import FarEndModel, QuoteTargetModel, TargetModel
from build_scripts.read.schema.values import FormatModel, Id, Text


class NoteModel(AttributedModel):
    """A context note."""

    id: Id
    target: TargetModel
    body: Text


class CrossReferenceModel(AttributedModel):
    """A typed link between two passages, or to a term or event."""

    id: Id
    target: TargetModel
    refers_to: FarEndModel
    relation: Relation
    body: Text | None = None


class CorrectionModel(AttributedModel):
    """The probable reading of a faulty passage."""

    id: Id
    target: QuoteTargetModel
    reading: Text
    certainty: Certainty
    body: Text | None = None


class MentionModel(FormatModel):
    """A place where a glossary link is forced or forbidden."""

    target: QuoteTargetModel
    term: Id | None = None
    forbid: Id | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "MentionModel":
        if (self.term is None) == (self.forbid is None):
            raise ValueError("a mention has either `term` (link it) or `forbid` (do not)")
        return self


class FormattingModel(FormatModel):
    """Typography at a place."""

    target: QuoteTargetModel
    style: FormattingStyle = Field(alias="as")
