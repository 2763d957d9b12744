"""What contributors write: a closed union of annotation kinds, and the apparatus they cite."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from build_scripts.model.file_position import Origin
from build_scripts.model.selector import Selector, TextQuoteSelector


class Status(StrEnum):
    """How far an annotation has come: only a draft is kept from publication."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    DISPUTED = "disputed"


class Relation(StrEnum):
    """What the passage referred to is, seen from the one that carries the cross-reference."""

    AGREES = "agrees"
    AGREES_IN_PART = "agrees-in-part"
    CONTRASTS = "contrasts"
    LATER_DEVELOPMENT = "later-development"
    EARLIER_STAGE = "earlier-stage"
    SAME_SUBJECT = "same-subject"
    SAME_PERSON = "same-person"
    EXPLAINS = "explains"
    QUOTES = "quotes"


class Certainty(StrEnum):
    """How sure an editor is of the reading that a correction proposes."""

    CERTAIN = "certain"
    LIKELY = "likely"
    CONJECTURE = "conjecture"


class FormattingStyle(StrEnum):
    """Typography that a plain-text source lost."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    SMALL_CAPITALS = "small-capitals"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    UNDERLINE = "underline"


class CaseRule(StrEnum):
    """How the case of a form is compared with the case of the text.

    EXACT: every letter. INITIAL: every letter, but a small first letter of the form also
    matches a capital (the beginning of a sentence). IGNORE: case does not count.
    """

    EXACT = "exact"
    INITIAL = "initial"
    IGNORE = "ignore"


class Linking(StrEnum):
    """Which of the places where a term occurs become links.

    ONCE: the first in the reading. FIRST: the first in each section.
    """

    ONCE = "once"
    FIRST = "first"
    EACH_PARAGRAPH = "each-paragraph"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """The text of a note, as Markdown in the safe subset (see docs/guide/writing-bodies.md)."""

    markdown: str
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class Citation:
    """A source of an annotation: the key of a reference and, where given, the place in it."""

    reference: str
    origin: Origin
    locator: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Provenance:
    """Who wrote an annotation and when, who checked it, what it rests on, and its earlier names.

    The status is None where nobody has stated one: the annotation is published, and nothing is
    claimed for it. The dates are ISO 8601, as precise as was stated, or empty; `created` and
    `modified` are the names of the W3C Web Annotation Data Model.
    """

    sources: tuple[Citation, ...] = ()
    creator: str = ""
    reviewed_by: tuple[str, ...] = ()
    status: Status | None = None
    formerly: tuple[str, ...] = ()
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """A context note on a passage."""

    id: str
    target: Selector
    body: Body
    provenance: Provenance
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class PassageReference:
    """The far end of a cross-reference, or a passage an event belongs to."""

    reading: str
    selector: Selector
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class TermReference:
    """A cross-reference to a glossary term, by its id."""

    term: str
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class EventReference:
    """A cross-reference to an event of the timeline, by its id."""

    event: str
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class CrossReference:
    """A typed link from a passage to another passage, to a term or to an event."""

    id: str
    target: Selector
    refers_to: PassageReference | TermReference | EventReference
    relation: Relation
    body: Body | None
    provenance: Provenance
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class Correction:
    """The probable reading of a faulty passage; the text itself stays as printed."""

    id: str
    target: TextQuoteSelector
    reading: str
    certainty: Certainty
    body: Body | None
    provenance: Provenance
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A place where a glossary link is forced (`term`) or forbidden (`forbid`); one is empty."""

    target: TextQuoteSelector
    term: str
    forbid: str
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class Formatting:
    """Typography at a place."""

    target: TextQuoteSelector
    style: FormattingStyle
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A glossary entry.

    Attributes:
        id: the file's name without ``.yml``; the permalink.
        label: the preferred name.
        kind: person, organisation, place, event, treaty, concept, work … (a short word).
        forms: every spelling that is linked; the label itself is one unless `forms` is given.
        case: how case is compared; `INITIAL` unless stated.
        linking: overrides the site's and the reading's rule where given.
        except_phrases: longer phrases inside which no form of this term is meant.
        except_readings: readings in which this term is not linked.
        translations: language tag (BCP 47) to the name in that language.
        definition: its text.
        sort_key: where it stands in the alphabet, if not under the label (a person's surname).
    """

    id: str
    label: str
    kind: str
    forms: tuple[str, ...]
    case: CaseRule
    linking: Linking | None
    except_phrases: tuple[str, ...]
    except_readings: tuple[str, ...]
    translations: Mapping[str, str]
    definition: Body
    provenance: Provenance
    origin: Origin
    sort_key: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """An entry of the timeline; dates are ISO 8601 with the precision that is known."""

    id: str
    date: str
    end_date: str
    title: str
    body: Body | None
    passages: tuple[PassageReference, ...]
    provenance: Provenance
    origin: Origin


TYPES_WITHOUT_PUBLISHER = frozenset(
    {
        *("bill", "classic", "legal_case", "legislation", "manuscript", "patent"),
        *("personal_communication", "regulation", "treaty"),
    }
)
"""CSL types of what nobody publishes, or nobody in particular."""
NO_DATE = "n.d."
"""What a reference has for its date that is known to have none: CSL's term `no date`."""


@dataclass(frozen=True, slots=True)
class Name:
    """The name of somebody: in its parts, or `literal` where it is not taken apart."""

    literal: str = ""
    family: str = ""
    given: str = ""

    @property
    def full(self) -> str:
        """The name as it is spoken."""
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """A bibliographic item; the fields are CSL variables of the same names.

    `issued` is an ISO 8601 date, `NO_DATE`, or empty where nothing is known.
    """

    id: str
    type: str
    title: str
    author: tuple[Name, ...]
    publisher: str
    container_title: str
    issued: str
    accessed: str
    language: str
    url: str
    note: str
    origin: Origin


Annotation = Note | CrossReference | Correction | Mention | Formatting
