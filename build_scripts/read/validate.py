"""Plain data against a model; pydantic's findings become diagnostics at the faulty value."""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.origin import Origin
from build_scripts.read.explain import explain
from build_scripts.read.yaml_tree import Data
from build_scripts.wording import did_you_mean, nearest, shortened

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], data: Data, origin: Origin) -> tuple[M | None, tuple[Diagnostic, ...]]:
    """Check data against a model of the format.

    Unknown keys do not hide other faults: for the rest of the check they are put right where it
    is clear what was meant, and left out where it is not.

    Args:
        model: what the data should be.
        data: what was read.
        origin: the places of its values.

    Returns:
        The model's instance, or None where it cannot be used; and one diagnostic for each fault.
    """
    unknown: list[Diagnostic] = []
    incomplete: set[tuple[int | str, ...]] = set()
    while True:
        try:
            instance = model.model_validate(data)
            return None if incomplete else instance, tuple(unknown)
        except ValidationError as error:
            details = error.errors(include_url=False)
        unknown_key = next((d for d in details if d["type"] == "extra_forbidden"), None)
        if unknown_key is None:
            break
        *path, name = unknown_key["loc"]
        known = _keys_at(model, path)
        key = str(name)
        if unknown_key["input"] is None:
            # A piece of a text that was not quoted, reported when the YAML was read.
            incomplete.add(tuple(path))
        else:
            hint = did_you_mean(key, known, f"Known keys: {', '.join(sorted(known))}.")
            place = origin.at(*path).key(key)
            message = f"Unknown key `{shortened(key)}`"
            unknown.append(place.diagnostic(Code.UNKNOWN_KEY, message, hint))
        mended = _without_unknown(_Located(data, origin), path, key, nearest(key, known))
        data, origin = mended.data, mended.origin
    findings = (
        _diagnostic(origin, detail)
        for detail in details
        if detail["input"] is not None and _mapping_of(detail) not in incomplete
    )
    return None, (*unknown, *dict.fromkeys(findings))


def _mapping_of(detail: ErrorDetails) -> tuple[int | str, ...]:
    """The mapping that a finding concerns: the one that lacks a key, or the value itself."""
    return detail["loc"][:-1] if detail["type"] == "missing" else detail["loc"]


def _diagnostic(origin: Origin, detail: ErrorDetails) -> Diagnostic:
    path = detail["loc"]
    if detail["type"] == "missing":
        *parents, name = path
        return origin.at(*parents).diagnostic(
            Code.MISSING_KEY, f"The key `{name}` is missing", f"Add `{name}:` and a value."
        )
    place = origin.at(*path)
    if path[2:] and path[-1] == "[key]":  # the key of a free mapping, not its value
        *parents, name, _ = path
        path = tuple(parents)
        place = origin.at(*parents).key(str(name))
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    explanation = explain(detail, key, place)
    return place.diagnostic(explanation.code, explanation.message, explanation.hint)


# Unknown keys


class _Located(NamedTuple):
    """Data and the places of its values."""

    data: Any
    origin: Origin


def _without_unknown(value: _Located, path: Sequence[int | str], key: str, meant: str) -> _Located:
    """A copy without an unknown key; its value goes to the key that was meant, if that is free."""
    data, origin = value.data.copy(), value.origin
    if path:
        step, *rest = path
        inner = _without_unknown(_Located(data[step], origin.at(step)), rest, key, meant)
        data[step] = inner.data
        return _Located(data, origin.with_part(step, inner.origin))
    content = data.pop(key)
    new_key = meant if meant and meant not in data else None
    if new_key is not None:
        data[new_key] = content
    return _Located(data, origin.with_key(key, new_key))


def _keys_at(model: type[BaseModel], path: Sequence[int | str]) -> list[str]:
    """The keys that the format knows at a place, for a suggestion."""
    schema = model.model_json_schema(by_alias=True)
    node: Any = schema
    for step in path:
        node = _descend(schema, node, step)
    return list(_resolve(schema, node).get("properties", {}))


def _resolve(schema: Any, node: Any) -> Any:
    """The mapping or list among the alternatives of a node."""
    for alternative in (*node.get("anyOf", []), *node.get("oneOf", [])):
        if alternative.get("type") not in ("null", "string"):
            node = alternative
            break
    reference = node.get("$ref")
    return schema["$defs"][reference.rsplit("/", 1)[1]] if reference else node


def _descend(schema: Any, node: Any, step: int | str) -> Any:
    node = _resolve(schema, node)
    if isinstance(step, int):
        return node.get("items", {})
    return node.get("properties", {}).get(step, {})
