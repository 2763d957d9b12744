"""Model of the comparisons of readings that belong together."""

from typing import Annotated

from pydantic import Field, field_validator

from build_scripts.read.schema.provenance import AttributedModel
from build_scripts.read.schema.values import Id, LongText, ReadingId, Text


class ComparisonModel(AttributedModel):
    """A comparison of readings."""

    id: Id
    """The name of the comparison in addresses. Do not change it later; it is unique on the site."""
    title: Text
    """What its page is called."""
    readings: Annotated[
        tuple[ReadingId, ...], Field(min_length=2, json_schema_extra={"uniqueItems": True})
    ]
    """The readings that are compared, two or more, in the order in which they are shown."""
    body: LongText | None = None
    """What to look for, in Markdown."""

    @field_validator("readings")
    @classmethod
    def _each_once(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for index, name in enumerate(value):
            if name in value[:index]:
                raise ValueError(f"the reading `{name}` is named twice")
        return value
