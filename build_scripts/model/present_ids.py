"""The ids that a project has, for editors to suggest."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_scripts.model.collection import Collection
from build_scripts.model.value_patterns import ID_PATTERN


@dataclass(frozen=True, slots=True)
class PresentIds:
    """Ids by kind, sorted, each with a short description.

    The description is empty if only the id could be read.
    """

    readings: Mapping[str, str]
    terms: Mapping[str, str]
    events: Mapping[str, str]
    references: Mapping[str, str]
    collections: Mapping[str, str]


def present_ids(collection: Collection, unreadable: Iterable[str]) -> PresentIds:
    """The ids of a project, including those of entries that could not be read (``term:ID`` …)."""
    readings = {reading.id: reading.metadata.title for reading in collection.readings}
    terms = {term.id: term.label for term in collection.terms}
    events = {event.id: f"{event.date}: {event.title}" for event in collection.events}
    references = {source.id: source.title for source in collection.references}
    collections = {one.id: one.title for one in collection.collections}
    kinds = {
        "reading": readings,
        "term": terms,
        "event": events,
        "source": references,
        "collection": collections,
    }
    for name in unreadable:
        kind, _, identifier = name.partition(":")
        if kind in kinds:
            kinds[kind].setdefault(identifier, "")
    return PresentIds(*(_in_order(words) for words in kinds.values()))


def _in_order(words: dict[str, str]) -> dict[str, str]:
    """Sorted, and without names that are not ids, so that editors do not spread a mistake."""
    return {name: words[name] for name in sorted(words) if re.fullmatch(ID_PATTERN, name)}
