"""Links inside the body of an annotation, written `[[union-state]]` or `[[note:loan-size]]`."""

from dataclasses import dataclass
from enum import StrEnum

from build_scripts.model.line_and_column import Origin


class BodyLinkKind(StrEnum):
    """What a body can link to, by the word before the colon; `term:` may be left out."""

    TERM = "term"
    NOTE = "note"
    READING = "reading"
    EVENT = "event"
    QUESTION = "question"
    COMPARISON = "comparison"


IN_READINGS = frozenset({BodyLinkKind.NOTE, BodyLinkKind.QUESTION})
"""The kinds of entries whose ids are unique in their reading only."""


@dataclass(frozen=True, slots=True, eq=False)
class BodyLink:
    """One link of a body.

    Attributes:
        id: the id of the target.
        reading: for a note or a question, the id of its reading; empty for the other kinds.
        label: the words to show; if none were written, the name of the target.
        origin: the place of the id in the annotation file; for an entry of another reading, the
            place of the reading's id before it.
    """

    kind: BodyLinkKind
    id: str
    reading: str
    label: str
    origin: Origin
