"""What annotation files look like, in the terms of JSON Schema."""

from typing import Any, NamedTuple

JsonSchema = dict[str, Any]

IDS_OF = "idsOf"
"""A key of our own, beside the type of an id: “reading”, “term”, “event” or “reference”."""


class StructureSchema(NamedTuple):
    """The structure of one kind of file.

    Attributes:
        name: of the kind.
        title: what such a file is.
        root: name of the definition that the whole file follows.
        definitions: all that it is made of, by names that `$ref` refers to.
    """

    name: str
    title: str
    root: str
    definitions: dict[str, JsonSchema]
