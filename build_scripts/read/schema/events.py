"""Model of the entries of the timeline."""

from pydantic import ValidationInfo, field_validator

from build_scripts.read.schema.dates import is_earlier
from build_scripts.read.schema.provenance import AttributedModel
from build_scripts.read.schema.targets import PassageModel
from build_scripts.read.schema.values import Date, Id, LongText, Text


class EventModel(AttributedModel):
    """An entry of the timeline."""

    id: Id
    """The name of the event in addresses. Do not change it later; it is unique on the site."""
    date: Date
    """When it happened or began, as precisely as known: `1931`, `1931-11` or `1931-11-30`."""
    end_date: Date | None = None
    """When it ended; leave it out for a single day."""
    title: Text
    """What happened, in a few words."""
    body: LongText | None = None
    """More about it, in Markdown."""
    passages: tuple[PassageModel, ...] = ()
    """The passages that it sheds light on."""

    @field_validator("end_date")
    @classmethod
    def _not_before_date(cls, value: str | None, info: ValidationInfo) -> str | None:
        begins = info.data.get("date")
        if value is not None and begins is not None and is_earlier(value, begins):
            raise ValueError("the event ends before it begins")
        return value
