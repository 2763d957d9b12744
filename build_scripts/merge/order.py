"""Which of two entries stands first, and how a message names the other one."""

from typing import Protocol, TypeVar

from build_scripts.model.file_position import Origin


class Written(Protocol):
    """Anything that stands in an annotation file."""

    @property
    def origin(self) -> Origin:
        """Where it stands."""


T = TypeVar("T", bound=Written)


def in_order(one: T, other: T) -> tuple[T, T]:
    """The earlier and the later: by file, then by place; the later one is the one at fault."""
    if place_in_files(other.origin) < place_in_files(one.origin):
        return other, one
    return one, other


def named_place(origin: Origin) -> str:
    """A place as a message names it: ``annotations/readings/tale/notes.yml, line 3``."""
    line, _ = origin.document.line_and_column(origin.offset)
    return f"{origin.document.path}, line {line}"


def place_in_files(origin: Origin) -> tuple[str, int]:
    """What to sort by, so that what stands earlier comes first."""
    return origin.document.path, origin.offset
