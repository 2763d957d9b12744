"""The questions of other readings that have passages in a reading."""

from collections.abc import Iterable
from typing import NamedTuple

from build_scripts.model.placed import AnnotatedReading, PlacedQuestion


class AskedElsewhere(NamedTuple):
    """A question that stands below another reading, whose id is `reading`."""

    reading: str
    placed: PlacedQuestion


def asked_elsewhere(readings: Iterable[AnnotatedReading]) -> dict[str, list[AskedElsewhere]]:
    """The questions by the id of the reading that they have passages in, in the order given."""
    asked: dict[str, list[AskedElsewhere]] = {}
    for annotated in readings:
        own = annotated.reading.id
        for placed in annotated.questions:
            for other in dict.fromkeys(passage.reading for passage in placed.passages):
                if other != own:
                    asked.setdefault(other, []).append(AskedElsewhere(own, placed))
    return asked
