"""Name the entries that links lead to, for links without words of their own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from build_scripts.model.annotation import Note, Question, Status
from build_scripts.model.body_link import BodyLinkKind
from build_scripts.model.collection import Collection
from build_scripts.model.reading import Publish, Reading
from build_scripts.model.selector import ParagraphsSelector, ReadingSelector, TextQuoteSelector
from build_scripts.render.bodies.body import Naming
from build_scripts.render.bodies.body_text import first_words
from build_scripts.render.page import shorten

if TYPE_CHECKING:
    from build_scripts.render.language.interface_words import Words

_QUOTED_LENGTH = 60


def link_names(collection: Collection, words: "Callable[[], Words]") -> Naming:
    """The names of all entries, even of drafts: a sentence needs words where it has no link.

    The words of the interface, which take long to read, are read when they are needed.

    The name of an unknown entry is empty; its link is reported elsewhere.
    """
    names = {
        **{(BodyLinkKind.TERM, term.id): term.label for term in collection.terms},
        **{(BodyLinkKind.EVENT, event.id): event.title for event in collection.events},
        **{(BodyLinkKind.READING, r.id): r.metadata.title for r in collection.readings},
        **{(BodyLinkKind.COMPARISON, one.id): one.title for one in collection.comparisons},
    }
    questions = {(r.id, one.id): (r, one) for r in collection.readings for one in r.questions}
    notes = {(r.id, note.id): (r, note) for r in collection.readings for note in r.notes}

    def name(kind: BodyLinkKind, identifier: str, reading: str) -> str:
        if kind is BodyLinkKind.QUESTION:
            asked = questions.get((reading, identifier))
            return _question_name(*asked, words()) if asked else ""
        if kind is not BodyLinkKind.NOTE:
            return names.get((kind, identifier), "")
        found = notes.get((reading, identifier))
        return _note_name(*found, words()) if found else ""

    return name


def _question_name(reading: Reading, question: Question, words: "Words") -> str:
    """A question has no title, so its first words name it; those of a draft may not be shown."""
    if question.provenance.status is Status.DRAFT:
        return words.text("question-on-reading", reading=reading.metadata.title)
    return words.quoted(shorten(first_words(question.body), _QUOTED_LENGTH))


def _note_name(reading: Reading, note: Note, words: "Words") -> str:
    """A note has no title, so its target names it.

    It is not quoted where words of its reading are kept back: those of a draft would not be shown.
    """
    match note.target:
        case TextQuoteSelector() if reading.publish is not Publish.FULL:
            return words.text("note-on-reading", reading=reading.metadata.title)
        case TextQuoteSelector(exact=exact):
            return words.quoted(shorten(exact, _QUOTED_LENGTH))
        case ParagraphsSelector(first=first, last=last):
            if first == last:
                return words.text("note-on-paragraph", number=str(first))
            return words.text("note-on-paragraphs", first=str(first), last=str(last))
        case ReadingSelector():
            return words.text("note-on-whole-reading")
