"""Bibliographic items, after CSL."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from build_scripts.read.schema.values import (
    Address,
    Date,
    DateOrNone,
    FormatModel,
    Id,
    LanguageTag,
    Text,
)


class NameModel(FormatModel):
    """A name after CSL: family and given, or literal."""

    family: Text | None = None
    given: Text | None = None
    literal: Text | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "NameModel":
        if (self.literal is None) == (self.family is None):
            raise ValueError("a name has either `literal` or `family` (and `given`)")
        return self


def _name_from_text(value: Any) -> Any:
    return {"literal": value} if isinstance(value, str) else value


class ReferenceModel(FormatModel):
    """A bibliographic item; keys are CSL variables."""

    id: Id
    type: Text
    title: Text | None = None
    author: tuple[Annotated[NameModel, BeforeValidator(_name_from_text)], ...] = ()
    publisher: Text | None = None
    container_title: Text | None = Field(default=None, alias="container-title")
    issued: DateOrNone | None = None
    accessed: Date | None = None
    language: LanguageTag | None = None
    url: Address | None = Field(default=None, alias="URL")
    note: Text | None = None
