"""Keep the places of a mapping's values in little room: there are very many of them."""

from array import array
from collections.abc import Iterator, Mapping
from typing import TypeVar

Inner = TypeVar("Inner")


class ValuePlaces(Mapping[str, Inner | int]):
    """The places of a mapping's values by key: offsets, or more for values that hold others.

    A dictionary would need three times as much.
    """

    __slots__ = ("_inner", "_keys", "_offsets")

    def __init__(
        self, keys: tuple[str, ...], offsets: "array[int]", inner: tuple[Inner | None, ...] = ()
    ) -> None:
        """Take keys, the offsets of the keys, and after them those of the values.

        Args:
            keys: in order; mappings with the same keys can share this tuple.
            offsets: code points.
            inner: for each value what is known of it besides; empty if there is nothing.
        """
        self._keys = keys
        self._offsets = offsets
        self._inner = inner

    def __getitem__(self, key: str) -> Inner | int:
        try:
            number = self._keys.index(key)
        except ValueError:
            raise KeyError(key) from None
        inner = self._inner[number] if self._inner else None
        return self._offsets[len(self._keys) + number] if inner is None else inner

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
