"""How far a long task is, as its stages report it."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """Is handed the items of a stage, and hands them on one by one.

    So it knows how many are done. A stage takes one as an argument, and need not know what becomes
    of it.
    """

    def __call__(self, items: Iterable[T], total: int, done: str) -> Iterator[T]:
        """The same items.

        Args:
            items: what the stage works through; each is done when the next one is asked for.
            total: how many there are.
            done: what then is done, such as “pages written”.
        """
        ...


def unreported(items: Iterable[T], total: int, done: str) -> Iterator[T]:  # noqa: ARG001
    """The items, where nobody waits: a `Progress` that says nothing."""
    return iter(items)
