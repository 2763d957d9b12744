"""Cross-references at both of their ends."""

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
        reference: what was written.
        near: the passage where it is stated.
        far: the passage it leads to; None where it leads to a term or an event.
        far_on_blocks: whether the far passage is whole paragraphs or a whole reading.
    """

    reference: CrossReference
    near: Passage
    far: Passage | None
    far_on_blocks: bool


class _BetweenPassages(NamedTuple):
    """As `CrossReferenceEnds`, where both ends are passages."""

    reference: CrossReference
    near: Passage
    far: Passage
    far_on_blocks: bool


def find_ends(resolver: Resolver, collection: Collection) -> tuple[CrossReferenceEnds, ...]:
    """The passages of all cross-references, drafts included.

    Args:
        resolver: finds the passages; what cannot be found is reported there.
        collection: the readings and their cross-references.
    """
    found: list[CrossReferenceEnds] = []
    for reading in collection.readings:
        for reference in reading.cross_references:
            span = resolver.resolve(reading, reference.target)
            end = reference.refers_to
            far, on_blocks = None, False
            if isinstance(end, PassageReference):
                far, on_blocks = resolver.passage(end), _is_on_blocks(end.selector)
            if span is not None and (far is not None or not isinstance(end, PassageReference)):
                near = Passage(reading.id, span)
                found.append(CrossReferenceEnds(reference, near, far, on_blocks))
    return tuple(found)


def place_cross_references(
    found: Iterable[CrossReferenceEnds], collection: Collection, visibility: Visibility
) -> dict[str, list[PlacedAnnotation]]:
    """Every cross-reference where it is stated and, between passages, where it leads.

    Args:
        found: the cross-references with their passages.
        collection: the readings and their cross-references.
        visibility: of drafts, and of the terms and events that are referred to.

    Returns:
        By reading, in no particular order.
    """
    placed: dict[str, list[PlacedAnnotation]] = {}
    between_passages: list[_BetweenPassages] = []
    for reference, near, far, far_on_blocks in found:
        if not _is_shown(reference, visibility):
            continue
        placed.setdefault(near.reading, []).append(
            PlacedAnnotation(
                f"xref-{reference.id}",
                near.span,
                reference,
                on_blocks=_is_on_blocks(reference.target),
                other_end=far,
            )
        )
        if far is not None:
            between_passages.append(_BetweenPassages(reference, near, far, far_on_blocks))
    claims = _claims(collection, between_passages)
    for ends in between_passages:
        placed.setdefault(ends.far.reading, []).append(
            PlacedAnnotation(
                _entry_at_far_end(ends, claims),
                ends.far.span,
                _with_free_former_ids(ends, claims),
                on_blocks=ends.far_on_blocks,
                other_end=ends.near,
                at_far_end=True,
            )
        )
    return placed


def _is_on_blocks(selector: Selector) -> bool:
    return not isinstance(selector, TextQuoteSelector)


def _is_shown(reference: CrossReference, visibility: Visibility) -> bool:
    """Whether it and what it leads to are shown."""
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
    collection: Collection, between_passages: list[_BetweenPassages]
) -> Counter[tuple[str, str]]:
    """How many cross-references on a reading have an id, now or formerly, by reading and id."""
    stated = (
        (reading.id, name)
        for reading in collection.readings
        for reference in reading.cross_references
        for name in _ids(reference)
    )
    arriving = (
        (ends.far.reading, name)
        for ends in between_passages
        if ends.far.reading != ends.near.reading
        for name in _ids(ends.reference)
    )
    return Counter((*stated, *arriving))


def _ids(reference: CrossReference) -> tuple[str, ...]:
    return (reference.id, *reference.provenance.formerly)


def _is_free(ends: _BetweenPassages, name: str, claims: Counter[tuple[str, str]]) -> bool:
    """Whether a cross-reference can have an id at its far end as well."""
    return ends.far.reading == ends.near.reading or claims[ends.far.reading, name] == 1


def _entry_at_far_end(ends: _BetweenPassages, claims: Counter[tuple[str, str]]) -> str:
    """The id of the entry at the far end: the same as at the near one, if it is free there.

    Ids are unique in each reading only. Where two would meet on a page, the one that comes from
    elsewhere carries the name of its reading; a full stop cannot stand in an id, so that name is
    always free.
    """
    identifier = ends.reference.id
    if _is_free(ends, identifier, claims):
        return f"xref-{identifier}"
    return f"xref-{ends.near.reading}.{identifier}"


def _with_free_former_ids(
    ends: _BetweenPassages, claims: Counter[tuple[str, str]]
) -> CrossReference:
    """The cross-reference with those former ids that lead to nothing else on that page."""
    provenance = ends.reference.provenance
    free = tuple(name for name in provenance.formerly if _is_free(ends, name, claims))
    if free == provenance.formerly:
        return ends.reference
    return replace(ends.reference, provenance=replace(provenance, formerly=free))
