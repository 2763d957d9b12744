"""Scalars and short lists of the format: texts, ids, dates, addresses, numbers."""

import re
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from build_scripts.read.schema.dates import iso_date, iso_date_or_none, iso_year

ID_PATTERN = r"^[a-z][a-z0-9-]*$"


def _web_address(value: str) -> str:
    if not re.match(r"https?://[^\s/]+", value) or re.search(r"[\s<>\"]", value):
        raise ValueError("an address begins with https:// or http:// and holds no blanks")
    return value


def _seed_path(value: str) -> str:
    parts = value.split("/")
    if parts[0] != "seeds" or len(parts) < 2 or set(parts) & {"", ".", ".."}:
        raise ValueError("the source is a file in `seeds/`, written like `seeds/name.txt`")
    if re.search(r"[\\:\x00-\x1f]", value):
        raise ValueError("the name of a source holds no backslash, colon or control character")
    return value


def list_from_text(value: Any) -> Any:
    """A single text stands for a list of one."""
    return [value] if isinstance(value, str) else value


def _not_blank(value: str) -> str:
    if not value.strip():
        raise ValueError("this is blank")  # said in the words for an empty value
    return value


Text = Annotated[str, AfterValidator(_not_blank)]
Context = Annotated[str, StringConstraints(min_length=1)]
"""Text in which white space alone means something too."""
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Date = Annotated[str, AfterValidator(iso_date)]
DateOrNone = Annotated[str, AfterValidator(iso_date_or_none)]
"""A date, or ``n.d.`` for what is known to have none."""
Year = Annotated[int, BeforeValidator(iso_year)]
Address = Annotated[str, AfterValidator(_web_address)]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
SeedPath = Annotated[str, AfterValidator(_seed_path)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Number = Annotated[int, Field(ge=1)]
HeadingLevel = Annotated[int, Field(ge=2, le=6)]
TextList = Annotated[tuple[Text, ...], BeforeValidator(list_from_text)]
IdList = Annotated[tuple[Id, ...], BeforeValidator(list_from_text)]


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
        raise ValueError("the first paragraph comes before the last, and counting begins with 1")
    return (first, last)


ParagraphRange = Annotated[tuple[int, int], BeforeValidator(_paragraph_range)]


class FormatModel(BaseModel):
    """What every model of the format is: closed and immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True)
