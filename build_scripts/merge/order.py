"""Order entries by their places in files."""

from typing import Protocol, TypeVar

from build_scripts.model.line_and_column import Origin


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


def place_in_files(origin: Origin) -> tuple[str, int]:
    """The key for sorting entries by file, then by place in it."""
    return origin.document.path, origin.offset
