"""Quotations that stand in another reading than the one they were sought in."""

import re
from collections.abc import Callable, Iterable, Iterator

from build_scripts.merge.anchors.explaining.passage_in_context import place
from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.normalise import NormalisedText, normalise_quotation
from build_scripts.model.reading import Reading
from build_scripts.text.wording import counted

_SHOWN = 3
_PLAIN_WORD = re.compile(r"[A-Za-z0-9]+")


def places_elsewhere(
    exact: str, readings: Iterable[Reading], normalised: Callable[[Reading], NormalisedText]
) -> str:
    """Where in other readings a quotation stands, for a hint; empty where it does nowhere.

    Args:
        exact: the quotation, as written.
        readings: the other readings.
        normalised: gives the normalised text of a reading.
    """
    # Most texts do not even have its longest word: that is told much faster than normalising them.
    # Plain letters are those that normalising leaves alone.
    longest = max(_PLAIN_WORD.findall(normalise_quotation(exact)), key=len, default="")
    found = list(_places(exact, (r for r in readings if longest in r.source.text), normalised))
    if not found:
        return ""
    lines = [f"  {line}" for line in found[:_SHOWN]]
    if len(found) > _SHOWN:
        lines.append(f"  and {counted(len(found) - _SHOWN, 'more place')}")
    return "\n".join(["It stands in another reading:", *lines])


def _places(
    exact: str, readings: Iterable[Reading], normalised: Callable[[Reading], NormalisedText]
) -> Iterator[str]:
    for reading in readings:
        for span in find_all(normalised(reading), exact):
            yield f"{reading.id}, {place(span, reading.source)}"
