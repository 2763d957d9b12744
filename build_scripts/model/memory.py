"""What a build keeps for the next one, so that the next need not work it out again."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, TypeVarTuple

Result = TypeVar("Result")
Arguments = TypeVarTuple("Arguments")


class Memory:
    """Results of pure functions, each with the arguments from which it was worked out.

    A build asks for results and keeps those that it asked for. The next build is given
    `Memory(this)`, and drops what it does not ask for itself. So nothing is kept for ever, nothing
    is shared between builds of different projects, and nothing is on disk.
    """

    is_kept = True
    """Whether another build follows."""

    def __init__(self, last: "Memory | None" = None) -> None:
        self._last: dict[Hashable, Any] = last._now if last else {}
        self._now: dict[Hashable, Any] = {}

    def last(self, key: Hashable) -> Any:
        """What the last build kept under a key; None if there is nothing."""
        return self._last.get(key)

    def keep(self, key: Hashable, value: object) -> None:
        """Keep a value for the next build."""
        self._now[key] = value

    def recall(
        self,
        key: Hashable,
        function: Callable[[*Arguments], Result],
        *arguments: *Arguments,
    ) -> Result:
        """The result of a pure function of these arguments.

        If the last build asked for it under the same key with equal arguments, it is the very same
        object, so that later comparisons are quick. Arguments are equal that are the same object,
        or else by ``==``.
        """
        known = self.last(key)
        if known is None or known[0] != arguments:
            known = arguments, function(*arguments)
        self.keep(key, known)
        result: Result = known[1]
        return result

    def settle(self, key: Hashable, value: Result) -> Result:
        """The value that the last build settled under this key if it is equal, or else this one."""
        known: Result | None = self.last(key)
        settled = value if known is None or known != value else known
        self.keep(key, settled)
        return settled


class NoMemory(Memory):
    """For a build that no other follows: it finds nothing and keeps nothing."""

    is_kept = False

    def keep(self, key: Hashable, value: object) -> None:
        """Do nothing."""
