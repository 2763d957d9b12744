"""Remove or replace faulty parts of data, so that the rest can still be checked."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from build_scripts.model.line_and_column import Origin

Path = tuple[int | str, ...]
"""The path to a value: keys, and numbers of items from 0."""


class Located(NamedTuple):
    """Data, and the positions of its values."""

    data: Any
    origin: Origin


class Rename(NamedTuple):
    """The change of a key to another name."""

    new_key: str


Change = Located | Rename | None
"""A change of a value: another value, the same value under another key, or its removal."""


def data_at(value: Located, path: Path) -> Any:
    """The data at a path."""
    data = value.data
    for step in path:
        data = data[step]
    return data


def mended(value: Located, changes: Mapping[Path, Change]) -> Located:
    """A copy of a mapping or list with some changes.

    A path into a single text (which may stand for a list of one) changes the whole text; a path
    that does not exist changes nothing. `Origin.faulty` of all values around a removed or replaced
    value names it. No path is empty.
    """
    tree: dict[int | str, Any] = {}
    for path, change in changes.items():
        *parents, last = path
        node: Any = tree
        for step in parents:
            node = node.setdefault(step, {})
            if not isinstance(node, dict):
                break  # the value around it changes as a whole
        else:
            node[last] = change
    return _apply(value, tree) or value


class _Entry(NamedTuple):
    """A value of a mapping or list, with the position of its key."""

    step: int | str
    data: Any
    part: Origin | int
    key_offset: int


def _apply(value: Located, tree: Mapping[int | str, Any]) -> Located | None:
    """The value with the changes below it; None for a text, which has nothing below it.

    The tree has, for each step of a path, a change or another such tree.
    """
    data, origin = value
    if not isinstance(data, dict | list):
        return None
    faulty = set(origin.faulty)
    kept: list[_Entry] = []
    for entry in _entries(value):
        change = tree.get(entry.step, entry)
        if change is entry:
            kept.append(entry)
        elif isinstance(change, Rename):
            kept.append(entry._replace(step=change.new_key))
        else:
            place = origin.at(entry.step)
            new = change
            if isinstance(change, dict):
                new = _apply(Located(entry.data, place), change)
            if new is None or isinstance(change, Located) or new.origin.faulty != place.faulty:
                faulty.add(entry.step)
            if new is not None:
                kept.append(entry._replace(data=new.data, part=new.origin))
    faulty |= {step for step, change in tree.items() if change is None}
    if isinstance(data, list):
        parts = tuple(entry.part for entry in kept)
        origin = origin._replace(parts=parts, faulty=frozenset(faulty))
        return Located([entry.data for entry in kept], origin)
    origin = origin._replace(
        parts={str(entry.step): entry.part for entry in kept},
        key_offsets=tuple(entry.key_offset for entry in kept),
        faulty=frozenset(faulty),
    )
    return Located({entry.step: entry.data for entry in kept}, origin)


def _entries(value: Located) -> Iterable[_Entry]:
    data, origin = value
    parts: Any = origin.parts
    if isinstance(data, list):
        return map(_Entry, range(len(data)), data, parts, [origin.offset] * len(data))
    # By key, since a file that holds entries of several kinds hands on only some of its keys.
    offsets = dict(zip(parts, origin.key_offsets, strict=False))
    return (_Entry(key, data[key], parts[key], offsets[key]) for key in data)
