"""Check ids: names of files that are ids, and ids that two entries claim."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from build_scripts.model.annotation import (
    Correction,
    CrossReference,
    Event,
    Note,
    Question,
    Reference,
    Term,
)
from build_scripts.model.arrangement import DeclaredCollection
from build_scripts.model.codes import Code
from build_scripts.model.collection import Collection
from build_scripts.model.comparison import Comparison
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.memory import Memory
from build_scripts.model.reading import Reading
from build_scripts.text.ids import RULE_FOR_IDS, intended_id, is_id


def check_name(identifier: str, document: Document) -> tuple[Diagnostic, ...]:
    """A diagnostic if the name of a file or folder, less its ending, is not an id."""
    if is_id(identifier):
        return ()
    meant = intended_id(identifier)
    return (
        Origin(document, 0).diagnostic(
            Code.BAD_ID,
            f"The name `{identifier}` cannot be an id",
            f"Rename it{f' to `{meant}`' if is_id(meant) else ''}: {RULE_FOR_IDS}",
        ),
    )


Identified = (
    Reading
    | Note
    | CrossReference
    | Correction
    | Question
    | Term
    | Event
    | Reference
    | DeclaredCollection
    | Comparison
)
"""An entry with an id, which is empty if it is faulty."""


class Claim(NamedTuple):
    """An id or a former id, and where it is claimed."""

    identifier: str
    origin: Origin


def _former_ids(entry: Identified) -> tuple[str, ...]:
    match entry:
        case Reading():
            return entry.formerly
        case Reference() | DeclaredCollection():
            return ()
        case _:
            return entry.provenance.formerly


def claims(entries: Iterable[Identified]) -> Iterable[Claim]:
    """The ids and former ids of entries; no two of a kind may be equal."""
    for entry in entries:
        if entry.id:  # otherwise it is faulty
            yield Claim(entry.id, entry.origin.at("id"))
        for index, old in enumerate(_former_ids(entry)):
            yield Claim(old, entry.origin.at("formerly", index))


def _duplicates(kind: str, entries: Iterable[Identified]) -> Iterable[Diagnostic]:
    in_order = sorted(
        claims(entries),
        key=lambda claim: (claim.identifier, claim.origin.document.path, claim.origin.offset),
    )
    for first, second in pairwise(in_order):
        if first.identifier == second.identifier:
            yield second.origin.diagnostic(
                Code.DUPLICATE_ID,
                f"Another {kind} has the id `{second.identifier}`: {first.origin.in_words}",
                "Choose another id for the newer of the two; a published id must not change.",
            )


def _duplicates_in_reading(reading: Reading) -> tuple[Diagnostic, ...]:
    return (
        *_duplicates("note", reading.notes),
        *_duplicates("cross-reference", reading.cross_references),
        *_duplicates("correction", reading.corrections),
        *_duplicates("question", reading.questions),
    )


def duplicate_ids(collection: Collection, memory: Memory) -> tuple[Diagnostic, ...]:
    """Diagnostics for ids that two entries of a kind claim.

    Ids of annotations are compared within a reading, all others on the whole site. Former ids
    count, because they remain addresses.
    """
    diagnostics: list[Diagnostic] = []
    for reading in collection.readings:
        key = "duplicate ids", reading.id, reading.origin.document.path
        diagnostics.extend(memory.recall(key, _duplicates_in_reading, reading))
    diagnostics.extend(_duplicates("reading", collection.readings))
    diagnostics.extend(_duplicates("term", collection.terms))
    diagnostics.extend(_duplicates("event", collection.events))
    diagnostics.extend(_duplicates("source", collection.references))
    diagnostics.extend(_duplicates("collection", collection.collections))
    diagnostics.extend(_duplicates("comparison", collection.comparisons))
    return tuple(diagnostics)
