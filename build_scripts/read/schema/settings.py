"""``site.yml``: settings of the collection."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from build_scripts.model.annotation import Linking
from build_scripts.model.collection import GlossaryPages
from build_scripts.read.schema.annotations import CorrectionModel, CrossReferenceModel, NoteModel
from build_scripts.read.schema.events import EventModel
from build_scripts.read.schema.key_lists import KeyOf
from build_scripts.read.schema.readings import ReadingModel
from build_scripts.read.schema.references import ReferenceModel
from build_scripts.read.schema.terms import TermModel
from build_scripts.read.schema.values import FormatModel, Year, list_from_text

_OneOrMore = BeforeValidator(list_from_text)


class TimelineModel(FormatModel):
    """The years that events lie in."""

    first: Year | None = Field(default=None, alias="from")
    last: Year | None = Field(default=None, alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> "TimelineModel":
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError("the timeline ends before it begins")
        return self


class RequireModel(FormatModel):
    """Optional keys that the maintainers want to see all the same, by kind of entry."""

    readings: Annotated[tuple[Annotated[str, KeyOf(ReadingModel)], ...], _OneOrMore] = ()
    terms: Annotated[tuple[Annotated[str, KeyOf(TermModel)], ...], _OneOrMore] = ()
    notes: Annotated[tuple[Annotated[str, KeyOf(NoteModel)], ...], _OneOrMore] = ()
    cross_references: Annotated[
        tuple[Annotated[str, KeyOf(CrossReferenceModel)], ...], _OneOrMore
    ] = ()
    corrections: Annotated[tuple[Annotated[str, KeyOf(CorrectionModel)], ...], _OneOrMore] = ()
    events: Annotated[tuple[Annotated[str, KeyOf(EventModel)], ...], _OneOrMore] = ()
    references: Annotated[tuple[Annotated[str, KeyOf(ReferenceModel)], ...], _OneOrMore] = ()


class SettingsModel(FormatModel):
    """``site.yml``."""

    drafts: Literal["hide", "publish"] = "hide"
    linking: Linking = Linking.FIRST
    glossary_pages: GlossaryPages = GlossaryPages.ONE
    timeline: TimelineModel = TimelineModel()
    require: RequireModel = RequireModel()
