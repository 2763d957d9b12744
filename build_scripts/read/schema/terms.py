"""Glossary entries."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from build_scripts.model.annotation import CaseRule, Linking
from build_scripts.read.schema.provenance import AttributedModel
from build_scripts.read.schema.values import FormatModel, Id, LanguageTag, Text, TextList


class TermExceptionModel(FormatModel):
    """A phrase inside which, or a reading in which, a term is not meant."""

    phrase: Text | None = None
    reading: Id | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "TermExceptionModel":
        if (self.phrase is None) == (self.reading is None):
            raise ValueError("an exception is either a phrase or `reading: ID`")
        return self


def _phrase_from_text(value: Any) -> Any:
    return {"phrase": value} if isinstance(value, str) else value


class TermModel(AttributedModel):
    """A glossary entry; its id is the name of the file."""

    term: Text
    sort_key: Text | None = None
    kind: Id = "concept"
    forms: TextList | None = None
    case: CaseRule = CaseRule.INITIAL
    linking: Linking | None = None
    exceptions: tuple[Annotated[TermExceptionModel, BeforeValidator(_phrase_from_text)], ...] = (
        Field(default=(), alias="except")
    )
    translations: dict[LanguageTag, Text] = Field(default={})
    definition: Text
