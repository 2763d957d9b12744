"""Keys that site.yml requires, beyond those that the format requires."""

from collections.abc import Iterator

from build_scripts.merge.entries_with_ids import SINGULAR, called, entries
from build_scripts.model.codes import Code
from build_scripts.model.collection import Collection
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin


def missing_metadata(collection: Collection) -> Iterator[Diagnostic]:
    """A diagnostic for each entry that lacks a key that site.yml requires of its kind."""
    required = collection.settings.required_keys
    if not any(required.values()):
        return
    for entry in entries(collection):
        missing = [key for key in required.get(entry.kind, ()) if not _is_given(entry.origin, key)]
        if missing:
            name = SINGULAR[entry.kind]
            keys = " and no ".join(f"`{key}`" for key in missing)
            yield entry.origin.diagnostic(
                Code.METADATA_MISSING,
                f"{called(entry.kind, entry.id)} has no {keys}",
                f"Add {_in_a_row(missing)}. Every {name} in this collection must have "
                f"{'it' if len(missing) == 1 else 'them'} (see `require` in annotations/site.yml).",
            )


def _in_a_row(keys: list[str]) -> str:
    return " and ".join(f"`{key}: …`" for key in keys)


def _is_given(origin: Origin, key: str) -> bool:
    """Whether a mapping has a key with a value that is not empty.

    A faulty value counts, since it was reported when it was read.
    """
    if key in origin.faulty:
        return True
    if isinstance(origin.parts, tuple) or key not in origin.parts:
        return False
    value = origin.parts[key]
    return isinstance(value, int) or bool(value.parts)
