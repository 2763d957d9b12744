"""Entries of the timeline."""

from pydantic import ValidationInfo, field_validator

from build_scripts.read.schema.dates import is_earlier
from build_scripts.read.schema.provenance import AttributedModel
from build_scripts.read.schema.targets import PassageModel
from build_scripts.read.schema.values import Date, Id, Text


class EventModel(AttributedModel):
    """An entry of the timeline."""

    id: Id
    date: Date
    end_date: Date | None = None
    title: Text
    body: Text | None = None
    passages: tuple[PassageModel, ...] = ()

    @field_validator("end_date")
    @classmethod
    def _not_before_date(cls, value: str | None, info: ValidationInfo) -> str | None:
        begins = info.data.get("date")
        if value is not None and begins is not None and is_earlier(value, begins):
            raise ValueError("the event ends before it begins")
        return value
