"""Find which paragraphs of a text stand unchanged in a later state of it, and where.

The method is that of patience diff: paragraphs that occur once in both states and stand in the same
order are the same; so are equal ones next to them. It takes time in proportion to the text.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence


def aligned_paragraphs(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """The later number of each paragraph that is unchanged, by its earlier number, from 1.

    Paragraphs that were changed, removed or moved past others are left out.
    """
    places = {0: 0, len(before) + 1: len(after) + 1, **dict(_anchors(before, after))}
    _extend(places, before, after, 1)
    _extend(places, before, after, -1)
    return {old: new for old, new in places.items() if 0 < old <= len(before)}


def _anchors(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The longest row of paragraphs that occur once in both states, in the same order."""
    once = {text for text, count in Counter(after).items() if count == 1}
    new_numbers = {text: number for number, text in enumerate(after, start=1) if text in once}
    counts = Counter(before)
    pairs = [
        (number, new_numbers[text])
        for number, text in enumerate(before, start=1)
        if counts[text] == 1 and text in new_numbers
    ]
    # Patience sorting: each row so far ends as early as it can.
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for index, (_, new) in enumerate(pairs):
        length = bisect_left(ends, new)
        ends[length : length + 1] = [new]
        last[length : length + 1] = [index]
        previous.append(last[length - 1] if length else -1)
    index = last[-1] if last else -1
    while index >= 0:
        yield pairs[index]
        index = previous[index]


def _extend(places: dict[int, int], before: Sequence[str], after: Sequence[str], step: int) -> None:
    """Add equal paragraphs next to those that are known, in one direction."""
    taken = {*places.values()}
    for known in sorted(places, reverse=step < 0):
        old, new = known + step, places[known] + step
        while (
            0 < old <= len(before)
            and 0 < new <= len(after)
            and old not in places
            and new not in taken
            and before[old - 1] == after[new - 1]
        ):
            places[old] = new
            taken.add(new)
            old, new = old + step, new + step
