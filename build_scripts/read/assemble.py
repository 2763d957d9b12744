"""What was read from many files to one collection, in an order that no file decides."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from build_scripts.model.annotation import (
    Correction,
    CrossReference,
    Event,
    Formatting,
    Mention,
    Note,
    Reference,
    Term,
)
from build_scripts.model.collection import Collection, Settings
from build_scripts.model.reading import Reading
from build_scripts.read.convert import AnnotationItem

Identified = TypeVar("Identified", Note, CrossReference, Correction, Event, Reference)
Positioned = TypeVar("Positioned", Mention, Formatting)


def assemble(
    settings: Settings,
    readings: Mapping[str, Reading],
    items: Mapping[str, Iterable[AnnotationItem]],
    terms: Iterable[Term],
) -> Collection:
    """A collection of what was read.

    Args:
        settings: of the site.
        readings: by id, without their annotations.
        items: annotations by the id of their reading, those outside of all readings under another
            name: events and references may stand anywhere.
        terms: of the glossary.
    """
    everywhere = [item for of_reading in items.values() for item in of_reading]
    return Collection(
        settings=settings,
        readings=tuple(
            _with_annotations(reading, items.get(reading.id, ()))
            for _, reading in sorted(readings.items())
        ),
        terms=tuple(sorted(terms, key=attrgetter("id"))),
        events=_of_kind(everywhere, Event),
        references=_of_kind(everywhere, Reference),
    )


def _of_kind(items: Iterable[object], kind: type[Identified]) -> tuple[Identified, ...]:
    return tuple(sorted((i for i in items if isinstance(i, kind)), key=attrgetter("id")))


def _in_document_order(items: Iterable[object], kind: type[Positioned]) -> tuple[Positioned, ...]:
    """Items without ids, in an order that does not depend on the order of files being read."""
    found = (i for i in items if isinstance(i, kind))
    return tuple(sorted(found, key=lambda i: (i.origin.document.path, i.origin.offset)))


def _with_annotations(reading: Reading, items: Iterable[AnnotationItem]) -> Reading:
    items = tuple(items)
    return replace(
        reading,
        notes=_of_kind(items, Note),
        cross_references=_of_kind(items, CrossReference),
        corrections=_of_kind(items, Correction),
        mentions=_in_document_order(items, Mention),
        formatting=_in_document_order(items, Formatting),
    )
