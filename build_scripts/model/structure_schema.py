"""The structure of annotation files, as JSON Schema."""

from typing import Any, NamedTuple

JsonSchema = dict[str, Any]

IDS_OF = "idsOf"
"""A keyword of our own, which says what an id names: a reading, term, event or reference."""


class StructureSchema(NamedTuple):
    """The structure of one kind of file.

    Attributes:
        name: the name of the kind.
        root: the name of the definition for the whole file.
        definitions: all definitions, by the names that `$ref` uses.
    """

    name: str
    title: str
    root: str
    definitions: dict[str, JsonSchema]
