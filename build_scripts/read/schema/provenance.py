"""Models of sources and authorship, whose keys many kinds of entries share."""

from typing import Annotated

from pydantic import ValidationInfo, field_validator

from build_scripts.model.annotation import Status
from build_scripts.read.schema.values import (
    Date,
    FormatModel,
    IdList,
    LongText,
    ReferenceId,
    Text,
    TextList,
    text_for,
)
from build_scripts.text.edtf_dates import is_earlier


class CitationModel(FormatModel):
    """A citation: the id of a reference, and the place in it."""

    ref: ReferenceId
    """The id of a reference, from `references` (usually in annotations/sources.yml)."""
    locator: Text | None = None
    """The place in the source, such as `p. 112`."""


CitationList = tuple[
    Annotated[CitationModel, text_for("ref", ReferenceId, CitationModel)],
    ...,
]


class RecommendationModel(FormatModel):
    """A source that is worth reading after a text."""

    ref: ReferenceId
    """The id of a reference, from `references` (usually in annotations/sources.yml)."""
    locator: Text | None = None
    """The place in the source, such as `p. 112`."""
    body: LongText | None = None
    """Why it is worth reading, in one sentence of Markdown."""


RecommendationList = tuple[
    Annotated[RecommendationModel, text_for("ref", ReferenceId, RecommendationModel)],
    ...,
]


class AttributedModel(FormatModel):
    """An entry with sources, authors and a status."""

    sources: CitationList = ()
    """The sources of the entry: ids of references, or `{ref: id, locator: "p. 112"}`."""
    creator: TextList = ()
    """Who wrote it: one name, or a list."""
    created: Date | None = None
    """When it was written: `2021`, `2021-10` or `2021-10-01`."""
    modified: Date | None = None
    """When it was last changed."""
    reviewed_by: TextList = ()
    """Who checked it: one name, or a list."""
    status: Status | None = None
    """How far it has come. A `draft` is shown while you work, but not published; a `disputed`
    entry is marked as such. Without a status, the entry is published without a remark."""
    formerly: IdList = ()
    """Earlier ids of the entry, so that old links still work."""

    @field_validator("modified")
    @classmethod
    def _not_before_created(cls, value: str | None, info: ValidationInfo) -> str | None:
        created = info.data.get("created")
        if value is not None and created is not None and is_earlier(value, created):
            raise ValueError("the entry was changed before it was created")
        return value
