"""Bound the work that goes into one hint, and into all hints of a run.

The work is counted, never timed: the same input gives the same hints on any machine.
"""

MOST_FOR_ONE = 10_000_000
"""Steps for one quotation: about half a second."""

MOST_FOR_ALL = 10 * MOST_FOR_ONE
"""Steps for all quotations of a run."""

_STEPS_A_CHARACTER = 10
"""What splitting a text into words costs."""


class RunAllowance:
    """How many steps may still be taken in a run to find out what its quotations meant.

    A step is about as much as the comparison of two words.
    """

    def __init__(self, steps: int = MOST_FOR_ALL) -> None:
        self.left = steps
        self._prepared: set[str] = set()

    def spend(self, steps: int) -> bool:
        """Take some steps; False, and none are taken, where too few are left."""
        if steps > self.left:
            return False
        self.left -= steps
        return True

    def prepare(self, text: str) -> bool:
        """Take the steps for splitting a text into words, once for each text."""
        if text not in self._prepared:
            if not self.spend(_STEPS_A_CHARACTER * len(text)):
                return False
            self._prepared.add(text)
        return True


class Allowance:
    """How many steps may still be taken for one quotation of a run.

    Attributes:
        is_used_up: whether some steps were not taken, so that what was found may be wrong.
    """

    def __init__(self, run: RunAllowance | None = None, steps: int = MOST_FOR_ONE) -> None:
        self._run = run or RunAllowance()
        self.left = steps
        self.is_used_up = False

    def spend(self, steps: int) -> bool:
        """Take some steps; False, from then on for good, where too few are left."""
        if self.is_used_up or steps > self.left or not self._run.spend(steps):
            self.is_used_up = True
            return False
        self.left -= steps
        return True

    def prepare(self, text: str) -> bool:
        """Split a text into words at the expense of the run, since others need that as well."""
        self.is_used_up = self.is_used_up or not self._run.prepare(text)
        return not self.is_used_up
