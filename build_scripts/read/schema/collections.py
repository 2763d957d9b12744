"""Model of the collections into which a project arranges its readings."""

from typing import Annotated

from pydantic import Field, StringConstraints, WithJsonSchema

from build_scripts.model import limits
from build_scripts.model.structure_schema import IDS_OF
from build_scripts.model.value_patterns import ID_PATTERN
from build_scripts.read.schema.values import FormatModel, Id, LongText, OneOrMore, Text

_BEGINNING = ID_PATTERN.removesuffix("$") + r"\*$"

ReadingName = Annotated[
    str,
    StringConstraints(
        pattern=ID_PATTERN.removesuffix("$") + r"\*?$", max_length=limits.LONGEST_NAME
    ),
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "type": "string",
                    "pattern": ID_PATTERN,
                    "maxLength": limits.LONGEST_NAME,
                    IDS_OF: "reading",
                },
                {"type": "string", "pattern": _BEGINNING, "maxLength": limits.LONGEST_NAME},
            ]
        }
    ),
]
"""The id of a reading, or the beginning of ids with a `*`."""


class CollectionModel(FormatModel):
    """A collection of readings."""

    id: Id
    """The name of the collection in addresses. Do not change it later; it is unique on the site."""
    title: Text
    """What it is called."""
    description: LongText | None = None
    """What it holds, in one or two sentences."""
    readings: Annotated[tuple[ReadingName, ...], OneOrMore()] = ()
    """The readings in it, in the order in which they are shown. `letter-*` means all readings whose
    ids begin with `letter-`."""
    part_of: Annotated[Id, Field(json_schema_extra={IDS_OF: "collection"})] | None = None
    """The collection to which this one belongs; leave it out for a collection at the top."""
