"""Readings, cross-references and bodies that refer to themselves."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from build_scripts.merge.entries_with_ids import SINGULAR, Entry, called, entries
from build_scripts.merge.place_cross_references import CrossReferenceEnds
from build_scripts.model.body_link import BodyLink, BodyLinkKind
from build_scripts.model.codes import Code
from build_scripts.model.collection import Collection
from build_scripts.model.diagnostic import Diagnostic

_KINDS = {
    BodyLinkKind.TERM: "terms",
    BodyLinkKind.NOTE: "notes",
    BodyLinkKind.EVENT: "events",
    BodyLinkKind.QUESTION: "questions",
    BodyLinkKind.COMPARISON: "comparisons",
}
"""The kinds of entries whose bodies can lead to the entry itself."""


def self_references(
    collection: Collection, ends: Iterable[CrossReferenceEnds], body_links: Iterable[BodyLink]
) -> Iterator[Diagnostic]:
    """A diagnostic for each reading, cross-reference and body that leads to itself."""
    for reading in collection.readings:
        for key in ("version_of", "translation_of"):
            if getattr(reading.metadata, key) == reading.id:
                yield reading.origin.at(key).diagnostic(
                    Code.REFERENCE_TO_ITSELF,
                    f"`{key}` names this reading itself",
                    f"Write the id of the other reading, or delete `{key}`.",
                )
    for reference, near, far, _ in ends:
        if far is not None and far.reading == near.reading and far.span.overlaps(near.span):
            yield reference.origin.at("refers_to").diagnostic(
                Code.REFERENCE_TO_ITSELF,
                f"{called('cross_references', reference.id)} leads to its own passage",
                "In `refers_to`, quote the words of the other passage.",
            )
    yield from _bodies_that_link_to_themselves(collection, body_links)


def _bodies_that_link_to_themselves(
    collection: Collection, body_links: Iterable[BodyLink]
) -> Iterator[Diagnostic]:
    owners: dict[str, list[tuple[int, Entry]]] = {}
    for entry in entries(collection):
        for body in entry.bodies:
            place = body.origin
            owners.setdefault(place.document.path, []).append((place.offset, entry))
    for of_file in owners.values():
        of_file.sort(key=lambda owner: owner[0])
    for link in body_links:
        bodies = owners.get(link.origin.document.path, [])
        before = bisect_right(bodies, link.origin.offset, key=lambda owner: owner[0])
        if before and _leads_to(link, bodies[before - 1][1]):
            owner = bodies[before - 1][1]
            yield link.origin.diagnostic(
                Code.REFERENCE_TO_ITSELF,
                f"This link leads to the {SINGULAR[owner.kind]} `{owner.id}` itself",
                "Delete the brackets, and keep only the words.",
            )


def _leads_to(link: BodyLink, entry: Entry) -> bool:
    return (
        _KINDS.get(link.kind) == entry.kind
        and link.id == entry.id
        and link.reading == entry.reading
    )
