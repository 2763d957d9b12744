"""Write the models of the format as JSON Schema (draft 7, which every editor understands).

pydantic's own schema is adapted for people and their editors: keys are ordered, parts that matter
only in Python are removed, and every enumeration stands at its key.
"""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from build_scripts.model.structure_schema import IDS_OF, JsonSchema, StructureSchema
from build_scripts.read.schema.items import AnnotationFileModel, SharedFileModel
from build_scripts.read.schema.readings import ReadingModel
from build_scripts.read.schema.settings import SettingsModel
from build_scripts.read.schema.terms import TermModel
from build_scripts.read.schema.values import FormatModel


def structure_schemas() -> tuple[StructureSchema, ...]:
    """The structure of each kind of file in ``annotations/``."""
    return (
        _structure("reading", "A reading: annotations/readings/<id>/reading.yml", ReadingModel),
        _structure(
            "annotations",
            "Annotations of a reading: the other files in its folder",
            AnnotationFileModel,
            may_be_empty=True,
        ),
        _structure(
            "events-and-references",
            "Events, references, collections and comparisons: files outside readings",
            SharedFileModel,
            may_be_empty=True,
        ),
        _structure("term", "A glossary term: annotations/glossary/<id>.yml", TermModel),
        _structure("site", "Settings: annotations/site.yml", SettingsModel, may_be_empty=True),
    )


def _structure(
    name: str, title: str, model: type[BaseModel], *, may_be_empty: bool = False
) -> StructureSchema:
    raw = model.model_json_schema(by_alias=True)
    known: dict[str, JsonSchema] = raw.pop("$defs", {})
    known[model.__name__] = raw
    definitions: dict[str, JsonSchema] = {}
    waiting = [model.__name__]
    while waiting:  # in the order of first use
        class_name = waiting.pop(0)
        if _name(class_name) not in definitions:
            tidied = _tidied(known[class_name], known)
            definitions[_name(class_name)] = _in_order(tidied, _MODELS[class_name])
            waiting.extend(_models_named(known[class_name], known))
    root = _name(model.__name__)
    if may_be_empty:
        definitions[root]["type"] = ["object", "null"]
    return StructureSchema(name, title, root, definitions)


def _name(class_name: str) -> str:
    """``QuoteTargetModel`` is “quote-target”."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", class_name.removesuffix("Model")).lower()


def _all_models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for heir in model.__subclasses__():
        yield from _all_models(heir)


_MODELS = {model.__name__: model for model in _all_models(FormatModel)}


def _target(node: JsonSchema) -> str:
    return str(node["$ref"]).rpartition("/")[2]


def _models_named(node: Any, known: dict[str, JsonSchema]) -> Iterator[str]:
    """The models that a schema refers to, in its order."""
    if isinstance(node, list):
        for item in node:
            yield from _models_named(item, known)
    elif isinstance(node, dict):
        if "$ref" in node and "properties" in known[_target(node)]:
            yield _target(node)
        for value in node.values():
            yield from _models_named(value, known)


def _tidied(node: JsonSchema, known: dict[str, JsonSchema]) -> JsonSchema:
    """A schema without parts that do not concern writers of YAML."""
    node = {key: value for key, value in node.items() if key not in _OF_NO_USE}
    if "$ref" in node:
        target = known[_target(node)]
        if "properties" in target:
            node["$ref"] = f"#/definitions/{_name(_target(node))}"
        else:  # an enumeration
            del node["$ref"]
            node = {**_without(target, "description"), **node}
            node.pop("title", None)
    if "anyOf" in node:
        # A key without a value is a mistake; it should be left out.
        choices = [choice for choice in node["anyOf"] if choice.get("type") != "null"]
        node["anyOf"] = [_tidied(choice, known) for choice in choices]
        if len(choices) == 1:
            node = {**node.pop("anyOf")[0], **node}
    if "items" in node:
        node["items"] = _tidied(node["items"], known)
    for key in ("properties", "patternProperties"):
        if key in node:
            node[key] = {name: _tidied(value, known) for name, value in node[key].items()}
    if "patternProperties" in node:
        node["additionalProperties"] = False
    if "description" in node:
        node["description"] = " ".join(node["description"].split())
    return {key: node[key] for key in sorted(node, key=_KEY_ORDER.index)}


def _without(node: JsonSchema, key: str) -> JsonSchema:
    return {name: value for name, value in node.items() if name != key}


def _in_order(node: JsonSchema, model: type[BaseModel]) -> JsonSchema:
    """A schema with its keys in order of use: required, own, then inherited keys."""
    required = set(node.get("required", ()))
    own = {(model.model_fields[name].alias or name) for name in _own_fields(model)}
    properties = node["properties"]
    ordered = sorted(properties, key=lambda key: (key not in required, key not in own))
    return {**node, "properties": {key: properties[key] for key in ordered}}


def _own_fields(model: type[BaseModel]) -> list[str]:
    return [name for name in model.model_fields if name in model.__annotations__]


_OF_NO_USE = ("title", "default", "propertyNames")
"""Keywords left out: names of Python fields, default values, and patterns given elsewhere."""

_KEY_ORDER = (
    "description",
    "examples",
    "$ref",
    "type",
    IDS_OF,
    "enum",
    "const",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "anyOf",
    "items",
    "minItems",
    "maxItems",
    "uniqueItems",
    "properties",
    "patternProperties",
    "required",
    "additionalProperties",
    "allOf",
    "not",
    "dependencies",
)
