"""What a proposal changes: entries of a collection as they were, and as they are to be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class EntryKind(StrEnum):
    """What a contributor adds or changes, in the order in which changes are listed."""

    READING = "reading"
    NOTE = "note"
    CROSS_REFERENCE = "cross-reference"
    CORRECTION = "correction"
    MENTION = "mention"
    FORMATTING = "formatting"
    TERM = "term"
    EVENT = "event"
    SOURCE = "source"
    SETTINGS = "settings"


class ChangeState(StrEnum):
    """What happens to an entry. UNREADABLE: it was there, and its file has faults now."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A quotation, and the passage of the text that it quotes.

    Two are equal if they are written alike: an annotation does not change when its passage only
    moves, because the text before it grew.

    Attributes:
        written: the words, as the annotation quotes them.
        words: the words in the text; `written` if they were not found.
        before, after: the text around them; empty if they were not found.
        paragraph: the number of the paragraph in which they begin; 0 if they were not found.
    """

    written: str
    words: str = field(compare=False)
    before: str = field(default="", compare=False)
    after: str = field(default="", compare=False)
    paragraph: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class WholeText:
    """The paragraphs of a source."""

    paragraphs: tuple[str, ...]


Value = str | QuotedPassage | WholeText


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a contributor wrote.

    Attributes:
        kind: what it is.
        reading: the id of the reading it belongs to; empty for what belongs to the site.
        id: its own; of an entry that has none, whatever tells it from others.
        path: the file it stands in, relative to the project's root.
        line: where in it, from 1.
        fields: its values by the keys in its file; a key of an inner mapping is `outer.inner`.
        formerly: ids it had earlier.
    """

    kind: EntryKind
    reading: str
    id: str
    path: str = field(compare=False)
    line: int = field(compare=False)
    fields: tuple[tuple[str, Value], ...]
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """An entry before and after; one of the two may be missing."""

    state: ChangeState
    before: Entry | None
    after: Entry | None

    @property
    def entry(self) -> Entry:
        """The entry as it is to be, or else as it was.

        Raises:
            ValueError: there is neither.
        """
        entry = self.after or self.before
        if entry is None:
            raise ValueError("a change of nothing")
        return entry


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes of a proposal, those of a reading together.

    Attributes:
        changes: by reading, kind and id; what belongs to no reading comes last.
        titles: of the readings, by id.
    """

    changes: tuple[Change, ...]
    titles: Mapping[str, str]
