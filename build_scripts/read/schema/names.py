"""The model of a name, and lists of names."""

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, model_validator

from build_scripts.read.schema.values import (
    FormatModel,
    TermId,
    Text,
    exactly_one_of,
    list_from_text,
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
    term: TermId | None = None
    """The id of the glossary entry of whoever is meant."""

    @model_validator(mode="after")
    def _one_way(self) -> "NameModel":
        if (self.literal is None) == (self.family is None):
            raise ValueError("a name has either `literal` or `family` (and `given`)")
        return self


TextOrName = Annotated[NameModel, text_for("literal", Text, NameModel)]
"""A name; a plain text is a name that is not taken apart."""
NameList = Annotated[
    tuple[TextOrName, ...],
    BeforeValidator(list_from_text, json_schema_input_type=Text | tuple[Text | NameModel, ...]),
]
"""Names in order; a plain text needs no brackets."""
