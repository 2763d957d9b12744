"""Ways to point at a passage, after the selectors of the W3C Web Annotation model."""

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


class _QuotationModel(FormatModel):
    """The keys of a quotation, where there may be one."""

    exact: LongText | None = None
    """The words of the passage, copied from the text. They must stand in it exactly once, unless
    `prefix` or `suffix` settle which place is meant."""
    prefix: Context | None = None
    """What stands immediately before the words: needed only where they occur more than once."""
    suffix: Context | None = None
    """What stands immediately after the words: needed only where they occur more than once."""
    occurrence: Number | None = None
    """Which of the places is meant, counted from 1; only where reading.yml records the `sha256`.
    `prefix` and `suffix` are better."""
    paragraph: Number | None = None
    """The number of the paragraph that the words lie in; only where reading.yml records the
    `sha256`."""


class QuoteTargetModel(_QuotationModel):
    """A passage by its own words."""

    exact: LongText
    """The words of the passage, copied from the text. They must stand in it exactly once, unless
    `prefix` or `suffix` settle which place is meant."""


class PlaceModel(_QuotationModel):
    """The keys of a passage that may be quoted or named by its paragraphs."""

    paragraphs: ParagraphRange | None = None
    """Whole paragraphs: the number of one, or of the first and the last."""

    def require_exact(self) -> None:
        """Refuse what only refines a quotation where there is none.

        Raises:
            ValueError: in words for the person who wrote it.
        """
        refined = (self.prefix, self.suffix, self.occurrence, self.paragraph)
        if self.exact is None and any(value is not None for value in refined):
            raise ValueError("`prefix`, `suffix`, `occurrence` and `paragraph` go with `exact`")

    def require_one_way(self) -> None:
        """Refuse a passage that is both quoted and named by its paragraphs.

        Raises:
            ValueError: in words for the person who wrote it.
        """
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
    """A passage of a named reading; the whole reading where nothing else is given."""

    model_config = ConfigDict(json_schema_extra={**_NOT_TWICE, "dependencies": _WITH_EXACT})

    reading: ReadingId
    """The id of the reading that the passage stands in. Alone, it means the whole reading."""

    @model_validator(mode="after")
    def _one_way(self) -> "PassageModel":
        self.require_one_way()
        return self


class FarEndModel(PlaceModel):
    """What a cross-reference refers to: a passage of a reading, a term, or an event."""

    model_config = ConfigDict(
        json_schema_extra={
            **exactly_one_of("reading", "term", "event"),
            **_NOT_TWICE,
            "dependencies": {**_WITH_EXACT, "exact": ["reading"], "paragraphs": ["reading"]},
        }
    )

    reading: ReadingId | None = None
    """The id of the reading that the passage stands in. Alone, it means the whole reading."""
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
            raise ValueError("a passage needs the `reading` it stands in")
        self.require_one_way()
        return self
