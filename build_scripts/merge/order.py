"""Order two entries by their places in files, and name such a place in a message."""

from typing import Protocol, TypeVar

from build_scripts.model.file_position import Origin


class Written(Protocol):
    """An entry of an annotation file."""

    @property
    def origin(self) -> Origin:
        """Where the entry stands."""


T = TypeVar("T", bound=Written)


def in_order(first: T, second: T) -> tuple[T, T]:
    """The earlier entry and the later one, which is the one at fault."""
    if place_in_files(second.origin) < place_in_files(first.origin):
        return second, first
    return first, second


def named_place(origin: Origin) -> str:
    """A place for a message: ``annotations/readings/tale/notes.yml, line 3``."""
    line, _ = origin.document.line_and_column(origin.offset)
    return f"{origin.document.path}, line {line}"


def place_in_files(origin: Origin) -> tuple[str, int]:
    """The key for sorting entries by file, then by place in it."""
    return origin.document.path, origin.offset
