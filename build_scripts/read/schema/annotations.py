"""Models of the annotations of one reading."""

from pydantic import ConfigDict, Field, model_validator

from build_scripts.model.annotation import Certainty, FormattingStyle, Relation
from build_scripts.read.schema.provenance import AttributedModel, CitationList
from build_scripts.read.schema.targets import (
    FarEndModel,
    PassageOfQuestionModel,
    QuoteTargetModel,
    TargetModel,
)
from build_scripts.read.schema.values import (
    FormatModel,
    Id,
    LongText,
    Replacement,
    TermId,
    TextList,
    exactly_one_of,
)


class NoteModel(AttributedModel):
    """A context note."""

    id: Id
    """The name of the note in addresses. Do not change it later; it is unique among the notes of
    the reading."""
    target: TargetModel
    """The passage that the note is on."""
    body: LongText
    """The note, in Markdown. After `body: |` it may have several lines, indented alike."""


class CrossReferenceModel(AttributedModel):
    """A typed link between two passages, or to a term or event."""

    id: Id
    """The name of the cross-reference in addresses. Do not change it later; it is unique among the
    cross-references of the reading."""
    target: TargetModel
    """The passage that the cross-reference starts from."""
    refers_to: FarEndModel
    """Where it leads: to a passage of this or another reading, to a term, or to an event."""
    relation: Relation
    """The relation of the other end, seen from the passage."""
    body: LongText | None = None
    """Why, in one sentence of Markdown."""


class RivalModel(FormatModel):
    """Another reading of the words that a correction is about."""

    reading: Replacement
    """The words that were proposed, as plain text; `""` if the faulty words are to be left out."""
    proposed_by: TextList = ()
    """Who proposed this reading: one name, or a list."""
    certainty: Certainty | None = None
    """How certain it is."""
    sources: CitationList = ()
    """The sources of this reading: ids of references, or `{ref: id, locator: "p. 112"}`."""
    body: LongText | None = None
    """What speaks for or against it, in Markdown."""


class CorrectionModel(AttributedModel):
    """The probable reading of a faulty passage."""

    id: Id
    """The name of the correction in addresses. Do not change it later; it is unique among the
    corrections of the reading."""
    target: QuoteTargetModel
    """The faulty words, as they are printed."""
    reading: Replacement
    """The words that were probably meant, as plain text; `""` if the faulty words are to be left
    out. The text itself stays as printed."""
    certainty: Certainty
    """How certain that is."""
    proposed_by: TextList = ()
    """Who proposed this reading: one name, or a list."""
    rivals: tuple[RivalModel, ...] = ()
    """Other readings of the same words that were proposed. They are listed, but the text as
    corrected does not show them."""
    body: LongText | None = None
    """Why, in Markdown."""


class QuestionModel(AttributedModel):
    """A question for discussion."""

    id: Id
    """The name of the question in addresses. Do not change it later; it is unique among the
    questions of the reading."""
    body: LongText
    """The question, in Markdown."""
    passages: tuple[PassageOfQuestionModel, ...] = ()
    """The passages that it is about. Without `reading`, they are in this reading."""
    hint: LongText | None = None
    """What a teacher should know, in Markdown: what to look for, or an answer. It is folded on the
    page, and not printed unless it is open."""


class MentionModel(FormatModel):
    """A place where a glossary link is forced or forbidden."""

    model_config = ConfigDict(json_schema_extra=exactly_one_of("term", "forbid"))

    target: QuoteTargetModel
    """The words of the text."""
    term: TermId | None = None
    """The id of the glossary term that is linked here."""
    forbid: TermId | None = None
    """The id of the glossary term that is not meant here, and not linked."""

    @model_validator(mode="after")
    def _one_way(self) -> "MentionModel":
        if (self.term is None) == (self.forbid is None):
            raise ValueError("a mention has either `term` (link it) or `forbid` (do not)")
        return self


class FormattingModel(FormatModel):
    """Typography of a passage."""

    target: QuoteTargetModel
    """The words of the text."""
    style: FormattingStyle = Field(alias="as")
    """The style of the words in print."""
