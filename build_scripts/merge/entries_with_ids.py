"""Everything in a collection that has an id, whatever its kind."""

from collections.abc import Iterator
from typing import NamedTuple

from build_scripts.model.annotation import Body, Provenance
from build_scripts.model.collection import Collection
from build_scripts.model.file_position import Origin

SINGULAR = {
    "readings": "reading",
    "terms": "term",
    "notes": "note",
    "cross_references": "cross-reference",
    "corrections": "correction",
    "events": "event",
    "references": "source",
}
"""What messages call an entry of each kind."""


class Entry(NamedTuple):
    """One entry.

    Attributes:
        kind: a key of `SINGULAR`, which is what files and settings call entries of this kind.
        id: its id, unique for the kind (of notes, cross-references and corrections: in the
            reading).
        reading: the id of the reading it belongs to, or is; empty for the others.
        origin: its mapping.
        provenance: what it rests on; None for what has no `sources:`.
        body: its text; None where it has none.
    """

    kind: str
    id: str
    reading: str
    origin: Origin
    provenance: Provenance | None = None
    body: Body | None = None


def entries(collection: Collection) -> Iterator[Entry]:
    """All entries of a collection."""
    for reading in collection.readings:
        here = reading.id
        yield Entry("readings", here, here, reading.origin)
        for note in reading.notes:
            yield Entry("notes", note.id, here, note.origin, note.provenance, note.body)
        for link in reading.cross_references:
            yield Entry("cross_references", link.id, here, link.origin, link.provenance, link.body)
        for correction in reading.corrections:
            yield Entry(
                "corrections",
                correction.id,
                here,
                correction.origin,
                correction.provenance,
                correction.body,
            )
    for term in collection.terms:
        yield Entry("terms", term.id, "", term.origin, term.provenance, term.definition)
    for event in collection.events:
        yield Entry("events", event.id, "", event.origin, event.provenance, event.body)
    for reference in collection.references:
        yield Entry("references", reference.id, "", reference.origin)
