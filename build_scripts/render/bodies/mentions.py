"""Find the places where bodies mention other entries."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple, Protocol

from build_scripts.model.annotation import (
    Body,
    Correction,
    CrossReference,
    Event,
    Note,
    Term,
    all_bodies,
)
from build_scripts.model.body_link import BodyLink, BodyLinkKind
from build_scripts.model.comparison import Comparison
from build_scripts.model.memory import Memory
from build_scripts.model.placed import AnnotatedCollection, PlacedAnnotation, PlacedQuestion
from build_scripts.model.reading import Reading
from build_scripts.model.span import Span
from build_scripts.render.bodies.body_pieces import Pieces, links_of
from build_scripts.render.bodies.body_text import body_blocks
from build_scripts.text.sentences import Excerpt, excerpt


class TermFinder(Protocol):
    """Finds the first place of each term in a text, but of one term."""

    def __call__(self, text: str, excluded_term: str, /) -> tuple[tuple[str, Span], ...]:
        """The ids and spans of the terms in a text, without one of them."""

    def may_differ(self, before: object, texts: Iterable[str], /) -> bool:
        """Whether another finder may have found other terms in one of these texts."""


LENGTH = 200
"""Characters of a sentence that are shown around a mention."""


class AnnotationPlace(NamedTuple):
    """An annotation of a reading, as the place of a mention."""

    reading: str
    placed: PlacedAnnotation


class QuestionPlace(NamedTuple):
    """A question on a reading, as the place of a mention."""

    reading: str
    placed: PlacedQuestion


class Around(StrEnum):
    """What may stand above and below a text."""

    NOTICE = "notice"
    INTRODUCTION = "introduction"
    FURTHER_READING = "further-reading"


class AroundText(NamedTuple):
    """What stands above or below the text of a reading, as the place of a mention."""

    reading: str
    title: str
    what: Around


Where = AnnotationPlace | QuestionPlace | AroundText | Term | Event | Comparison
"""Whose body it is."""


class Mention(NamedTuple):
    """A place in a body that names an entry.

    Attributes:
        where: the entry to which the body belongs.
        context: the words that name the other entry, in their sentence.
    """

    where: Where
    context: Excerpt


def reading_of(mention: Mention) -> str:
    """The id of the reading to whose page a mention belongs; empty for entries of no reading."""
    match mention.where:
        case (
            AnnotationPlace(reading=reading)
            | QuestionPlace(reading=reading)
            | AroundText(reading=reading)
        ):
            return reading
        case Term() | Event() | Comparison():
            return ""


def mention_key(kind: BodyLinkKind, identifier: str, reading: str = "") -> str:
    """The key of an entry in the result of `find_mentions`."""
    return f"{kind}:{reading}/{identifier}" if reading else f"{kind}:{identifier}"


def find_mentions(
    collection: AnnotatedCollection,
    bodies: Mapping[Body, Pieces],
    find_terms: TermFinder,
    memory: Memory,
) -> dict[str, list[Mention]]:
    """All mentions, by the `mention_key` of the mentioned entry.

    A definition also mentions the terms that occur in it, if the glossary links them there. An
    entry is listed as mentioning another at most once, and never as mentioning itself.
    """
    language = collection.settings.language
    mentions: dict[str, list[Mention]] = {}
    for where, body in _bodies(collection):
        links = links_of(bodies[body])
        if not links and not isinstance(where, Term):
            continue
        for mentioned, mention in _recalled(memory, where, body, links, find_terms, language):
            mentions.setdefault(mentioned, []).append(mention)
    return mentions


class _Known(NamedTuple):
    """The mentions in a body, and what they depend on: of the terms, only those in its texts."""

    arguments: tuple[Where, Body, tuple[BodyLink, ...], str]
    find_terms: TermFinder
    texts: tuple[str, ...]
    mentions: list[tuple[str, Mention]]


def _recalled(
    memory: Memory,
    where: Where,
    body: Body,
    links: tuple[BodyLink, ...],
    find_terms: TermFinder,
    language: str,
) -> list[tuple[str, Mention]]:
    arguments = where, body, links, language
    key = "mentions", body
    known: _Known | None = memory.last(key)
    if (
        known is None
        or known.arguments != arguments
        or find_terms.may_differ(known.find_terms, known.texts)
    ):
        found = _mentions_in(where, body, links, find_terms, language)
        blocks = body_blocks(body, links) if isinstance(where, Term) and memory.is_kept else ()
        texts = (body.markdown, *(block.text for block in blocks)) if blocks else ()
        known = _Known(arguments, find_terms, texts, found)
    memory.keep(key, known._replace(find_terms=find_terms))
    return known.mentions


def _mentions_in(
    where: Where,
    body: Body,
    links: tuple[BodyLink, ...],
    find_terms: TermFinder,
    language: str,
) -> list[tuple[str, Mention]]:
    """The mentions in one body, each with the key of the mentioned entry."""
    mentions: list[tuple[str, Mention]] = []
    term = where.id if isinstance(where, Term) else ""
    has_terms = bool(term) and bool(find_terms(body.markdown, term))
    if not links and not has_terms:
        return mentions
    seen = {_own_key(where)}
    for block in body_blocks(body, links):
        named = [(_key_of(link), span) for link, span in block.links]
        if has_terms:
            named += (
                (mention_key(BodyLinkKind.TERM, other), span)
                for other, span in find_terms(block.text, term)
                if not any(span.overlaps(fixed) for fixed in block.fixed)
            )
        for key, span in sorted(named, key=lambda place: place[1]):
            if key not in seen:
                seen.add(key)
                context = excerpt(block.text, span, language, LENGTH)
                mentions.append((key, Mention(where, context)))
    return mentions


def _key_of(link: BodyLink) -> str:
    return mention_key(link.kind, link.id, link.reading)


def _own_key(where: Where) -> str:
    match where:
        case AroundText(reading=identifier):
            return mention_key(BodyLinkKind.READING, identifier)
        case Term(id=identifier):
            return mention_key(BodyLinkKind.TERM, identifier)
        case Event(id=identifier):
            return mention_key(BodyLinkKind.EVENT, identifier)
        case AnnotationPlace(reading=reading, placed=placed):
            is_note = isinstance(placed.annotation, Note)
            return mention_key(BodyLinkKind.NOTE, placed.annotation.id, reading) if is_note else ""
        case QuestionPlace(reading=reading, placed=asked):
            return mention_key(BodyLinkKind.QUESTION, asked.question.id, reading)
        case Comparison(id=identifier):
            return mention_key(BodyLinkKind.COMPARISON, identifier)


def _bodies(collection: AnnotatedCollection) -> Iterator[tuple[Where, Body]]:
    """All published bodies, each once; not hints, which readers see only where they ask."""
    for annotated in collection.readings:
        yield from _around_text(annotated.reading)
        for question in annotated.questions:
            yield QuestionPlace(annotated.reading.id, question), question.question.body
        for placed in annotated.annotations:
            match placed.annotation:
                case Note() | CrossReference() | Correction() as entry:
                    for body in () if placed.at_far_end else all_bodies(entry):
                        yield AnnotationPlace(annotated.reading.id, placed), body
                case Term():
                    pass
    for term in collection.terms:
        yield term, term.definition
    for placed_event in collection.events:
        if placed_event.event.body is not None:
            yield placed_event.event, placed_event.event.body
    for comparison in collection.comparisons:
        if comparison.body is not None:
            yield comparison, comparison.body


def _around_text(reading: Reading) -> Iterator[tuple[AroundText, Body]]:
    title = reading.metadata.title
    if reading.notice is not None:
        yield AroundText(reading.id, title, Around.NOTICE), reading.notice
    if reading.introduction is not None:
        yield AroundText(reading.id, title, Around.INTRODUCTION), reading.introduction.body
    for one in reading.further_reading:
        if one.body is not None:
            yield AroundText(reading.id, title, Around.FURTHER_READING), one.body
