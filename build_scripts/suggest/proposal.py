"""The proposals, as values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, NamedTuple

from build_scripts.model.annotation import Certainty
from build_scripts.model.span import Span


class Kind(StrEnum):
    """The subject of a proposal; proposals are written in this order."""

    FAULT = "fault"
    SPELLING = "spelling"
    LINK = "link"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class CorrectionProposal:
    """An entry under `corrections:`.

    Attributes:
        span: the faulty words, inside one paragraph.
        reading: what was probably meant.
        what: names the fault in a word or two, for the id.
        why: a sentence for the body.
    """

    span: Span
    reading: str
    certainty: Certainty
    what: str
    why: str
    kind: Kind = Kind.FAULT


@dataclass(frozen=True, slots=True)
class MentionProposal:
    """An entry under `mentions:` that links a place to a term."""

    span: Span
    term: str
    why: str
    kind: ClassVar = Kind.LINK


class Spelling(NamedTuple):
    """A spelling that is not among the forms of its term, and its places in the reading.

    Attributes:
        form: the words as they stand at the first place.
        places: in order; at least one.
        why: the reason why it belongs to the term.
    """

    form: str
    places: tuple[Span, ...]
    why: str


@dataclass(frozen=True, slots=True)
class FormsProposal:
    """New `forms:` of a term.

    Attributes:
        kind: another form of the name, or another spelling of it.
        forms: the old and the new forms.
        spellings: of the new forms, in the order of their first places.
    """

    kind: Kind
    term: str
    forms: tuple[str, ...]
    spellings: tuple[Spelling, ...]

    @property
    def places(self) -> tuple[Span, ...]:
        """The places of all new forms, in order."""
        return tuple(sorted(place for one in self.spellings for place in one.places))


@dataclass(frozen=True, slots=True)
class TermProposal:
    """A new glossary entry for a name.

    Attributes:
        label: the full name.
        forms: its spellings, with the full name among them.
        places: of these spellings in the reading, in order.
    """

    id: str
    label: str
    forms: tuple[str, ...]
    places: tuple[Span, ...]
    kind: ClassVar = Kind.TERM


Proposal = CorrectionProposal | MentionProposal | FormsProposal | TermProposal
