"""Compare values by what they say, wherever in their files they were written."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from build_scripts.model.line_and_column import Document, Origin


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same.

    Annotations are compared by identity elsewhere, because each was written once. Here, two are the
    same if all their fields are. When a file is read again, its entries are new objects, of which
    most say the same as before. Of the place of an entry only file and line count: no page shows
    more.
    """
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    match one:
        case Origin():
            return one.document.path == other.document.path and _line(one) == _line(other)
        case Document():
            return False  # another reading of a file
        case str() | int() | float() | bytes():
            return bool(one == other)
        case tuple() | list():
            # Equal values are the same, and most are: this is seen at once.
            return bool(one == other) or (len(one) == len(other) and all(map(same, one, other)))
        case Mapping():
            return bool(one == other) or (
                one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
            )
        case _ if is_dataclass(one):
            names = _field_names(one.__class__)
            return all(same(getattr(one, name), getattr(other, name)) for name in names)
        case _:
            return bool(one == other)


def _line(origin: Origin) -> int:
    return origin.document.line_and_column(origin.offset)[0]


@cache
def _field_names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
