"""What a link in a body is called where its writer has given it no words of its own."""

from functools import cached_property

from build_scripts.model.annotation import Note
from build_scripts.model.body_link import BodyLinkKind
from build_scripts.model.collection import Collection
from build_scripts.model.selector import ParagraphsSelector, ReadingSelector, TextQuoteSelector
from build_scripts.render.language.messages import Words
from build_scripts.render.page import shorten

_QUOTED_LENGTH = 60


class LinkNames:
    """The names of all entries, of drafts too: a sentence needs its words where no link is."""

    def __init__(self, collection: Collection, words: Words) -> None:
        self._collection = collection
        self._words = words

    def __call__(self, kind: BodyLinkKind, identifier: str, reading: str) -> str:
        """The name of an entry; empty where there is none, which is said elsewhere."""
        match kind:
            case BodyLinkKind.TERM:
                return self._terms.get(identifier, "")
            case BodyLinkKind.EVENT:
                return self._events.get(identifier, "")
            case BodyLinkKind.READING:
                return self._readings.get(identifier, "")
            case BodyLinkKind.NOTE:
                note = self._notes.get((reading, identifier))
                return _note_name(note, self._words) if note else ""

    @cached_property
    def _terms(self) -> dict[str, str]:
        return {term.id: term.label for term in self._collection.terms}

    @cached_property
    def _events(self) -> dict[str, str]:
        return {event.id: event.title for event in self._collection.events}

    @cached_property
    def _readings(self) -> dict[str, str]:
        return {reading.id: reading.metadata.title for reading in self._collection.readings}

    @cached_property
    def _notes(self) -> dict[tuple[str, str], Note]:
        return {
            (reading.id, note.id): note
            for reading in self._collection.readings
            for note in reading.notes
        }


def _note_name(note: Note, words: Words) -> str:
    """Notes have no titles: what they are on names them."""
    match note.target:
        case TextQuoteSelector(exact=exact):
            return words.text("quotation", words=shorten(exact, _QUOTED_LENGTH))
        case ParagraphsSelector(first=first, last=last):
            if first == last:
                return words.text("note-on-paragraph", number=str(first))
            return words.text("note-on-paragraphs", first=str(first), last=str(last))
        case ReadingSelector():
            return words.text("note-on-whole-reading")
