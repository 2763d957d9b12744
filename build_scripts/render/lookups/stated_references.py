"""All cross-references, each once, where it is stated."""

from collections.abc import Iterable
from typing import NamedTuple

from build_scripts.model.annotation import CrossReference
from build_scripts.model.placed import AnnotatedReading, PlacedAnnotation


class StatedReference(NamedTuple):
    """A cross-reference, with the reading where it is stated.

    Attributes:
        pair: the ids of both readings, sorted; the second is empty for a reference to an entry of
            the glossary or the timeline.
    """

    pair: tuple[str, str]
    reading: str
    placed: PlacedAnnotation
    reference: CrossReference

    @property
    def name(self) -> str:
        """Its name among those of all readings; no id has a dot."""
        return f"{self.reading}.{self.reference.id}"

    @property
    def name_of_pair(self) -> str:
        """The name of the readings that it joins."""
        return "..".join(filter(None, self.pair))


def stated_references(readings: Iterable[AnnotatedReading]) -> dict[str, StatedReference]:
    """By name, those between the same readings together, and those to entries last."""
    stated = [
        StatedReference(
            _pair(annotated.reading.id, placed), annotated.reading.id, placed, reference
        )
        for annotated in readings
        for placed in annotated.annotations
        for reference in (placed.annotation,)
        if isinstance(reference, CrossReference) and not placed.at_far_end
    ]
    stated.sort(key=lambda one: (one.pair[1] == "", one.pair))
    return {one.name: one for one in stated}


def _pair(here: str, placed: PlacedAnnotation) -> tuple[str, str]:
    if placed.other_end is None:
        return here, ""
    first, second = sorted((here, placed.other_end.reading))
    return first, second
