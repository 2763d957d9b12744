"""List all entries of a collection that have an id, of every kind."""

from collections.abc import Iterator
from typing import NamedTuple

from build_scripts.model.annotation import Body, Citation, all_bodies, all_sources
from build_scripts.model.collection import Collection
from build_scripts.model.line_and_column import Origin

SINGULAR = {
    "readings": "reading",
    "terms": "term",
    "notes": "note",
    "cross_references": "cross-reference",
    "corrections": "correction",
    "questions": "question",
    "events": "event",
    "references": "source",
    "collections": "collection",
    "comparisons": "comparison",
}
"""What messages call an entry of each kind."""


def called(kind: str, identifier: str) -> str:
    """How a sentence about an entry begins: an id that is faulty is empty, and not named.

    Args:
        kind: a key of `SINGULAR`.
        identifier: the id of the entry.
    """
    return f"The {SINGULAR[kind]} `{identifier}`" if identifier else f"This {SINGULAR[kind]}"


class Entry(NamedTuple):
    """An entry and its place in a file.

    Attributes:
        kind: a key of `SINGULAR`, which is what files and settings call entries of this kind.
        id: unique within its kind, or within the reading for notes, cross-references, corrections
            and questions.
        reading: the id of the reading that it belongs to, or is; empty for other kinds.
        bodies: its text, if any, and further texts in it.
    """

    kind: str
    id: str
    reading: str
    origin: Origin
    sources: tuple[Citation, ...] = ()
    bodies: tuple[Body, ...] = ()


def entries(collection: Collection) -> Iterator[Entry]:
    """All entries of a collection."""
    for reading in collection.readings:
        before, after = reading.introduction, reading.further_reading
        yield Entry(
            *("readings", reading.id, reading.id, reading.origin),
            (*(all_sources(before) if before else ()), *(one.citation for one in after)),
            (*((before.body,) if before else ()), *(one.body for one in after if one.body)),
        )
        for kind, listed in (
            ("notes", reading.notes),
            ("cross_references", reading.cross_references),
            ("corrections", reading.corrections),
            ("questions", reading.questions),
        ):
            for entry in listed:
                yield Entry(
                    *(kind, entry.id, reading.id, entry.origin),
                    all_sources(entry),
                    all_bodies(entry),
                )
    for term in collection.terms:
        yield Entry("terms", term.id, "", term.origin, term.provenance.sources, (term.definition,))
    for event in collection.events:
        yield Entry(
            "events", event.id, "", event.origin, event.provenance.sources, all_bodies(event)
        )
    for reference in collection.references:
        yield Entry("references", reference.id, "", reference.origin)
    for one in collection.collections:
        yield Entry("collections", one.id, "", one.origin)
    for compared in collection.comparisons:
        bodies = (compared.body,) if compared.body is not None else ()
        yield Entry(
            *("comparisons", compared.id, "", compared.origin),
            compared.provenance.sources,
            bodies,
        )
