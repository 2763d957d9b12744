"""Plain data against a model; pydantic's findings become diagnostics at the faulty value.

What is wrong hides nothing else. Each round reports what it finds and mends the data: an unknown
key gets the name that was meant, a faulty value is taken out. An entry that lacks something it
needs, or that breaks a rule on the whole, gets stand-ins in the end. So there is always an
instance, and whatever is checked later is checked of faulty entries as well.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from build_scripts.model import limits
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.file_position import Origin
from build_scripts.read.checking.explain_finding import explain
from build_scripts.read.checking.mend import Change, Located, Path, Rename, data_at, mended
from build_scripts.read.checking.stand_ins import keys_of, model_at, with_stand_ins
from build_scripts.read.yaml.tree_with_positions import Data
from build_scripts.text.did_you_mean import did_you_mean, nearest
from build_scripts.text.wording import shortened

M = TypeVar("M", bound=BaseModel)


class Checked(NamedTuple, Generic[M]):
    """What is right in some data, and what is not.

    Attributes:
        model: an instance; where there are diagnostics it lacks the faulty values, and has
            stand-ins (see `stand_ins`) for those that it needs.
        origin: the places of its values; `Origin.faulty` says what it lacks.
        diagnostics: one for each fault.
    """

    model: M
    origin: Origin
    diagnostics: tuple[Diagnostic, ...]


def validate(model: type[M], data: Data, origin: Origin) -> Checked[M]:
    """Check data against a model of the format.

    Args:
        model: what the data should be.
        data: what was read.
        origin: the places of its values.
    """
    try:
        return Checked(model.model_validate(data), origin, ())
    except ValidationError as error:
        return _Mending(model, Located(data, origin)).checked(error)


def unreadable(
    model: type[M], origin: Origin, diagnostics: Iterable[Diagnostic] = ()
) -> Checked[M]:
    """What is left of an entry of which nothing can be read."""
    instance = with_stand_ins(model, None)
    return Checked(instance, _all_faulty(model, origin), tuple(dict.fromkeys(diagnostics)))


def _all_faulty(model: type[BaseModel], origin: Origin) -> Origin:
    return origin._replace(faulty=frozenset(keys_of(model)))


class _Mending(Generic[M]):
    """One entry with faults, from round to round."""

    def __init__(self, model: type[M], value: Located) -> None:
        self._model = model
        self._value = value
        self._diagnostics: list[Diagnostic] = []
        # Offsets of mappings that hold a piece of a text which was not quoted, as a key.
        self._torn: set[int] = set()

    def checked(self, error: ValidationError) -> Checked[M]:
        while True:
            details = error.errors(include_url=False)
            if len(details) > limits.MOST_FINDINGS:
                self._give_up(details[: limits.MOST_FINDINGS])
                return unreadable(self._model, self._value.origin, self._diagnostics)
            unknown = [detail for detail in details if detail["type"] == "extra_forbidden"]
            before = self._value.data
            if unknown:
                # First of all: the key that seems to be missing is often the misspelt one.
                self._value = mended(self._value, self._put_right(unknown))
            else:
                self._leave_out(details)
                if self._value.data == before:  # what is left lacks something, as a whole
                    instance = with_stand_ins(self._model, before)
                    break
            try:
                instance = self._model.model_validate(self._value.data)
                break
            except ValidationError as next_error:
                error = next_error
        return Checked(instance, self._value.origin, tuple(dict.fromkeys(self._diagnostics)))

    def _give_up(self, details: Iterable[ErrorDetails]) -> None:
        """Report these, and that there are more of them than anybody would read."""
        for detail in details:
            if detail["type"] == "extra_forbidden":
                self._put_right([detail])
            elif not self._is_reported(detail):
                self._diagnostics.append(_diagnostic(self._value.origin, detail))
        if self._diagnostics:
            last = self._diagnostics[-1]
            hint = f"{last.hint}\nThe rest of this entry was not checked.".strip()
            self._diagnostics[-1] = replace(last, hint=hint)

    def _put_right(self, details: Iterable[ErrorDetails]) -> dict[Path, Change]:
        """Report unknown keys; they get the name that is clearly meant, if that is still free."""
        changes: dict[Path, Change] = {}
        taken: dict[Path, set[str | Origin | int]] = {}
        for detail in details:
            *parents, name = detail["loc"]
            path, key = tuple(parents), str(name)
            mapping = self._value.origin.at(*path)
            known = keys_of(model_at(self._model, path) or self._model)
            before = self._keys_before(path, key)
            if detail["input"] is None:  # which was reported when the YAML was read
                self._torn.add(mapping.offset)
                if before and mapping.document.text[mapping.offset] == "{":  # its text goes on here
                    changes[(*path, before[-1])] = None
            elif not self._belongs_further_in(path, key, before):
                hint = did_you_mean(key, known, _other_keys(key, known))
                message = f"Unknown key `{shortened(key)}`"
                place = mapping.key(key)
                self._diagnostics.append(place.diagnostic(Code.UNKNOWN_KEY, message, hint))
            meant = nearest(key, known)
            names = taken.setdefault(path, set(mapping.parts))
            is_free = meant and meant not in names
            names.add(meant)
            changes[(*path, key)] = Rename(meant) if is_free else None
        return changes

    def _keys_before(self, path: Path, key: str) -> list[str]:
        """The keys that stand before a key in the same mapping."""
        keys = list(data_at(self._value, path))
        return keys[: keys.index(key)]

    def _belongs_further_in(self, path: Path, key: str, before: list[str]) -> bool:
        """Whether a key is one of an entry above it that seems empty: it was not indented.

        That the entry is empty was reported when the YAML was read.
        """
        mapping = data_at(self._value, path)
        empty = next((name for name in reversed(before) if mapping[name] is None), None)
        inner = model_at(self._model, (*path, empty)) if empty is not None else None
        return inner is not None and key in keys_of(inner)

    def _leave_out(self, details: Iterable[ErrorDetails]) -> None:
        """Report what is wrong, take faulty values out, and note which entries lack something."""
        changes: dict[Path, Change] = {}
        for detail in details:
            if not self._is_reported(detail):
                self._diagnostics.append(_diagnostic(self._value.origin, detail))
            path = _path(detail)
            model = model_at(self._model, path) if _concerns_an_entry(detail) else None
            if model is None:
                changes[path] = None
            elif path:
                place = self._value.origin.at(*path)
                changes[path] = Located(data_at(self._value, path), _all_faulty(model, place))
            else:
                faulty = _all_faulty(model, self._value.origin)
                self._value = self._value._replace(origin=faulty)
        self._value = mended(self._value, changes)

    def _is_reported(self, detail: ErrorDetails) -> bool:
        """Whether something only follows from what was reported before."""
        if detail["input"] is None:  # nothing behind a key: reported when the YAML was read
            return True
        path = _path(detail)
        if detail["type"] == "missing":
            *parents, name = path
            mapping = self._value.origin.at(*parents)
            return name in mapping.faulty or mapping.offset in self._torn
        mapping = self._value.origin.at(*path)
        return _concerns_an_entry(detail) and any(
            step not in mapping.parts for step in mapping.faulty
        )


def _other_keys(key: str, known: Iterable[str]) -> str:
    """What to write instead of a key that resembles none."""
    if key == "id":
        return (
            "Remove it: the id of a term is the name of its file, that of a reading its folder's."
        )
    return f"Known keys: {', '.join(sorted(known))}."


def _concerns_an_entry(detail: ErrorDetails) -> bool:
    """Whether a whole entry is none, or breaks a rule."""
    is_rule = detail["type"] == "value_error" and isinstance(detail["input"], dict)
    return is_rule or detail["type"] == "model_type"


def _path(detail: ErrorDetails) -> Path:
    """The way to the faulty value."""
    path = detail["loc"]
    # The key of a free mapping is faulty, not its value.
    return path[:-1] if path[2:] and path[-1] == "[key]" else path


def _diagnostic(origin: Origin, detail: ErrorDetails) -> Diagnostic:
    path = _path(detail)
    if detail["type"] == "missing":
        *parents, name = path
        return origin.at(*parents).diagnostic(
            Code.MISSING_KEY, f"The key `{name}` is missing", f"Add `{name}:` and a value."
        )
    place = origin.at(*path)
    if path != detail["loc"]:
        *parents, name = path
        path = tuple(parents)
        place = origin.at(*parents).key(str(name))
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    explanation = explain(detail, key, place)
    return place.diagnostic(explanation.code, explanation.message, explanation.hint)
