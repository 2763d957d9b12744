"""Plain data against a model; pydantic's findings become diagnostics at the faulty value."""

import difflib
from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.origin import Origin
from build_scripts.read.yaml_tree import Data

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], data: Data, origin: Origin) -> tuple[M | None, tuple[Diagnostic, ...]]:
    """Check data against a model of the format.

    Args:
        model: what the data should be.
        data: what was read.
        origin: the places of its values.

    Returns:
        The model's instance, or None; and one diagnostic for each fault.
    """
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
        # What is None was reported when the YAML was read.
        findings = (_diagnostic(model, origin, d) for d in details if d["input"] is not None)
        return None, tuple(dict.fromkeys(findings))


def _diagnostic(model: type[BaseModel], origin: Origin, detail: ErrorDetails) -> Diagnostic:
    path = detail["loc"]
    kind = detail["type"]
    if kind == "extra_forbidden":
        *parents, name = path
        keys = _keys_at(model, parents)
        guess = difflib.get_close_matches(str(name), keys, 1)
        hint = f"Did you mean `{guess[0]}`?" if guess else f"Known keys: {', '.join(keys)}."
        place = origin.at(*parents).key(str(name))
        return place.diagnostic(Code.UNKNOWN_KEY, f"Unknown key `{name}`", hint)
    if kind == "missing":
        *parents, name = path
        return origin.at(*parents).diagnostic(
            Code.MISSING_KEY, f"The key `{name}` is missing", f"Add `{name}:` and a value."
        )
    place = origin.at(*path)
    name = _last_key(path)
    if detail["input"] == "":
        return place.diagnostic(
            Code.EMPTY_VALUE, f"{name} is empty", "Give it a value, or remove it."
        )
    if kind == "string_pattern_mismatch" and "a-z0-9-" in detail["ctx"]["pattern"]:
        return place.diagnostic(
            Code.BAD_ID,
            f"`{detail['input']}` is not an id",
            "An id begins with a small letter a–z and goes on with small letters, digits and "
            "hyphens, like `loan-size`.",
        )
    message, hint = _EXPLANATIONS.get(kind, _explain_other)(detail)
    return place.diagnostic(Code.WRONG_VALUE, f"{name}: {message}", hint)


def _last_key(path: tuple[int | str, ...]) -> str:
    keys = [key for key in path if isinstance(key, str)]
    return f"`{keys[-1]}`" if keys else "This entry"


def _keys_at(model: type[BaseModel], path: list[int | str]) -> list[str]:
    """The keys that the format knows at a place, for a suggestion."""
    schema = model.model_json_schema(by_alias=True)
    node: Any = schema
    for step in path:
        node = _descend(schema, node, step)
    return list(_resolve(schema, node).get("properties", {}))


def _resolve(schema: Any, node: Any) -> Any:
    for alternative in node.get("anyOf", []):
        if alternative.get("type") != "null":
            node = alternative
            break
    reference = node.get("$ref")
    return schema["$defs"][reference.rsplit("/", 1)[1]] if reference else node


def _descend(schema: Any, node: Any, step: int | str) -> Any:
    node = _resolve(schema, node)
    if isinstance(step, int):
        return node.get("items", {})
    return node.get("properties", {}).get(step, {})


def _explain_choice(detail: ErrorDetails) -> tuple[str, str]:
    expected = detail["ctx"]["expected"].replace("'", "`").replace(" or ", ", ")
    choices = [choice.strip("`") for choice in expected.split(", ")]
    guess = difflib.get_close_matches(str(detail["input"]), choices, 1)
    hint = f"Did you mean `{guess[0]}`?" if guess else f"Allowed: {', '.join(choices)}."
    return f"`{detail['input']}` is not one of the allowed words", hint


def _explain_type(expected: str, hint: str) -> Callable[[ErrorDetails], tuple[str, str]]:
    return lambda _: (f"{expected} is expected here", hint)


def _explain_own(detail: ErrorDetails) -> tuple[str, str]:
    return str(detail["ctx"]["error"]), ""


def _explain_other(detail: ErrorDetails) -> tuple[str, str]:
    return detail["msg"][0].lower() + detail["msg"][1:], ""


def _explain_pattern(detail: ErrorDetails) -> tuple[str, str]:
    pattern = detail["ctx"]["pattern"]
    if "0-9a-f" in pattern:
        return "a sha256 has 64 digits, 0–9 and a–f", "`sha256sum FILE` prints it."
    return f"`{detail['input']}` is not a language tag", "Write it like `en`, `be` or `pt-BR`."


_NUMBER = _explain_type("A whole number", "Counting begins with 1.")
_EXPLANATIONS: dict[str, Callable[[ErrorDetails], tuple[str, str]]] = {
    "enum": _explain_choice,
    "literal_error": _explain_choice,
    "value_error": _explain_own,
    "string_type": _explain_type("Text", "A list or mapping cannot stand here."),
    "list_type": _explain_type("A list", "Each item begins with `- ` in a line of its own."),
    "dict_type": _explain_type("A mapping", "Write `key: value` pairs, indented alike."),
    "model_type": _explain_type("A mapping", "Write `key: value` pairs, indented alike."),
    "int_parsing": _NUMBER,
    "int_type": _NUMBER,
    "greater_than_equal": _NUMBER,
    "string_pattern_mismatch": _explain_pattern,
}
