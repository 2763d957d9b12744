"""Ways to point at a passage, after the selectors of the W3C Web Annotation model."""

from typing import Literal

from pydantic import model_validator

from build_scripts.read.schema.values import Context, FormatModel, Id, Number, ParagraphRange, Text


class QuoteTargetModel(FormatModel):
    """A passage by its own words."""

    exact: Text
    prefix: Context | None = None
    suffix: Context | None = None
    occurrence: Number | None = None
    paragraph: Number | None = None


class PlaceModel(FormatModel):
    """The keys of a passage that may be quoted or named by its paragraphs."""

    exact: Text | None = None
    prefix: Context | None = None
    suffix: Context | None = None
    occurrence: Number | None = None
    paragraph: Number | None = None
    paragraphs: ParagraphRange | None = None

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

    reading: Literal["true"] | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "TargetModel":
        ways = [self.exact, self.paragraphs, self.reading]
        if sum(way is not None for way in ways) != 1:
            raise ValueError("a target has one of `exact`, `paragraphs` or `reading: true`")
        self.require_exact()
        return self


class PassageModel(PlaceModel):
    """A passage of a named reading; the whole reading where nothing else is given."""

    reading: Id

    @model_validator(mode="after")
    def _one_way(self) -> "PassageModel":
        self.require_one_way()
        return self


class FarEndModel(PlaceModel):
    """What a cross-reference refers to: a passage of a reading, a term, or an event."""

    reading: Id | None = None
    term: Id | None = None
    event: Id | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "FarEndModel":
        if sum(end is not None for end in (self.reading, self.term, self.event)) != 1:
            raise ValueError("a cross-reference refers to one of `reading`, `term` or `event`")
        place = (getattr(self, key) for key in PlaceModel.model_fields)
        if self.reading is None and any(value is not None for value in place):
            raise ValueError("a passage needs the `reading` it stands in")
        self.require_one_way()
        return self
