"""Report unknown keys, and rename each to the known key that was probably meant."""

from collections.abc import Iterable
from typing import NamedTuple

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin
from build_scripts.read.checking.mend import Change, Located, Path, Rename, data_at
from build_scripts.read.checking.stand_ins import model_at
from build_scripts.read.schema.values import fields_by_key
from build_scripts.text.did_you_mean import did_you_mean, nearest
from build_scripts.text.wording import shortened


class UnknownKeys(NamedTuple):
    """The unknown keys of an entry.

    Attributes:
        changes: by path, the new name of a key, or None to remove it.
        torn: offsets of mappings in which a part of an unquoted text was read as a key.
        diagnostics: one for each key that is not explained by an earlier finding.
    """

    changes: dict[Path, Change]
    torn: frozenset[int]
    diagnostics: tuple[Diagnostic, ...]


def find_unknown_keys(
    model: type[BaseModel], entry: Located, details: Iterable[ErrorDetails]
) -> UnknownKeys:
    """Find the key that was meant by each unknown one, if it is clear and still free.

    `details` are pydantic's findings of the type ``extra_forbidden``.
    """
    changes: dict[Path, Change] = {}
    torn: set[int] = set()
    diagnostics: list[Diagnostic] = []
    taken: dict[Path, set[str | Origin | int]] = {}
    for detail in details:
        *parents, name = detail["loc"]
        path, key = tuple(parents), str(name)
        mapping = entry.origin.at(*path)
        known = fields_by_key(model_at(model, path) or model)
        before = _keys_before(entry, path, key)
        if detail["input"] is None:  # reported when the YAML was read
            torn.add(mapping.offset)
            if before and mapping.document.text[mapping.offset] == "{":  # its text goes on here
                changes[(*path, before[-1])] = None
        elif not _belongs_further_in(model, entry, path, key, before):
            hint = did_you_mean(key, known, _other_keys(key, known))
            message = f"Unknown key `{shortened(key)}`"
            diagnostics.append(mapping.key(key).diagnostic(Code.UNKNOWN_KEY, message, hint))
        meant = nearest(key, known)
        names = taken.setdefault(path, set(mapping.parts))
        is_free = meant and meant not in names
        names.add(meant)
        changes[(*path, key)] = Rename(meant) if is_free else None
    return UnknownKeys(changes, frozenset(torn), tuple(diagnostics))


def _keys_before(entry: Located, path: Path, key: str) -> list[str]:
    """The keys before a key in the same mapping."""
    keys = list(data_at(entry, path))
    return keys[: keys.index(key)]


def _belongs_further_in(
    model: type[BaseModel], entry: Located, path: Path, key: str, before: list[str]
) -> bool:
    """Whether a key belongs to an entry above that seems empty because the key is not indented.

    The empty entry was reported when the YAML was read.
    """
    mapping = data_at(entry, path)
    empty = next((name for name in reversed(before) if mapping[name] is None), None)
    inner = model_at(model, (*path, empty)) if empty is not None else None
    return inner is not None and key in fields_by_key(inner)


def _other_keys(key: str, known: Iterable[str]) -> str:
    """The hint for a key that resembles no known key."""
    if key == "id":
        return (
            "Delete it: the id of a term is the name of its file, and the id of a reading is the "
            "name of its folder."
        )
    return f"Delete it, or use one of {', '.join(sorted(known))}."
