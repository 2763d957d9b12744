"""Model of ``site.yml``: settings of the collection."""

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from build_scripts.model.annotation import Linking
from build_scripts.model.collection import GlossaryPages
from build_scripts.read.schema.annotations import (
    CorrectionModel,
    CrossReferenceModel,
    NoteModel,
    QuestionModel,
)
from build_scripts.read.schema.collections import CollectionModel
from build_scripts.read.schema.comparisons import ComparisonModel
from build_scripts.read.schema.events import EventModel
from build_scripts.read.schema.licences import TextOrLicence
from build_scripts.read.schema.readings import ReadingModel
from build_scripts.read.schema.references import ReferenceModel
from build_scripts.read.schema.terms import TermModel
from build_scripts.read.schema.values import (
    Contact,
    FormatModel,
    LanguageTag,
    LongText,
    OneOrMore,
    Year,
    fields_by_key,
)

_OneOrMore = OneOrMore()


class TimelineModel(FormatModel):
    """The years of the timeline."""

    first: Year | None = Field(default=None, alias="from")
    """The first year."""
    last: Year | None = Field(default=None, alias="to")
    """The last year."""

    @model_validator(mode="after")
    def _in_order(self) -> "TimelineModel":
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError("the timeline ends before it begins")
        return self


class KeyOf:
    """For `typing.Annotated`: a text that is a key of a model, as written in files."""

    def __init__(self, model: type[BaseModel]) -> None:
        self._keys = [*fields_by_key(model)]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "enum": self._keys}

    def _checked(self, value: str) -> str:
        if value not in self._keys:
            # The error of an enumeration, so that the explanation is the same.
            raise PydanticCustomError(
                "literal_error", "unknown key", {"expected": ", ".join(self._keys)}
            )
        return value


class RequireModel(FormatModel):
    """Optional keys that the maintainers require, by kind of entry."""

    readings: Annotated[tuple[Annotated[str, KeyOf(ReadingModel)], ...], _OneOrMore] = ()
    """Optional keys that reading.yml should have."""
    terms: Annotated[tuple[Annotated[str, KeyOf(TermModel)], ...], _OneOrMore] = ()
    """Optional keys that glossary terms should have."""
    notes: Annotated[tuple[Annotated[str, KeyOf(NoteModel)], ...], _OneOrMore] = ()
    """Optional keys that notes should have."""
    cross_references: Annotated[
        tuple[Annotated[str, KeyOf(CrossReferenceModel)], ...], _OneOrMore
    ] = ()
    """Optional keys that cross-references should have."""
    corrections: Annotated[tuple[Annotated[str, KeyOf(CorrectionModel)], ...], _OneOrMore] = ()
    """Optional keys that corrections should have."""
    questions: Annotated[tuple[Annotated[str, KeyOf(QuestionModel)], ...], _OneOrMore] = ()
    """Optional keys that questions should have."""
    events: Annotated[tuple[Annotated[str, KeyOf(EventModel)], ...], _OneOrMore] = ()
    """Optional keys that events should have."""
    references: Annotated[tuple[Annotated[str, KeyOf(ReferenceModel)], ...], _OneOrMore] = ()
    """Optional keys that references should have."""
    collections: Annotated[tuple[Annotated[str, KeyOf(CollectionModel)], ...], _OneOrMore] = ()
    """Optional keys that collections should have."""
    comparisons: Annotated[tuple[Annotated[str, KeyOf(ComparisonModel)], ...], _OneOrMore] = ()
    """Optional keys that comparisons should have."""


class SettingsModel(FormatModel):
    """``site.yml``."""

    drafts: Literal["hide", "publish"] = "hide"
    """Whether drafts are on the published site: `hide` (usual) or `publish`."""
    language: LanguageTag = "en"
    """The language of the site, as a tag: of the interface and of the annotations."""
    linking: Linking = Linking.FIRST
    """Which occurrences of terms become links, unless a reading or a term says otherwise."""
    glossary: Literal["own", "shared"] = "own"
    """Whose glossary it is: the project's `own` (usual), or `shared` with other projects, which may
    use what nothing uses here."""
    glossary_pages: GlossaryPages = GlossaryPages.ONE
    """One page for the whole glossary, or one for each initial letter."""
    editors: LongText | None = None
    """Who the editors are, and what they vouch for; shown with every text."""
    contact: Contact | None = None
    """Where readers report errors and object: `mailto:name@example.org` or `https://…`. Without it,
    the page for issues of the repository, if there is one."""
    annotations_licence: TextOrLicence | None = None
    """The licence of the annotations: an id of the SPDX list such as `CC-BY-4.0`, a name, or
    `{name, url, spdx}`. It is shown with every text, which has its own `rights` and `licence`."""
    timeline: TimelineModel = TimelineModel()
    """The years of the timeline; an event outside them is a warning."""
    require: RequireModel = RequireModel()
    """Optional keys that every entry should have; a missing one is a warning."""
