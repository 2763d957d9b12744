"""Describe every place of a quotation at once, however many there are."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cmp_to_key
from itertools import groupby, pairwise

from build_scripts.merge.anchors.describe_span import (
    ContextOf,
    QuoteDescription,
    context_of,
    describe_beside,
    shared_left,
    shared_right,
)
from build_scripts.model.span import Span
from build_scripts.text.normalised_text import NormalisedText

_COMPARED_AT_ONCE = 64
"""In code points. Few places have more text after them in common."""


def describe_all(matches: Sequence[Span], normalised: NormalisedText) -> Iterator[QuoteDescription]:
    """For each match of a quotation, what `describe` says, given all matches in order.

    Comparing each place with each other one would take hours for a common word of a long text.
    Here the places are put into groups by the text before them, and compared with their neighbours
    in the order of the text after them.
    """
    places = [context_of(match, normalised) for match in matches]
    shared = _shared_contexts(places, normalised.text)
    for number, match in enumerate(matches):
        yield describe_beside(match, shared.get(number, ()), normalised)


def _shared_contexts(places: Sequence[ContextOf], text: str) -> dict[int, list[tuple[int, int]]]:
    """For each place, how much context the rivals that matter share with it, before and after it.

    A group holds the places with the same text before them, as far as that goes. In it, the place
    that shares most of the text after a place stands next to it. A rival outside shares less of the
    text before, and is met in a larger group.
    """
    shared: dict[int, list[tuple[int, int]]] = defaultdict(list)
    groups = [_by_text_after(places, text)]
    while groups:
        group = groups.pop()
        if len(group) < 2:
            continue
        first = places[group[0]].left
        before = min(shared_left(text, first, places[number].left) for number in group[1:])
        after = dict.fromkeys(group, 0)
        for one, other in pairwise(group):
            same = shared_right(text, places[one].right, places[other].right)
            after[one] = max(after[one], same)
            after[other] = max(after[other], same)
        for number, longest in after.items():
            shared[number].append((before, longest))
        parts: dict[str, list[int]] = defaultdict(list)
        for number in group:
            end = places[number].left - before
            parts[text[end - 1 : end]].append(number)
        groups.extend(parts.values())
    return shared


def _by_text_after(places: Sequence[ContextOf], text: str) -> list[int]:
    """The numbers of the places in the order of the text after them."""

    def beginning(number: int) -> str:
        right = places[number].right
        return text[right : right + _COMPARED_AT_ONCE]

    def compared(one: int, other: int) -> int:
        same = shared_right(text, places[one].right, places[other].right)
        ends = [places[number].right + same for number in (one, other)]
        ours, theirs = (text[end : end + 1] for end in ends)
        return (ours > theirs) - (ours < theirs)

    ordered = sorted(range(len(places)), key=beginning)
    groups = (list(alike) for _, alike in groupby(ordered, key=beginning))
    return [
        number
        for alike in groups
        for number in (sorted(alike, key=cmp_to_key(compared)) if len(alike) > 1 else alike)
    ]
