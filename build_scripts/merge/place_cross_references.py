"""Place cross-references at both of their ends."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from build_scripts.merge.anchors.resolver import Resolver
from build_scripts.merge.visibility import Visibility
from build_scripts.model.annotation import (
    CrossReference,
    EventReference,
    PassageReference,
    TermReference,
)
from build_scripts.model.collection import Collection
from build_scripts.model.placed import Passage, PlacedAnnotation
from build_scripts.model.selector import Selector, TextQuoteSelector


class CrossReferenceEnds(NamedTuple):
    """A cross-reference whose passages were found.

    Attributes:
        near: the passage where it is stated.
        far: the passage it leads to; None where it leads to a term or an event.
        far_on_blocks: whether the far passage is whole paragraphs or a whole reading.
    """

    reference: CrossReference
    near: Passage
    far: Passage | None
    far_on_blocks: bool


def selectors_of_passages(collection: Collection) -> dict[str, list[Selector]]:
    """The selectors of entries on passages of several readings, by the reading they select in."""
    selectors: dict[str, list[Selector]] = {}
    references: list[PassageReference] = []
    for reading in collection.readings:
        for entry in reading.cross_references:
            selectors.setdefault(reading.id, []).append(entry.target)
            if isinstance(entry.refers_to, PassageReference):
                references.append(entry.refers_to)
        references += (passage for entry in reading.questions for passage in entry.passages)
    references += (passage for event in collection.events for passage in event.passages)
    for reference in references:
        selectors.setdefault(reference.reading, []).append(reference.selector)
    return selectors


def find_ends(resolver: Resolver, collection: Collection) -> tuple[CrossReferenceEnds, ...]:
    """The passages of all cross-references, drafts included; those not found are left out."""
    found: list[CrossReferenceEnds] = []
    for reading in collection.readings:
        for reference in reading.cross_references:
            span = resolver.resolve(reading, reference.target)
            end = reference.refers_to
            far, on_blocks = None, False
            if isinstance(end, PassageReference):
                far, on_blocks = resolver.passage(end), is_on_blocks(end.selector)
            if span is not None and (far is not None or not isinstance(end, PassageReference)):
                near = Passage(reading.id, span)
                found.append(CrossReferenceEnds(reference, near, far, on_blocks))
    return tuple(found)


def place_cross_references(
    found: Iterable[CrossReferenceEnds], collection: Collection, visibility: Visibility
) -> dict[str, list[PlacedAnnotation]]:
    """Place each cross-reference where it is stated and, between passages, where it leads."""
    placed: dict[str, list[PlacedAnnotation]] = {}
    shown = [ends for ends in found if _is_shown(ends.reference, visibility)]
    for reference, near, far, _ in shown:
        placed.setdefault(near.reading, []).append(
            PlacedAnnotation(
                f"xref-{reference.id}",
                near.span,
                reference,
                on_blocks=is_on_blocks(reference.target),
                other_end=far,
            )
        )
    claims = _claims(collection, shown)
    for ends in shown:
        if ends.far is not None:
            placed.setdefault(ends.far.reading, []).append(_at_far_end(ends, ends.far, claims))
    return placed


def _at_far_end(
    ends: CrossReferenceEnds, far: Passage, claims: Counter[tuple[str, str]]
) -> PlacedAnnotation:
    """A cross-reference at the passage that it leads to.

    Ids are unique only within a reading. If an id is already taken on this page, the id of the
    cross-reference's own reading is put before it, with a dot. No id contains a dot, so that name
    is always free. Former ids that are not free are left out.
    """
    reference, near = ends.reference, ends.near

    def is_free(name: str) -> bool:
        return far.reading == near.reading or claims[far.reading, name] == 1

    name = reference.id if is_free(reference.id) else f"{near.reading}.{reference.id}"
    provenance = reference.provenance
    formerly = tuple(filter(is_free, provenance.formerly))
    if formerly != provenance.formerly:
        reference = replace(reference, provenance=replace(provenance, formerly=formerly))
    return PlacedAnnotation(
        f"xref-{name}",
        far.span,
        reference,
        on_blocks=ends.far_on_blocks,
        other_end=near,
        at_far_end=True,
    )


def is_on_blocks(selector: Selector) -> bool:
    """Whether a target is whole paragraphs or a whole reading."""
    return not isinstance(selector, TextQuoteSelector)


def _is_shown(reference: CrossReference, visibility: Visibility) -> bool:
    """Whether a cross-reference, and the entry it leads to, are shown."""
    if not visibility.shows(reference.provenance):
        return False
    match reference.refers_to:
        case PassageReference():
            return True
        case TermReference(term=term):
            return visibility.shows_term(term)
        case EventReference(event=event):
            return visibility.shows_event(event)


def _claims(
    collection: Collection, shown: Iterable[CrossReferenceEnds]
) -> Counter[tuple[str, str]]:
    """How many cross-references have an id, now or formerly, by reading and id.

    A cross-reference counts in the reading that states it and in the reading that it leads to.
    """
    stated = (
        (reading.id, name)
        for reading in collection.readings
        for reference in reading.cross_references
        for name in _ids(reference)
    )
    arriving = (
        (far.reading, name)
        for reference, near, far, _ in shown
        if far is not None and far.reading != near.reading
        for name in _ids(reference)
    )
    return Counter((*stated, *arriving))


def _ids(reference: CrossReference) -> tuple[str, ...]:
    return (reference.id, *reference.provenance.formerly)
