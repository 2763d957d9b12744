"""Divide the work of a build."""

import re
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeVar

Item = TypeVar("Item")

_WRITTEN = re.compile(r"([1-9][0-9]{0,5})/([1-9][0-9]{0,5})")


class Part(NamedTuple):
    """One of the parts of a build, counted from 1."""

    number: int
    of: int

    @property
    def is_first(self) -> bool:
        """Whether this part also makes what a site has only once."""
        return self.number == 1

    @property
    def name(self) -> str:
        """How files of this part are named."""
        return f"{self.number}-of-{self.of}"

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


def part_of(written: str) -> Part | None:
    """A part as it is written, such as ``2/4``; None if there is no such part."""
    match = _WRITTEN.fullmatch(written)
    if match is None or int(match[1]) > int(match[2]):
        return None
    return Part(int(match[1]), int(match[2]))


def parts(count: int) -> tuple[Part, ...]:
    """All parts of a build."""
    return tuple(Part(number, count) for number in range(1, count + 1))


def divided(
    items: Sequence[Item], part: Part, weight: Callable[[Item], int] = lambda _: 1
) -> Sequence[Item]:
    """The items of a part. Neighbours stay together, and all parts are about equally heavy.

    Weights are positive. Each item is in exactly one of the parts.
    """
    ends = [*accumulate(map(weight, items), initial=0)]
    whole = ends[-1]
    return [
        item
        for item, start, end in zip(items, ends, ends[1:], strict=False)
        # The middle of an item decides; twice everything, so that nothing is rounded.
        if (start + end) * part.of // (2 * whole) == part.number - 1
    ]
