"""Models of targets, after the selectors of the W3C Web Annotation model."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, WithJsonSchema, model_validator

from build_scripts.read.schema.values import (
    Context,
    EventId,
    FormatModel,
    Number,
    ParagraphRange,
    Quoted,
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

    exact: Quoted | None = None
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

    exact: Quoted
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
            raise ValueError(
                "`prefix`, `suffix`, `occurrence` and `paragraph` need `exact` beside them"
            )

    def require_one_way(self) -> None:
        """Refuse a passage that is both quoted and named by its paragraphs."""
        if self.exact is not None and self.paragraphs is not None:
            raise ValueError("this has `exact` and `paragraphs`, but only one is possible")
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
        ways = {
            "`exact`": self.exact,
            "`paragraphs`": self.paragraphs,
            "`reading: true`": self.reading,
        }
        used = [way for way, value in ways.items() if value is not None]
        if len(used) > 1:
            raise ValueError(f"this has {' and '.join(used)}, but only one is possible")
        if not used:
            raise ValueError("`exact`, `paragraphs` or `reading: true` is missing")
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


class PassageOfQuestionModel(PlaceModel):
    """A passage of this reading or, with `reading`, of another one."""

    model_config = ConfigDict(
        json_schema_extra={
            # Not at the top level, as in `exactly_one_of`.
            "allOf": [
                {"anyOf": [{"required": [key]} for key in ("exact", "paragraphs", "reading")]}
            ],
            **_NOT_TWICE,
            "dependencies": _WITH_EXACT,
        }
    )

    reading: ReadingId | None = None
    """The id of the reading with the passage, if it is another one. Alone, it means the whole
    reading."""

    @model_validator(mode="after")
    def _one_way(self) -> "PassageOfQuestionModel":
        self.require_one_way()
        if self.exact is None and self.paragraphs is None and self.reading is None:
            raise ValueError("`exact`, `paragraphs` or `reading` is missing")
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
            raise ValueError("a cross-reference needs exactly one of `reading`, `term` and `event`")
        place = (getattr(self, key) for key in PlaceModel.model_fields)
        if self.reading is None and any(value is not None for value in place):
            raise ValueError("the `reading` that has the passage is missing")
        self.require_one_way()
        return self
