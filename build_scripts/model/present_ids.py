"""The ids that a project has, for editors to offer where one is to be written."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_scripts.model.collection import Collection

_ID = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class PresentIds:
    """Ids by what they are ids of, each with a few words on what it stands for, sorted.

    The words are empty where only the id could be read.
    """

    readings: Mapping[str, str]
    terms: Mapping[str, str]
    events: Mapping[str, str]
    references: Mapping[str, str]


def present_ids(collection: Collection, unreadable: Iterable[str]) -> PresentIds:
    """The ids of a project, faulty entries included.

    Args:
        collection: what could be read.
        unreadable: what is there besides, as ``term:ID`` and the like.
    """
    readings = {one.id: one.metadata.title for one in collection.readings}
    terms = {one.id: one.label for one in collection.terms}
    events = {one.id: f"{one.date}: {one.title}" for one in collection.events}
    references = {one.id: one.title for one in collection.references}
    kinds = {"reading": readings, "term": terms, "event": events, "source": references}
    for name in unreadable:
        kind, _, identifier = name.partition(":")
        if kind in kinds:
            kinds[kind].setdefault(identifier, "")
    return PresentIds(*(_in_order(words) for words in kinds.values()))


def _in_order(words: dict[str, str]) -> dict[str, str]:
    """Sorted, and without what cannot be an id: that would only spread the mistake."""
    return {name: words[name] for name in sorted(words) if _ID.fullmatch(name)}
