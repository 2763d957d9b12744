"""Check plain data against a model; pydantic's findings become diagnostics at the faulty values.

No fault hides another one. Each round reports its findings and mends the data: an unknown key gets
the name that was meant, and a faulty value is removed. An entry that lacks a required value, or
breaks a rule that concerns several values, finally gets stand-ins. So there is always an instance,
and later checks apply to faulty entries as well.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from build_scripts.model import limits
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin
from build_scripts.read.checking.explain_finding import explain
from build_scripts.read.checking.mend import Change, Located, Path, data_at, mended
from build_scripts.read.checking.stand_ins import model_at, with_stand_ins
from build_scripts.read.checking.unknown_keys import find_unknown_keys
from build_scripts.read.schema.values import fields_by_key
from build_scripts.read.yaml.tree_with_positions import Data

M = TypeVar("M", bound=BaseModel)


class Checked(NamedTuple, Generic[M]):
    """The result of checking an entry.

    Attributes:
        model: an instance; if there are diagnostics, it lacks the faulty values and has stand-ins
            (see `stand_ins`) for required ones.
        origin: the places of its values; `Origin.faulty` names the faulty ones.
    """

    model: M
    origin: Origin
    diagnostics: tuple[Diagnostic, ...]


def validate(model: type[M], data: Data, origin: Origin) -> Checked[M]:
    """Check data against a model of the format."""
    try:
        return Checked(model.model_validate(data), origin, ())
    except ValidationError as error:
        return _checked_in_rounds(model, Located(data, origin), error)


def unreadable_entry(
    model: type[M], origin: Origin, diagnostics: Iterable[Diagnostic] = ()
) -> Checked[M]:
    """The result for an entry of which nothing can be read."""
    instance = with_stand_ins(model, None)
    return Checked(instance, _all_faulty(model, origin), tuple(dict.fromkeys(diagnostics)))


def _all_faulty(model: type[BaseModel], origin: Origin) -> Origin:
    return origin._replace(faulty=frozenset(fields_by_key(model)))


def _checked_in_rounds(model: type[M], entry: Located, error: ValidationError) -> Checked[M]:
    diagnostics: list[Diagnostic] = []
    torn: frozenset[int] = frozenset()
    while True:
        details = [_as_written(entry.data, detail) for detail in error.errors(include_url=False)]
        is_too_much = len(details) > limits.MOST_FINDINGS
        details = details[: limits.MOST_FINDINGS]
        unknown = [detail for detail in details if detail["type"] == "extra_forbidden"]
        keys = find_unknown_keys(model, entry, unknown)
        diagnostics.extend(keys.diagnostics)
        torn |= keys.torn
        if is_too_much or not unknown:
            # Otherwise in a later round: a key that seems to be missing is often a misspelt one.
            diagnostics.extend(_reported(entry.origin, torn, details))
        if is_too_much:
            return unreadable_entry(model, entry.origin, _cut_short(diagnostics))
        before = entry.data
        entry = mended(entry, keys.changes) if unknown else _without_faults(model, entry, details)
        if not unknown and entry.data == before:  # the entry as a whole lacks something
            instance = with_stand_ins(model, before)
            break
        try:
            instance = model.model_validate(entry.data)
            break
        except ValidationError as next_error:
            error = next_error
    return Checked(instance, entry.origin, tuple(dict.fromkeys(diagnostics)))


def _as_written(data: Data, detail: ErrorDetails) -> ErrorDetails:
    """A finding whose path leads through the file: a mapping may stand for a list of one."""
    path: list[str | int] = []
    value: object = data
    for step in detail["loc"]:
        if isinstance(step, int) and isinstance(value, dict):
            continue
        path.append(step)
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
    return {**detail, "loc": tuple(path)}


def _cut_short(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics; the last one says that there are more."""
    if not diagnostics:
        return []
    last = diagnostics[-1]
    hint = f"{last.hint}\nThe rest of this entry was not checked.".strip()
    return [*diagnostics[:-1], replace(last, hint=hint)]


def _reported(
    origin: Origin, torn: frozenset[int], details: Iterable[ErrorDetails]
) -> Iterator[Diagnostic]:
    """Diagnostics for findings that do not merely follow from an earlier one."""
    for detail in details:
        if detail["type"] != "extra_forbidden" and not _is_explained(origin, torn, detail):
            yield _diagnostic(origin, detail)


def _is_explained(origin: Origin, torn: frozenset[int], detail: ErrorDetails) -> bool:
    """Whether a finding merely follows from an earlier one."""
    if detail["input"] is None:  # nothing follows the key: reported when the YAML was read
        return True
    path = _path(detail)
    if detail["type"] == "missing":
        *parents, name = path
        mapping = origin.at(*parents)
        return name in mapping.faulty or mapping.offset in torn
    mapping = origin.at(*path)
    return _concerns_an_entry(detail) and any(step not in mapping.parts for step in mapping.faulty)


def _without_faults(
    model: type[BaseModel], entry: Located, details: Iterable[ErrorDetails]
) -> Located:
    """The entry without its faulty values; inner entries that lack something are marked."""
    changes: dict[Path, Change] = {}
    for detail in details:
        path = _path(detail)
        faulty = model_at(model, path) if _concerns_an_entry(detail) else None
        if faulty is None:
            changes[path] = None
        elif path:
            place = entry.origin.at(*path)
            changes[path] = Located(data_at(entry, path), _all_faulty(faulty, place))
        else:
            entry = entry._replace(origin=_all_faulty(faulty, entry.origin))
    return mended(entry, changes)


def _concerns_an_entry(detail: ErrorDetails) -> bool:
    """Whether something that should be an entry is not, or an entry breaks a rule as a whole."""
    is_rule = detail["type"] == "value_error" and isinstance(detail["input"], dict)
    return is_rule or detail["type"] == "model_type"


def _path(detail: ErrorDetails) -> Path:
    """The path to the faulty value."""
    path = detail["loc"]
    # In a mapping with free keys, the key is faulty and not its value.
    return path[:-1] if path[2:] and path[-1] == "[key]" else path


def _diagnostic(origin: Origin, detail: ErrorDetails) -> Diagnostic:
    path = _path(detail)
    if detail["type"] == "missing":
        *parents, name = path
        return origin.at(*parents).diagnostic(
            Code.MISSING_KEY,
            f"The key `{name}` is missing",
            f"Add `{name}:`, and write its value after it.",
        )
    place = origin.at(*path)
    if path != detail["loc"]:
        *parents, name = path
        path = tuple(parents)
        place = origin.at(*parents).key(str(name))
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    return explain(detail, key, place)
