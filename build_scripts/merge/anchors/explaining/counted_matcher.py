"""Compare two sequences in a counted number of steps."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from difflib import Match, SequenceMatcher

from build_scripts.merge.anchors.explaining.allowance import Allowance


class CountedMatcher(SequenceMatcher[str]):
    """A `SequenceMatcher` that finds nothing more once its allowance is used up.

    Its time grows with the number of equal pairs, and that up to the cube of the length: two
    passages of 1,500 words that consist of a few words take minutes.
    """

    def __init__(self, one: Sequence[str], other: Sequence[str], allowance: Allowance) -> None:
        super().__init__(None, one, other, autojunk=False)
        self._one = one
        self._length = len(other)
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(other):
            self._places[word].append(place)
        self._allowance = allowance

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        """The longest piece that both share, or none if looking for it would take too long."""
        places = self._places
        end = self._length if bhi is None else bhi
        pairs = sum(1 + bisect_left(places.get(word, ()), end) for word in self._one[alo:ahi])
        if not self._allowance.spend(pairs):
            return Match(alo, blo, 0)
        return super().find_longest_match(alo, ahi, blo, bhi)
