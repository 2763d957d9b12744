"""Find a quotation in the other readings, if its own reading does not have it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from build_scripts.merge.anchors.explaining.allowance import RunAllowance
from build_scripts.merge.anchors.explaining.passage_in_context import place
from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.quotable_text import comparable_reading
from build_scripts.model.reading import Reading
from build_scripts.model.selector import TextQuoteSelector
from build_scripts.text.normalise import normalise_quotation
from build_scripts.text.wording import counted

_MOST_SHOWN = 3
_PLAIN_WORD = re.compile(r"[A-Za-z0-9]+")
"""Normalising leaves these letters alone."""


class _Place(NamedTuple):
    """A passage in another reading, and its words in context."""

    reading: str
    in_context: str


def places_elsewhere(
    selector: TextQuoteSelector, readings: Iterable[Reading], allowance: RunAllowance
) -> str:
    """A hint that lists where other readings have a quotation; empty where none has it.

    Readings for which the allowance does not suffice are not searched.
    """
    exact = selector.exact
    # Most texts lack even the longest word, and finding that out is much faster than normalising.
    longest = max(_PLAIN_WORD.findall(normalise_quotation(exact)), key=len, default="")
    likely = (reading for reading in readings if longest in reading.source.text)
    places = list(_places(exact, (r for r in likely if allowance.spend(len(r.source.text)))))
    if not places:
        return ""
    lines = [f"  {reading}, {in_context}" for reading, in_context in places[:_MOST_SHOWN]]
    if len(places) > _MOST_SHOWN:
        lines.append(f"  and {counted(len(places) - _MOST_SHOWN, 'more place')}")
    return "\n".join([_advice(selector, sorted({found.reading for found in places})), *lines])


def _advice(selector: TextQuoteSelector, readings: Sequence[str]) -> str:
    """What to do about a quotation that occurs in other readings."""
    names_reading = "reading" in selector.origin.parts
    if len(readings) > 1:
        remedy = (
            "correct `reading`"
            if names_reading
            else "write `reading` beside it"
            if selector.is_item
            else "move the entry to the folder of that reading"
        )
        return f"It occurs in other readings. If you mean one of these passages, {remedy}:"
    remedy = (
        f"write `reading: {readings[0]}`"
        if names_reading
        else f"write `reading: {readings[0]}` beside it"
        if selector.is_item
        else f"move the entry to `annotations/readings/{readings[0]}/`"
    )
    return f"It occurs in another reading. If you mean this passage, {remedy}:"


def _places(exact: str, readings: Iterable[Reading]) -> Iterator[_Place]:
    for reading in readings:
        for span in find_all(comparable_reading(reading), exact):
            yield _Place(reading.id, place(span, reading.source))
