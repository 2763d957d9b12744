"""The entries on the page of a comparison: what each is, and its name, as one text."""

from enum import StrEnum


class ComparedKind(StrEnum):
    """What an entry is; the comments say what its name is."""

    ROW = "row"  # of two texts side by side: the id of the later text, a dot, the number of the row
    REFERENCE = "reference"  # the number of the reading in whose order it stands, a dot, its name
    EVENT = "event"  # between the texts
    TEXT = "text"  # a reading among these events
    OTHER_EVENT = "other-event"
    TERM = "term"
    QUESTION = "question"  # the id of its reading, a dot, its own


def compared_entry(kind: ComparedKind, name: str) -> str:
    """An entry: ``event.treaty``."""
    return f"{kind}.{name}"


def kind_and_name(entry: str) -> tuple[ComparedKind, str]:
    """What an entry is, and its name."""
    kind, _, name = entry.partition(".")
    return ComparedKind(kind), name
