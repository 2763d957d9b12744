"""Make the JSON Schemas with which editors check annotation files and offer keys and ids.

For each kind of annotation file, one schema describes the structure. It works in any tool and is
kept under version control. One more schema lists the ids of the project as it is now, and is not.
The structures refer to that list for editors that run yaml-language-server, in a way that does no
harm if the list is missing (see `_for_editors`).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from build_scripts.model.present_ids import PresentIds
from build_scripts.model.site_plan import PlannedFile
from build_scripts.model.structure_schema import IDS_OF, JsonSchema, StructureSchema

PRESENT_IDS_FILE = "present-ids.schema.json"

_DRAFT = "http://json-schema.org/draft-07/schema#"
_ONLY_IDS = "-ids"
_LINE = 100


def structure_files(structures: Iterable[StructureSchema]) -> tuple[PlannedFile, ...]:
    """The schemas of the structure, which are the same for every project."""
    return tuple(
        PlannedFile(f"{structure.name}.schema.json", _bytes(_structure(structure)))
        for structure in structures
    )


def present_ids_file(present: PresentIds) -> PlannedFile:
    """The schema that lists the ids of a project."""
    kinds = {
        "reading": present.readings,
        "term": present.terms,
        "event": present.events,
        "reference": present.references,
        "collection": present.collections,
    }
    schema = {
        "$schema": _DRAFT,
        "title": "The ids of this project",
        "$comment": "Written by `readings check`, `readings build` and `mkdocs serve`.",
        "definitions": {
            kind: {
                "enum": list(ids),
                "enumDescriptions": list(ids.values()),
                "errorMessage": f"There is no {kind} with this id yet",
            }
            for kind, ids in kinds.items()
        },
    }
    return PlannedFile(PRESENT_IDS_FILE, _bytes(schema))


def _structure(structure: StructureSchema) -> JsonSchema:
    only_ids = dict(_only_ids(structure.definitions))
    schema: JsonSchema = {
        "$schema": _DRAFT,
        "title": structure.title,
        "$comment": "Written by `readings schema` from the models of the format.",
        "allOf": [{"$ref": f"#/definitions/{structure.root}"}],
        "definitions": {
            name: _without(definition, IDS_OF) for name, definition in structure.definitions.items()
        },
    }
    if structure.root in only_ids:
        schema["schemaSequence"] = _for_editors(structure.root)
        schema["definitions"] |= {name + _ONLY_IDS: node for name, node in only_ids.items()}
    return schema


def _for_editors(root: str) -> list[JsonSchema]:
    """The structure together with the ids of the project.

    JSON Schema has no way to refer to a file that may be missing: yaml-language-server reports a
    missing file and does nothing else. Its own key `schemaSequence` (one schema for each document
    of a file) ignores references that lead nowhere. The server applies it a moment after each
    change, when it checks the file; until then, and in other tools, only the structure counts.
    """
    return [
        {
            "allOf": [
                {"$ref": f"#/definitions/{root}"},
                {"$ref": f"#/definitions/{root}{_ONLY_IDS}"},
            ]
        }
    ]


def _without(node: Any, key: str) -> Any:
    if isinstance(node, list):
        return [_without(item, key) for item in node]
    if isinstance(node, dict):
        return {name: _without(value, key) for name, value in node.items() if name != key}
    return node


def _only_ids(definitions: Mapping[str, JsonSchema]) -> Iterator[tuple[str, JsonSchema]]:
    """Each definition that contains ids, reduced to the way to those ids."""
    with_ids = _with_ids(definitions)

    def reduced(node: JsonSchema) -> JsonSchema:
        if IDS_OF in node:
            return {"$ref": f"{PRESENT_IDS_FILE}#/definitions/{node[IDS_OF]}"}
        if "$ref" in node:
            return {"$ref": node["$ref"] + _ONLY_IDS} if _name(node) in with_ids else {}
        way: JsonSchema = {}
        if "properties" in node:
            inner = {key: reduced(value) for key, value in node["properties"].items()}
            way["properties"] = {key: _unoffered(value) for key, value in inner.items() if value}
        if "items" in node:
            way["items"] = reduced(node["items"])
        if "anyOf" in node:
            # Keep every choice: an unknown id must not be accepted as one of the others.
            choices = [reduced(choice) for choice in node["anyOf"]]
            if any(choices):
                way["anyOf"] = [
                    choice or {"type": original["type"]}
                    for choice, original in zip(choices, node["anyOf"], strict=True)
                ]
        way = {key: value for key, value in way.items() if value}
        return {"type": node["type"], **way} if way and "type" in node else way

    for name in with_ids:
        yield name, reduced(definitions[name])


def _unoffered(node: JsonSchema) -> JsonSchema:
    """The schema of a key that editors offer already, because the structure has it."""
    # In draft 7, keys beside a `$ref` are ignored.
    return {"doNotSuggest": True, **({"allOf": [node]} if "$ref" in node else node)}


def _with_ids(definitions: Mapping[str, JsonSchema]) -> list[str]:
    """The names of the definitions that contain ids, directly or through others."""

    def has_ids(node: Any) -> bool:
        if isinstance(node, list):
            return any(map(has_ids, node))
        if not isinstance(node, dict):
            return False
        if "$ref" in node:
            return has_ids(definitions[_name(node)])
        return IDS_OF in node or any(map(has_ids, node.values()))

    return [name for name, definition in definitions.items() if has_ids(definition)]


def _name(node: JsonSchema) -> str:
    return str(node["$ref"]).rpartition("/")[2]


def _bytes(schema: JsonSchema) -> bytes:
    return f"{_text(schema, '')}\n".encode()


def _text(value: Any, indent: str, used: int = 0) -> str:
    """JSON in which each value that fits on one line is written on one line."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or len(indent) + used + len(line) < _LINE:
        return line
    inner = indent + "  "
    if isinstance(value, list):
        opening, closing = "[", "]"
        pieces = [_text(item, inner) for item in value]
    else:
        opening, closing = "{", "}"
        keys = (json.dumps(key, ensure_ascii=False) + ": " for key in value)
        pieces = [
            key + _text(item, inner, len(key))
            for key, item in zip(keys, value.values(), strict=True)
        ]
    body = f",\n{inner}".join(pieces)
    return f"{opening}\n{inner}{body}\n{indent}{closing}"
