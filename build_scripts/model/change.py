"""The changes of a proposal: entries of a collection before and after."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class EntryKind(StrEnum):
    """The kind of an entry that is changed, in the order in which changes are listed."""

    READING = "reading"
    NOTE = "note"
    CROSS_REFERENCE = "cross-reference"
    CORRECTION = "correction"
    QUESTION = "question"
    MENTION = "mention"
    FORMATTING = "formatting"
    TERM = "term"
    EVENT = "event"
    SOURCE = "source"
    COLLECTION = "collection"
    COMPARISON = "comparison"
    SETTINGS = "settings"


class ChangeState(StrEnum):
    """What happens to an entry. UNREADABLE: it existed before, and its file now has faults."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A target, and the passage where it was found.

    Two are equal if they are written alike: if a passage only moves, because the source before it
    grew, the annotation has not changed.

    Attributes:
        written: the target, as the contributor wrote it.
        words: the passage; if it was not found, the words of the target.
        before, after: the text around it; empty if it was not found.
        paragraph: the number of the paragraph in which it begins; 0 if it was not found.
    """

    written: str
    words: str = field(compare=False)
    before: str = field(default="", compare=False)
    after: str = field(default="", compare=False)
    paragraph: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class WholeText:
    """A whole source, as its paragraphs."""

    paragraphs: tuple[str, ...]


Value = str | QuotedPassage | WholeText


@dataclass(frozen=True, slots=True)
class Entry:
    """An annotation, a term, a reading or the like.

    Attributes:
        reading: the id of its reading; empty for entries of the whole site.
        id: its id; for kinds without ids, a text that distinguishes it from others.
        path: its file, relative to the project's root.
        line: its line in the file, from 1.
        fields: its values by the keys in its file; a key of an inner mapping is `outer.inner`.
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
    """An entry before and after a change; one of the two may be missing."""

    state: ChangeState
    before: Entry | None
    after: Entry | None

    @property
    def entry(self) -> Entry:
        """The entry after the change, or else before it."""
        entry = self.after or self.before
        if entry is None:
            raise ValueError("a change of nothing")
        return entry


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes of a proposal.

    Attributes:
        changes: sorted by reading, kind and id; changes outside every reading come last.
        titles: titles of the readings, by id.
    """

    changes: tuple[Change, ...]
    titles: Mapping[str, str]
