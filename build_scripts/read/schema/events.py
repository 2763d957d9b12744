"""Model of the entries of the timeline."""

from pydantic import ValidationInfo, field_validator

from build_scripts.read.schema.provenance import AttributedModel
from build_scripts.read.schema.targets import PassageModel
from build_scripts.read.schema.values import EdtfDate, EdtfPoint, Id, LongText, Text
from build_scripts.text.edtf_dates import is_earlier, parsed_date


class EventModel(AttributedModel):
    """An entry of the timeline."""

    id: Id
    """The name of the event in addresses. Do not change it later; it is unique on the site."""
    date: EdtfDate
    """When it happened or began, as precisely as known: `1931`, `1931-11` or `1931-11-30`; `1931~`
    for about 1931, `193X` for the 1930s, `1931/1945` or `1931/..` for an interval."""
    end_date: EdtfPoint | None = None
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
        if value is not None and begins is not None and parsed_date(begins).is_interval:
            raise ValueError("the date of the event has an end of its own")
        if value is not None and begins is not None and is_earlier(value, begins):
            raise ValueError("the event ends before it begins")
        return value
