"""What contributors write: annotations of every kind, terms, events and references."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from build_scripts.model.coordinates import Coordinates
from build_scripts.model.line_and_column import Origin
from build_scripts.model.pronunciation import Pronunciation
from build_scripts.model.selector import Selector, TextQuoteSelector


class Status(StrEnum):
    """How far an annotation has come; only drafts are not published."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    DISPUTED = "disputed"


class Relation(StrEnum):
    """The relation of the passage referred to, seen from the passage with the cross-reference."""

    AGREES = "agrees"
    AGREES_IN_PART = "agrees-in-part"
    CONTRASTS = "contrasts"
    LATER_DEVELOPMENT = "later-development"
    EARLIER_STAGE = "earlier-stage"
    SAME_SUBJECT = "same-subject"
    SAME_PERSON = "same-person"
    EXPLAINS = "explains"
    QUOTES = "quotes"
    PARAPHRASES = "paraphrases"
    ALLUDES_TO = "alludes-to"
    MENTIONS = "mentions"
    DISCUSSES = "discusses"
    DRAWS_ON = "draws-on"
    CORRECTS = "corrects"
    CONTINUED_IN = "continued-in"
    TRANSLATION_OF = "translation-of"
    PARALLEL = "parallel"
    RELATED = "related"
    SEE = "see"


class Certainty(StrEnum):
    """How certain the reading is that a correction proposes."""

    CERTAIN = "certain"
    LIKELY = "likely"
    CONJECTURE = "conjecture"


class FormattingStyle(StrEnum):
    """Typography that was lost in a plain-text source."""

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
    """Which occurrences of a term become links.

    ONCE: the first in the reading. FIRST: the first in each section.
    """

    ONCE = "once"
    FIRST = "first"
    EACH_PARAGRAPH = "each-paragraph"
    ALL = "all"
    NONE = "none"


class Level(StrEnum):
    """Whom a term need not be explained to, or is of use to.

    BASIC: everybody here knows it, though a pupil may not. EXPERT: only experts ask for it.
    """

    BASIC = "basic"
    EXPERT = "expert"


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """The text of a note, as Markdown in the safe subset (see docs/guide/writing-bodies.md)."""

    markdown: str
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class Citation:
    """A source of an annotation: the id of a reference, and the place in it if given."""

    reference: str
    origin: Origin
    locator: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Provenance:
    """Authors, reviewers, dates, sources and earlier ids of an annotation.

    `creators` and `reviewed_by` have one name for each person.

    Without a status, the annotation is published without a remark. Dates are ISO 8601, as precise
    as stated, or empty; `created` and `modified` are named as in the W3C Web Annotation model.
    """

    sources: tuple[Citation, ...] = ()
    creators: tuple[str, ...] = ()
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
class Introduction:
    """What is good to know before a text is read; it stands above the text."""

    body: Body
    provenance: Provenance
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class PassageReference:
    """A passage of a reading that a cross-reference, an event or a question refers to."""

    reading: str
    selector: Selector
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A question for discussion, on passages of one or several readings, or on none.

    Attributes:
        passages: in the order in which they were written.
        hint: what teachers should know; pupils see it only if they ask for it.
    """

    id: str
    body: Body
    passages: tuple[PassageReference, ...]
    hint: Body | None
    provenance: Provenance
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class Recommendation:
    """A source that is worth reading after a text, and why."""

    citation: Citation
    body: Body | None


@dataclass(frozen=True, slots=True, eq=False)
class TermReference:
    """A reference to a glossary term, by its id."""

    term: str
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class EventReference:
    """A reference to an event of the timeline, by its id."""

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
class Rival:
    """Another reading of the words of a correction (TEI: `rdg` beside `lem`).

    Attributes:
        reading: empty where the words are to be left out.
        proposed_by: who proposed it (TEI: `resp`).
        certainty: None where it is not stated.
    """

    reading: str
    proposed_by: tuple[str, ...]
    certainty: Certainty | None
    body: Body | None
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Correction:
    """The probable reading of a faulty passage; the text itself is unchanged.

    Attributes:
        reading: empty where the words are to be left out (TEI: `surplus`).
        proposed_by: who proposed this reading, which need not be who wrote the entry.
        rivals: other readings, which the text as corrected does not show.
    """

    id: str
    target: TextQuoteSelector
    reading: str
    certainty: Certainty
    body: Body | None
    provenance: Provenance
    origin: Origin
    proposed_by: tuple[str, ...] = ()
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A place where a glossary link is forced (`term`) or forbidden (`forbid`); one is empty."""

    target: TextQuoteSelector
    term: str
    forbid: str
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class Formatting:
    """Typography of a passage."""

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
        forms: every spelling that is linked.
        case: how case is compared.
        linking: overrides the rules of the site and the reading, if given.
        except_phrases: longer phrases in which no form of this term is meant.
        except_readings: readings in which this term is not linked.
        translations: the name in other languages, by language tag (BCP 47).
        sort_key: the text to sort by, if not the label (a person's surname).
        aliases: other names, which are not sought in the texts.
        level: None for a term that is neither basic nor for experts.
        pronunciations: how the name is pronounced, in one language or in several.
        coordinates: where it is, for the map.
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
    pronunciations: tuple[Pronunciation, ...] = ()
    aliases: tuple[str, ...] = ()
    level: Level | None = None
    coordinates: Coordinates | None = None


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
"""CSL types of items that need no publisher."""
NO_DATE = "n.d."
"""The date of a reference that has none; CSL's term `no date`."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name: in its parts, or `literal` if it is not divided.

    `term` is the id of the glossary entry of whoever is meant, if it is stated.
    """

    literal: str = ""
    family: str = ""
    given: str = ""
    term: str = ""

    @property
    def full(self) -> str:
        """The name in spoken order."""
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """A bibliographic item; the fields are CSL variables of the same names.

    Attributes:
        issued: a date of the Extended Date/Time Format, `NO_DATE`, or empty if unknown.
        more: further texts and dates that are known, by the names in `csl_variables`.
        people: others who are known, by the names in `csl_variables`.
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
    more: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)


Annotation = Note | CrossReference | Correction | Mention | Formatting


def all_sources(
    entry: Note | CrossReference | Correction | Term | Event | Introduction | Question,
) -> tuple[Citation, ...]:
    """The sources of an entry and of the rival readings in it."""
    rivals = entry.rivals if isinstance(entry, Correction) else ()
    if not rivals:
        return entry.provenance.sources
    return (*entry.provenance.sources, *(source for rival in rivals for source in rival.sources))


def all_bodies(entry: Note | CrossReference | Correction | Event | Question) -> tuple[Body, ...]:
    """The body of an entry, and the further texts in it: rival readings or a hint."""
    if isinstance(entry, Question):
        return (entry.body,) if entry.hint is None else (entry.body, entry.hint)
    rivals = entry.rivals if isinstance(entry, Correction) else ()
    if not rivals:
        return (entry.body,) if entry.body is not None else ()
    bodies = (entry.body, *(rival.body for rival in rivals))
    return tuple(body for body in bodies if body is not None)


def all_readings(correction: Correction) -> tuple[str, ...]:
    """The readings of a correction: its own, then its rivals'."""
    return (correction.reading, *(rival.reading for rival in correction.rivals))
