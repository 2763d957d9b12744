"""Find a quotation in the other readings, if its own reading does not have it."""

import re
from collections.abc import Iterable, Iterator

from build_scripts.merge.anchors.explaining.passage_in_context import place
from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.normalise import normalise, normalise_quotation
from build_scripts.model.reading import Reading
from build_scripts.text.wording import counted

_MOST_SHOWN = 3
_PLAIN_WORD = re.compile(r"[A-Za-z0-9]+")
"""Normalising leaves these letters alone."""


def places_elsewhere(exact: str, readings: Iterable[Reading]) -> str:
    """A hint that lists where other readings have a quotation; empty where none has it."""
    # Most texts lack even its longest word, and seeing that is much faster than normalising them.
    longest = max(_PLAIN_WORD.findall(normalise_quotation(exact)), key=len, default="")
    places = list(_places(exact, (r for r in readings if longest in r.source.text)))
    if not places:
        return ""
    lines = [f"  {line}" for line in places[:_MOST_SHOWN]]
    if len(places) > _MOST_SHOWN:
        lines.append(f"  and {counted(len(places) - _MOST_SHOWN, 'more place')}")
    return "\n".join(["It stands in another reading:", *lines])


def _places(exact: str, readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        for span in find_all(normalise(reading.source.text), exact):
            yield f"{reading.id}, {place(span, reading.source)}"
