"""Models of targets, after the selectors of the W3C Web Annotation model."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, WithJsonSchema, model_validator

from build_scripts.read.schema.values import (
    Context,
    EventId,
    FormatModel,
    LongText,
    Number,
    ParagraphRange,
    ReadingId,
    TermId,
    exactly_one_of,
)

_REFINEMENTS = ("prefix", "suffix", "occurrence", "paragraph")
_WITH_EXACT: dict[str, Any] = {key: ["exact"] for key in _REFINEMENTS}
_NOT_TWICE: dict[str, Any] = {"not": {"required": ["exact", "paragraphs"]}}
_True = Annotated[Literal["true"], WithJsonSchema({"enum": [True, "true"]})]


class QuotationModel(FormatModel):
    """The keys of an optional quotation."""

    exact: LongText | None = None
    """The words of the passage, copied from the text. They must occur exactly once, unless
    `prefix` or `suffix` make clear which place is meant."""
    prefix: Context | None = None
    """The text immediately before the words; needed only if they occur more than once."""
    suffix: Context | None = None
    """The text immediately after the words; needed only if they occur more than once."""
    occurrence: Number | None = None
    """Which of the places is meant, counted from 1; only if reading.yml records the `sha256`.
    `prefix` and `suffix` are better."""
    paragraph: Number | None = None
    """The number of the paragraph that contains the words; only if reading.yml records the
    `sha256`."""


class QuoteTargetModel(QuotationModel):
    """A passage, given by its words."""

    exact: LongText
    """The words of the passage, copied from the text. They must occur exactly once, unless
    `prefix` or `suffix` make clear which place is meant."""


class PlaceModel(QuotationModel):
    """A passage, given by its words or by its paragraphs."""

    paragraphs: ParagraphRange | None = None
    """Whole paragraphs: one number, or the first and the last, like `3-5`."""

    def require_exact(self) -> None:
        """Refuse keys that refine a quotation if there is no quotation."""
        refined = (self.prefix, self.suffix, self.occurrence, self.paragraph)
        if self.exact is None and any(value is not None for value in refined):
            raise ValueError("`prefix`, `suffix`, `occurrence` and `paragraph` go with `exact`")

    def require_one_way(self) -> None:
        """Refuse a passage that is both quoted and named by its paragraphs."""
        if self.exact is not None and self.paragraphs is not None:
            raise ValueError("a passage has either `exact` or `paragraphs`")
        self.require_exact()


class TargetModel(PlaceModel):
    """A passage: a quotation, a range of paragraphs, or the whole reading."""

    model_config = ConfigDict(
        json_schema_extra={
            **exactly_one_of("exact", "paragraphs", "reading"),
            "dependencies": _WITH_EXACT,
        }
    )

    reading: _True | None = None
    """`true`: the reading as a whole."""

    @model_validator(mode="after")
    def _one_way(self) -> "TargetModel":
        ways = [self.exact, self.paragraphs, self.reading]
        if sum(way is not None for way in ways) != 1:
            raise ValueError("a target has one of `exact`, `paragraphs` or `reading: true`")
        self.require_exact()
        return self


class PassageModel(PlaceModel):
    """A passage of a named reading; the whole reading if nothing else is given."""

    model_config = ConfigDict(json_schema_extra={**_NOT_TWICE, "dependencies": _WITH_EXACT})

    reading: ReadingId
    """The id of the reading with the passage. Alone, it means the whole reading."""

    @model_validator(mode="after")
    def _one_way(self) -> "PassageModel":
        self.require_one_way()
        return self


class FarEndModel(PlaceModel):
    """The far end of a cross-reference: a passage of a reading, a term, or an event."""

    model_config = ConfigDict(
        json_schema_extra={
            **exactly_one_of("reading", "term", "event"),
            **_NOT_TWICE,
            "dependencies": {**_WITH_EXACT, "exact": ["reading"], "paragraphs": ["reading"]},
        }
    )

    reading: ReadingId | None = None
    """The id of the reading with the passage. Alone, it means the whole reading."""
    term: TermId | None = None
    """The id of a glossary term: the name of its file."""
    event: EventId | None = None
    """The id of an event of the timeline."""

    @model_validator(mode="after")
    def _one_way(self) -> "FarEndModel":
        if sum(end is not None for end in (self.reading, self.term, self.event)) != 1:
            raise ValueError("a cross-reference refers to one of `reading`, `term` or `event`")
        place = (getattr(self, key) for key in PlaceModel.model_fields)
        if self.reading is None and any(value is not None for value in place):
            raise ValueError("a passage needs the `reading` that it is in")
        self.require_one_way()
        return self
