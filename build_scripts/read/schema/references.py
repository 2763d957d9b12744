"""Models of bibliographic items; keys are CSL variables."""

from typing import Annotated

from pydantic import ConfigDict, Field, model_validator

from build_scripts.read.schema.values import (
    Address,
    Date,
    DateOrNone,
    FormatModel,
    Id,
    LanguageTag,
    LongText,
    Text,
    exactly_one_of,
    text_for,
)


class NameModel(FormatModel):
    """A CSL name: family and given, or literal."""

    model_config = ConfigDict(json_schema_extra=exactly_one_of("literal", "family"))

    family: Text | None = None
    """The family name."""
    given: Text | None = None
    """The given names."""
    literal: Text | None = None
    """A name that is not taken apart, such as that of an organisation."""

    @model_validator(mode="after")
    def _one_way(self) -> "NameModel":
        if (self.literal is None) == (self.family is None):
            raise ValueError("a name has either `literal` or `family` (and `given`)")
        return self


_TextOrName = Annotated[NameModel, text_for("literal", Text, NameModel)]


class ReferenceModel(FormatModel):
    """A bibliographic item."""

    id: Id
    """The key by which `sources` name it; unique on the site."""
    type: Text
    """The CSL type: `book`, `chapter`, `article-journal`, `article-newspaper`,
    `webpage` …"""
    title: Text | None = None
    """The title of the item itself."""
    author: tuple[_TextOrName, ...] = ()
    """Who wrote it, in order: `{family: Brown, given: Maud}`, or a plain text for a name that is
    not taken apart."""
    publisher: Text | None = None
    """Who published it."""
    container_title: Text | None = Field(default=None, alias="container-title")
    """The journal, newspaper or book that contains it."""
    issued: DateOrNone | None = None
    """When it was published; `n.d.` if it has no date."""
    accessed: Date | None = None
    """When the address was last seen to work."""
    language: LanguageTag | None = None
    """The language of the item."""
    url: Address | None = Field(default=None, alias="URL")
    """Its address on the web."""
    note: LongText | None = None
    """A remark, shown in brackets."""
