"""What may be proposed, each ready to be pasted."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from build_scripts.model.annotation import Certainty
from build_scripts.model.span import Span


class Kind(StrEnum):
    """What a proposal is about, in the order in which proposals are written."""

    FAULT = "fault"
    SPELLING = "spelling"
    LINK = "link"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class CorrectionProposal:
    """An entry under `corrections:`.

    Attributes:
        kind: a fault of the text, or the spelling of a name.
        span: the faulty words, inside one paragraph.
        reading: what was probably meant.
        certainty: how sure that is.
        what: in a word or two, with hyphens, for the id.
        why: a sentence for the body.
    """

    kind: Kind
    span: Span
    reading: str
    certainty: Certainty
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class MentionProposal:
    """An entry under `mentions:` that links a place to a term."""

    kind: Kind
    span: Span
    term: str
    why: str


class Spelling(NamedTuple):
    """A spelling that a term has not among its forms, and where it stands in the reading.

    Attributes:
        form: the words, as they stand at the first place.
        places: in order; at least one.
        why: what makes it the term's.
    """

    form: str
    places: tuple[Span, ...]
    why: str


@dataclass(frozen=True, slots=True)
class FormsProposal:
    """New `forms:` of a term.

    Attributes:
        kind: another form of the name, or another spelling of it.
        span: the first place of all.
        term: the term's id.
        forms: the old ones and the new ones.
        spellings: the new ones, in the order of their first places.
    """

    kind: Kind
    span: Span
    term: str
    forms: tuple[str, ...]
    spellings: tuple[Spelling, ...]


@dataclass(frozen=True, slots=True)
class TermProposal:
    """A glossary entry for a name that has none.

    Attributes:
        kind: always `Kind.TERM`.
        span: the first place.
        id: of the new entry.
        label: the name in full.
        forms: its spellings; the name in full is one of them.
        places: where they stand in the reading, in order.
        readings: how many other readings have it.
    """

    kind: Kind
    span: Span
    id: str
    label: str
    forms: tuple[str, ...]
    places: tuple[Span, ...]
    readings: int


Proposal = CorrectionProposal | MentionProposal | FormsProposal | TermProposal
