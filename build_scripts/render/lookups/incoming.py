"""Collect the cross-references that lead to terms and events."""

from collections.abc import Iterable
from typing import NamedTuple

from build_scripts.model.annotation import CrossReference, EventReference, Relation, TermReference
from build_scripts.model.placed import AnnotatedReading, Passage


class IncomingReference(NamedTuple):
    """A cross-reference: its relation as stated, and the passage that refers."""

    relation: Relation
    passage: Passage


Incoming = dict[str, list[IncomingReference]]
"""By ``term-ID`` and ``event-ID``, in the order of the readings and of their texts."""


def incoming_references(readings: Iterable[AnnotatedReading]) -> Incoming:
    """All cross-references to terms and events."""
    incoming: Incoming = {}
    for annotated in readings:
        for placed in annotated.annotations:
            match placed.annotation:
                case CrossReference(refers_to=TermReference(term=term), relation=relation):
                    target = f"term-{term}"
                case CrossReference(refers_to=EventReference(event=event), relation=relation):
                    target = f"event-{event}"
                case _:
                    continue
            passage = Passage(annotated.reading.id, placed.span)
            incoming.setdefault(target, []).append(IncomingReference(relation, passage))
    return incoming
