"""Models of bibliographic items; keys are CSL variables."""

from typing import Annotated

from pydantic import AfterValidator, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from build_scripts.model.csl_variables import TYPES
from build_scripts.read.schema.names import NameList, TextOrName
from build_scripts.read.schema.values import (
    Address,
    Date,
    Doi,
    EdtfDate,
    EdtfDateOrNone,
    FormatModel,
    Id,
    Isbn,
    Issn,
    LanguageTag,
    LongText,
    Text,
)


def _csl_type(value: str) -> str:
    if value not in TYPES:
        # The error of an enumeration, so that the explanation is the same.
        raise PydanticCustomError("literal_error", "unknown type", {"expected": ", ".join(TYPES)})
    return value


class _Types:
    """For `typing.Annotated`: the types of CSL in the JSON Schema."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "enum": [*TYPES]}


class ReferenceModel(FormatModel):
    """A bibliographic item."""

    id: Id
    """The key by which `sources` name it; unique on the site."""
    type: Annotated[str, AfterValidator(_csl_type), _Types()]
    """The CSL type: `book`, `chapter`, `article-journal`, `article-newspaper`,
    `webpage` …"""
    title: Text | None = None
    """The title of the item itself."""
    author: tuple[TextOrName, ...] = ()
    """Who wrote it, in order: `{family: Brown, given: Maud}`, or a plain text for a name that is
    not taken apart."""
    editor: NameList = ()
    """Who edited it or the book that contains it: one name, or a list."""
    translator: NameList = ()
    """Who translated it."""
    publisher: Text | None = None
    """Who published it."""
    publisher_place: Text | None = Field(default=None, alias="publisher-place")
    """The town of the publisher."""
    container_title: Text | None = Field(default=None, alias="container-title")
    """The journal, newspaper or book that contains it."""
    container_author: NameList = Field(default=(), alias="container-author")
    """Who wrote the book that contains it."""
    collection_title: Text | None = Field(default=None, alias="collection-title")
    """The series that it belongs to."""
    collection_editor: NameList = Field(default=(), alias="collection-editor")
    """Who edits the series."""
    collection_number: Text | None = Field(default=None, alias="collection-number")
    """The number in the series."""
    edition: Text | None = None
    """The edition: `2`, or words such as `revised edition`."""
    volume: Text | None = None
    """The volume of the journal, or the number of the volume."""
    number_of_volumes: Text | None = Field(default=None, alias="number-of-volumes")
    """How many volumes the work has."""
    issue: Text | None = None
    """The issue of the journal."""
    page: Text | None = None
    """The pages in what contains it: `12-34`."""
    chapter_number: Text | None = Field(default=None, alias="chapter-number")
    """The number of the chapter."""
    section: Text | None = None
    """The section of a law or of a newspaper."""
    number: Text | None = None
    """The number of a report, a standard or a patent."""
    genre: Text | None = None
    """What kind of text it is: `PhD thesis`, `Pamphlet`."""
    medium: Text | None = None
    """What it is recorded on: `microfilm`, `DVD`."""
    issued: EdtfDateOrNone | None = None
    """When it was published: `1968`, `1968~` for about 1968; `n.d.` if it has no date."""
    original_date: EdtfDate | None = Field(default=None, alias="original-date")
    """When it was published first."""
    original_title: Text | None = Field(default=None, alias="original-title")
    """Its title in the first edition, or in the language it was translated from."""
    original_publisher: Text | None = Field(default=None, alias="original-publisher")
    """Who published it first."""
    original_publisher_place: Text | None = Field(default=None, alias="original-publisher-place")
    """The town where it was published first."""
    event_title: Text | None = Field(default=None, alias="event-title")
    """The conference or meeting at which it was presented."""
    event_date: EdtfDate | None = Field(default=None, alias="event-date")
    """When that was."""
    event_place: Text | None = Field(default=None, alias="event-place")
    """Where that was."""
    interviewer: NameList = ()
    """Who asked the questions of an interview."""
    recipient: NameList = ()
    """Whom a letter is to."""
    illustrator: NameList = ()
    """Who illustrated it."""
    composer: NameList = ()
    """Who composed it."""
    archive: Text | None = None
    """The archive or library that keeps it."""
    archive_location: Text | None = None
    """Its shelf mark there."""
    accessed: Date | None = None
    """When the address was last seen to work."""
    language: LanguageTag | None = None
    """The language of the item."""
    doi: Doi | None = Field(default=None, alias="DOI")
    """Its DOI: `10.1000/182`, or its address at doi.org."""
    isbn: Isbn | None = Field(default=None, alias="ISBN")
    """Its ISBN, or that of the book that contains it."""
    issn: Issn | None = Field(default=None, alias="ISSN")
    """The ISSN of the journal."""
    url: Address | None = Field(default=None, alias="URL")
    """Its address on the web."""
    note: LongText | None = None
    """A remark, shown in brackets."""
