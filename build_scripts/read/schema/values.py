"""Types of the format's values: texts, ids, dates, addresses, numbers, short lists.

Each type has its checks and its JSON Schema. We read every scalar as a text, but for editors that
use the schemas, `1984` is a number and `true` is a boolean.
"""

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from build_scripts.model import limits
from build_scripts.model.structure_schema import IDS_OF
from build_scripts.model.value_patterns import (
    CONTACT_PATTERN,
    DATE_PATTERN,
    DOI_PATTERN,
    EDTF_OR_NONE_PATTERN,
    EDTF_PATTERN,
    EDTF_POINT_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    WEB_ADDRESS_PATTERN,
    YEAR_PATTERN,
)
from build_scripts.model.web_address import names_its_host
from build_scripts.read.schema.dates import (
    edtf_date,
    edtf_date_or_none,
    edtf_point,
    iso_date,
    iso_year,
)
from build_scripts.read.schema.identifying_numbers import doi, isbn_number, issn_number
from build_scripts.text.hidden_characters import hidden_runs, looks_blank


def _web_address(value: str) -> str:
    if not value.startswith(("https://", "http://")) or re.search(r"[\s<>\"]", value):
        raise ValueError("an address begins with https:// or http:// and contains no spaces")
    if not names_its_host(value):
        raise ValueError(
            "after `//`, an address has the name of the site: letters, digits, dots and hyphens, "
            "without a user name"
        )
    return value


def _contact(value: str) -> str:
    if value.startswith(("https://", "http://")):
        return _web_address(value)
    if not re.fullmatch(CONTACT_PATTERN, value):
        raise ValueError("it is written like `mailto:name@example.org` or `https://…`")
    return value


def _seed_path(value: str) -> str:
    parts = value.split("/")
    if parts[0] != "seeds" or len(parts) < 2 or set(parts) & {"", ".", ".."}:
        raise ValueError("the source must be a file in `seeds/`, written like `seeds/name.txt`")
    if re.search(r"[\\:\x00-\x1f]", value):
        raise ValueError("the name of a source has no backslash, colon or control character")
    return value


def text_for(key: str, text: Any, model: type[BaseModel]) -> BeforeValidator:
    """For `typing.Annotated`: a text may stand for a mapping that has only this key.

    `text` is the type of the text in the JSON Schema.
    """

    def mapping(value: Any) -> Any:
        return {key: value} if isinstance(value, str) else value

    return BeforeValidator(mapping, json_schema_input_type=text | model)


def list_from_text(value: Any) -> Any:
    """A single text as a list of one."""
    return [value] if isinstance(value, str) else value


def list_from_one(value: Any) -> Any:
    """A single text or mapping as a list of one."""
    return [value] if isinstance(value, str | dict) else value


class OneOrMore:
    """For `typing.Annotated`: a list of texts; a single text may stand for a list of one.

    With `list_from_one`, it is a list of texts and mappings, and so may be a single mapping.
    """

    def __init__(self, as_list: Callable[[Any], Any] = list_from_text) -> None:
        self._as_list = as_list

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._as_list, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        items = handler(schema)
        return {"anyOf": [items["items"], items]}


def _not_blank(value: str) -> str:
    if looks_blank(value) and not hidden_runs(value):  # which are reported by themselves
        raise ValueError("this is blank")  # explained like an empty value
    return value


def _not_white_space(value: str) -> str:
    if not value.strip():
        raise ValueError("this is blank")  # explained like an empty value
    return value


_TEXT_OR_LIKE = ["string", "number", "boolean"]


def _text_schema(longest: int, pattern: str = r"\S") -> WithJsonSchema:
    return WithJsonSchema({"type": _TEXT_OR_LIKE, "pattern": pattern, "maxLength": longest})


_BEGINS_NO_FOLDER_UP = r"(?!\.{1,2}(/|$))"
_YEARS: dict[str, Any] = {"type": ["string", "integer"], "minimum": -9999, "maximum": 9999}
_DATES = {**_YEARS, "examples": ["2021", "2021-10", "2021-10-01"]}
_EDTF = {**_YEARS, "examples": [*_DATES["examples"], "1984~", "198X", "1964/2008", "1964/.."]}

Text = Annotated[
    str,
    StringConstraints(max_length=limits.LONGEST_LINE),
    AfterValidator(_not_blank),
    _text_schema(limits.LONGEST_LINE),
]
"""A text of one line: a title, a name, a form."""
LongText = Annotated[
    str,
    StringConstraints(max_length=limits.LONGEST_TEXT),
    AfterValidator(_not_blank),
    _text_schema(limits.LONGEST_TEXT),
]
"""A text of several sentences or paragraphs."""
Quoted = Annotated[
    str,
    StringConstraints(max_length=limits.LONGEST_TEXT),
    AfterValidator(_not_white_space),
    _text_schema(limits.LONGEST_TEXT),
]
"""Words of a text, which may be a mark of no letter."""
Replacement = Annotated[
    str,
    StringConstraints(max_length=limits.LONGEST_TEXT),
    AfterValidator(lambda value: value and _not_white_space(value)),
    _text_schema(limits.LONGEST_TEXT, r"^$|\S"),
]
"""A text in place of other words; `""` leaves them out."""
Context = Annotated[
    str,
    StringConstraints(min_length=1, max_length=limits.LONGEST_TEXT),
    WithJsonSchema({"type": _TEXT_OR_LIKE, "minLength": 1, "maxLength": limits.LONGEST_TEXT}),
]
"""A text that may consist of white space alone."""
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=limits.LONGEST_NAME)]
Date = Annotated[
    str,
    AfterValidator(iso_date),
    WithJsonSchema({**_DATES, "pattern": DATE_PATTERN}),
]
"""A day, a month or a year, which is known."""
EdtfDate = Annotated[
    str,
    AfterValidator(edtf_date),
    WithJsonSchema({**_EDTF, "pattern": EDTF_PATTERN}),
]
"""A date or an interval, which may be uncertain or approximate."""
EdtfPoint = Annotated[
    str,
    AfterValidator(edtf_point),
    WithJsonSchema({**_EDTF, "examples": _EDTF["examples"][:5], "pattern": EDTF_POINT_PATTERN}),
]
"""The same without intervals."""
EdtfDateOrNone = Annotated[
    str,
    AfterValidator(edtf_date_or_none),
    WithJsonSchema({**_EDTF, "pattern": EDTF_OR_NONE_PATTERN}),
]
"""Such a date, or ``n.d.`` for an item that has none."""
Year = Annotated[
    int,
    BeforeValidator(iso_year),
    WithJsonSchema({**_YEARS, "pattern": YEAR_PATTERN, "examples": ["1952", "-0043"]}),
]
Address = Annotated[
    str,
    StringConstraints(max_length=limits.LONGEST_ADDRESS),
    AfterValidator(_web_address),
    WithJsonSchema(
        {
            "type": "string",
            "maxLength": limits.LONGEST_ADDRESS,
            "pattern": WEB_ADDRESS_PATTERN,
            "examples": ["https://example.org/page"],
        }
    ),
]
Doi = Annotated[
    str,
    StringConstraints(max_length=limits.LONGEST_ADDRESS),
    AfterValidator(doi),
    WithJsonSchema(
        {
            "type": "string",
            "maxLength": limits.LONGEST_ADDRESS,
            "pattern": DOI_PATTERN,
            "examples": ["10.1000/182", "https://doi.org/10.1000/182"],
        }
    ),
]
Isbn = Annotated[
    str,
    AfterValidator(isbn_number),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": "^([0-9][ -]?){9,12}[0-9Xx]$",
            "examples": ["978-0-571-08989-5"],
        }
    ),
]
Issn = Annotated[
    str,
    AfterValidator(issn_number),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": "^[0-9]{4}[ -]?[0-9]{3}[0-9Xx]$",
            "examples": ["2049-3630"],
        }
    ),
]
Contact = Annotated[
    str,
    StringConstraints(max_length=limits.LONGEST_ADDRESS),
    AfterValidator(_contact),
    WithJsonSchema(
        {
            "type": "string",
            "maxLength": limits.LONGEST_ADDRESS,
            "pattern": CONTACT_PATTERN,
            "examples": ["mailto:name@example.org", "https://example.org/form"],
        }
    ),
]
"""Where somebody is reached: an address of mail, or of a page on the web."""
LanguageTag = Annotated[
    str,
    StringConstraints(pattern=LANGUAGE_PATTERN, max_length=limits.LONGEST_NAME),
    Field(examples=["en", "be", "pt-BR"]),
]
SeedPath = Annotated[
    str,
    StringConstraints(max_length=limits.LONGEST_LINE),
    AfterValidator(_seed_path),
    WithJsonSchema(
        {
            "type": "string",
            "maxLength": limits.LONGEST_LINE,
            "pattern": rf"^seeds(/{_BEGINS_NO_FOLDER_UP}[^/\\:\x00-\x1f]+)+$",
            "examples": ["seeds/name.txt"],
        }
    ),
]
Sha256 = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9a-f]{64}$"),
    # Without letters, or with an e only, editors read it as a number.
    WithJsonSchema({"type": ["string", "number"], "pattern": "^[0-9a-f]{64}$"}),
]
Number = Annotated[
    int,
    Field(ge=1, le=limits.LARGEST_NUMBER),
    WithJsonSchema(
        {
            "type": ["integer", "string"],
            "minimum": 1,
            "maximum": limits.LARGEST_NUMBER,
            "pattern": "^0*[1-9][0-9]{0,8}$",
        }
    ),
]
HeadingLevel = Annotated[
    int,
    Field(ge=2, le=6),
    WithJsonSchema(
        {"type": ["integer", "string"], "minimum": 2, "maximum": 6, "pattern": "^[2-6]$"}
    ),
]
TextList = Annotated[tuple[Text, ...], OneOrMore()]
IdList = Annotated[tuple[Id, ...], OneOrMore()]

ReadingId = Annotated[Id, Field(json_schema_extra={IDS_OF: "reading"})]
TermId = Annotated[Id, Field(json_schema_extra={IDS_OF: "term"})]
EventId = Annotated[Id, Field(json_schema_extra={IDS_OF: "event"})]
ReferenceId = Annotated[Id, Field(json_schema_extra={IDS_OF: "reference"})]


def _paragraph_range(value: Any) -> Any:
    match = (
        re.fullmatch(r"([0-9]{1,9})(?:\s*[-–]\s*([0-9]{1,9}))?", value)
        if isinstance(value, str)
        else None
    )
    if match is None:
        raise ValueError("paragraphs are written 3 or 3-5")
    first, last = int(match[1]), int(match[2] or match[1])
    if not 1 <= first <= last:
        raise ValueError(
            "paragraphs are counted from 1, and the first number cannot be greater than the last"
        )
    return (first, last)


ParagraphRange = Annotated[
    tuple[int, int],
    BeforeValidator(_paragraph_range),
    WithJsonSchema(
        {
            "type": ["integer", "string"],
            "minimum": 1,
            "pattern": r"^[0-9]{1,9}(\s*[-–]\s*[0-9]{1,9})?$",
            "examples": ["3-5"],
        }
    ),
]


def fields_by_key(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model, by the keys that files write."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def at_least_one_of(*keys: str) -> dict[str, Any]:
    """The JSON Schema for a mapping with some of these keys."""
    return {"allOf": [{"anyOf": [{"required": [key]} for key in keys]}]}


def exactly_one_of(*keys: str) -> dict[str, Any]:
    """The JSON Schema for a mapping with exactly one of some keys."""
    # Not at the top level: a choice beside `properties` would hide these from editors.
    return {"allOf": [{"oneOf": [{"required": [key]} for key in keys]}]}


class FormatModel(BaseModel):
    """The base of every model of the format: closed and immutable."""

    # The text below a field is the description of its key in the JSON Schema.
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
