"""Check that everything an annotation names exists."""

from collections.abc import Iterator

from build_scripts.merge.entries_with_ids import entries
from build_scripts.merge.stated_people import stated_people
from build_scripts.model.annotation import EventReference, PassageReference, TermReference
from build_scripts.model.arrangement import ANY_ENDING
from build_scripts.model.body_link import IN_READINGS, BodyLink, BodyLinkKind
from build_scripts.model.codes import Code
from build_scripts.model.collection import Collection
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin
from build_scripts.model.unreadable import may_be_unreadable
from build_scripts.text.did_you_mean import did_you_mean


class KnownIds:
    """The ids of a collection, including those of entries that could not be read."""

    def __init__(self, collection: Collection, unreadable: frozenset[str]) -> None:
        self._known = {
            "reading": frozenset(reading.id for reading in collection.readings),
            "term": frozenset(term.id for term in collection.terms),
            "event": frozenset(event.id for event in collection.events),
            "source": frozenset(reference.id for reference in collection.references),
            "collection": frozenset(one.id for one in collection.collections),
            "comparison": frozenset(one.id for one in collection.comparisons),
        }
        self._in_readings = {
            BodyLinkKind.NOTE: {
                reading.id: {note.id for note in reading.notes} for reading in collection.readings
            },
            BodyLinkKind.QUESTION: {
                reading.id: {one.id for one in reading.questions} for reading in collection.readings
            },
        }
        self._unreadable = unreadable

    def check(self, kind: str, identifier: str, origin: Origin) -> Iterator[Diagnostic]:
        """A diagnostic at `origin`, unless the id is known or the faults of its file are reported.

        An empty id stands for a faulty one, which was reported when it was read.
        """
        known = self._known[kind]
        if not identifier or identifier in known:
            return
        if may_be_unreadable(self._unreadable, kind, identifier):
            return
        hint = did_you_mean(identifier, known, f"Correct the id, or {_HOW_TO_ADD[kind]}.")
        yield origin.diagnostic(_CODES[kind], f"There is no {kind} `{identifier}`", hint)

    def check_in_reading(self, link: BodyLink) -> Iterator[Diagnostic]:
        """A diagnostic at a link to a note or a question, unless its reading has it."""
        kind, reading, identifier = link.kind, link.reading, link.id
        in_readings = self._in_readings[kind]
        if reading not in in_readings:
            yield from self.check("reading", reading, link.origin)
            return
        known = in_readings[reading]
        if identifier in known or may_be_unreadable(self._unreadable, kind, identifier):
            return
        hint = did_you_mean(identifier, known, self._where_it_is(link))
        message = f"There is no {kind} `{identifier}` in the reading `{reading}`"
        yield link.origin.diagnostic(Code.UNKNOWN_NOTE, message, hint)

    def _where_it_is(self, link: BodyLink) -> str:
        """The reading that has a note or question with this id, or else where to write it."""
        for other, identifiers in sorted(self._in_readings[link.kind].items()):
            if link.id in identifiers:
                return (
                    f"Another reading has a {link.kind} with this id: "
                    f"write [[{link.kind}:{other}/{link.id}]]."
                )
        return (
            f"Correct the id, or add the {link.kind} under `{link.kind}s:` in a file in "
            f"`annotations/readings/{link.reading}/`."
        )


_CODES = {
    "reading": Code.UNKNOWN_READING,
    "term": Code.UNKNOWN_TERM,
    "event": Code.UNKNOWN_EVENT,
    "source": Code.UNKNOWN_REFERENCE,
    "collection": Code.UNKNOWN_COLLECTION,
    "comparison": Code.UNKNOWN_NOTE,
}
_HOW_TO_ADD = {
    "reading": "add the reading: a folder `annotations/readings/<id>/` with a reading.yml",
    "term": "add the term: a file `annotations/glossary/<id>.yml`",
    "event": "add the event under `events:`, usually in `annotations/timeline.yml`",
    "source": "add the source under `references:`, usually in `annotations/sources.yml`",
    "collection": "add the collection under `collections:`, in `annotations/collections.yml`",
    "comparison": "add the comparison under `comparisons:`, in `annotations/comparisons.yml`",
}


def unknown_ids(
    collection: Collection, unreadable: frozenset[str], body_links: tuple[BodyLink, ...] = ()
) -> tuple[Diagnostic, ...]:
    """A diagnostic for each id that an entry names and that does not exist.

    `unreadable` holds ``kind:id`` of entries that exist but could not be read.
    """
    known = KnownIds(collection, unreadable)
    return (
        *_findings(collection, known),
        *(finding for link in body_links for finding in _link_findings(known, link)),
    )


def _link_findings(known: KnownIds, link: BodyLink) -> Iterator[Diagnostic]:
    if link.kind in IN_READINGS:
        yield from known.check_in_reading(link)
    else:
        yield from known.check(link.kind.value, link.id, link.origin)


def _findings(collection: Collection, known: KnownIds) -> Iterator[Diagnostic]:
    for reading in collection.readings:
        for key in ("version_of", "translation_of"):
            other = getattr(reading.metadata, key)
            yield from known.check("reading", other, reading.origin.at(key))
        for cross_reference in reading.cross_references:
            match cross_reference.refers_to:
                case PassageReference(reading=identifier, origin=origin):
                    yield from known.check("reading", identifier, origin.at("reading"))
                case TermReference(term=identifier, origin=origin):
                    yield from known.check("term", identifier, origin.at("term"))
                case EventReference(event=identifier, origin=origin):
                    yield from known.check("event", identifier, origin.at("event"))
        for question in reading.questions:
            for passage in question.passages:
                yield from known.check("reading", passage.reading, passage.origin.at("reading"))
        for mention in reading.mentions:
            key = "term" if mention.term else "forbid"
            yield from known.check("term", mention.term or mention.forbid, mention.origin.at(key))
    for term in collection.terms:
        # A shared glossary may name readings of other projects.
        if term.except_readings and not collection.settings.glossary_is_shared:
            places = _reading_exceptions(term.origin.at("except"))
            for identifier, place in zip(term.except_readings, places, strict=True):
                yield from known.check("reading", identifier, place)
    for person in stated_people(collection):
        yield from known.check("term", person.term, person.origin)
    for event in collection.events:
        for passage in event.passages:
            yield from known.check("reading", passage.reading, passage.origin.at("reading"))
    for one in collection.collections:
        yield from known.check("collection", one.part_of, one.origin.at("part_of"))
        for index, name in enumerate(one.readings):
            if not name.endswith(ANY_ENDING):
                yield from known.check("reading", name, one.origin.at("readings", index))
    for compared in collection.comparisons:
        for index, name in enumerate(compared.readings):
            yield from known.check("reading", name, compared.origin.at("readings", index))
    for entry in entries(collection):
        for citation in entry.sources:
            yield from known.check("source", citation.reference, citation.origin)


def _reading_exceptions(origin: Origin) -> Iterator[Origin]:
    """The places of the readings in an `except:` list, which has phrases as well."""
    for index, item in enumerate(origin.parts):
        if isinstance(item, Origin) and "reading" in item.parts:
            yield origin.at(index, "reading")
