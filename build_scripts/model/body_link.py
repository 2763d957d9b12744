"""Links inside the body of an annotation, written `[[union-state]]` or `[[note:loan-size]]`."""

from dataclasses import dataclass
from enum import StrEnum

from build_scripts.model.file_position import Origin


class BodyLinkKind(StrEnum):
    """What a body can link to; the word stands before the colon, and `term:` may be left out."""

    TERM = "term"
    NOTE = "note"
    READING = "reading"
    EVENT = "event"


@dataclass(frozen=True, slots=True, eq=False)
class BodyLink:
    """One link of a body.

    Attributes:
        kind: what it leads to.
        id: its id, unique for the kind (for notes: in the reading).
        reading: the id of the reading that a note belongs to; empty for the other kinds.
        label: the words to show; where none were written, the name of what it leads to.
        origin: the place of the id in the annotation file; for a note of another reading, of
            the reading's id in front of it.
    """

    kind: BodyLinkKind
    id: str
    reading: str
    label: str
    origin: Origin
