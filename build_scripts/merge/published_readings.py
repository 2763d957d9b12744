"""Make of the annotated readings what the site may show of them."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from build_scripts.merge.annotated_reading import annotated_reading
from build_scripts.merge.glossary.term_places import TermMatch
from build_scripts.merge.publication import (
    published_annotation,
    published_reading,
    published_styles,
    shown_pieces,
    without_words,
)
from build_scripts.model.annotation import Linking, Term
from build_scripts.model.memory import Memory
from build_scripts.model.placed import (
    AnnotatedReading,
    Passage,
    PlacedAnnotation,
    PlacedEvent,
    PlacedQuestion,
)
from build_scripts.model.reading import Publish, Reading
from build_scripts.model.span import Span


class Terms(NamedTuple):
    """Where the terms stand in a reading, which of these places become links, and the terms."""

    matches: tuple[TermMatch, ...]
    linking: Linking
    by_id: Mapping[str, Term]


def shown_of(
    readings: Iterable[AnnotatedReading],
    quoted: Mapping[str, Sequence[Span]],
    known: Mapping[str, tuple[Span, ...]],
) -> dict[str, tuple[Span, ...]]:
    """What the site shows of the readings that are not published whole, by their ids.

    Args:
        readings: all readings.
        quoted: the passages that something other than an annotation of the reading quotes, by id.
        known: what is known already.
    """
    shown: dict[str, tuple[Span, ...]] = {}
    for annotated in readings:
        reading = annotated.reading
        if reading.publish is Publish.FULL:
            continue
        pieces = known.get(reading.id)
        if pieces is None or not _lie_in(pieces, reading):
            own = (one.span for one in annotated.annotations if _shows_its_words(one))
            pieces = shown_pieces(reading, (*own, *quoted.get(reading.id, ())))
        shown[reading.id] = pieces
    return shown


def _shows_its_words(placed: PlacedAnnotation) -> bool:
    """Whether an annotation is about words: neither a mere term, nor about whole paragraphs."""
    return not placed.on_blocks and not isinstance(placed.annotation, Term)


def _lie_in(pieces: Sequence[Span], reading: Reading) -> bool:
    """Whether pieces are in order, and each of them in one paragraph of a reading."""
    paragraphs = iter(reading.source.paragraphs)
    paragraph, position = next(paragraphs, None), 0
    for piece in pieces:
        while paragraph and paragraph.span.end < piece.end:
            paragraph = next(paragraphs, None)
        if not paragraph or piece.start < max(position, paragraph.span.start):
            return False
        position = piece.end
    return True


def publish_readings(
    readings: Iterable[AnnotatedReading],
    shown: Mapping[str, tuple[Span, ...]],
    terms: Mapping[str, Terms],
    memory: Memory,
) -> tuple[AnnotatedReading, ...]:
    """The readings without the words that are kept back; `shown` is made by `shown_of`."""
    published: list[AnnotatedReading] = []
    names = frozenset(shown)
    for one in readings:
        name, key = one.reading.id, ("published annotated", one.reading.id)
        if name in names:
            text = memory.recall(("published", name), published_reading, one.reading, shown[name])
            published.append(memory.recall(key, _published, one, text, terms[name], names))
        elif any(_leads_to(placed, names) for placed in one.annotations) or any(
            _names(question.passages, names) for question in one.questions
        ):
            published.append(memory.recall(key, _leading, one, names))
        else:
            published.append(one)
    return tuple(published)


def _published(
    annotated: AnnotatedReading, reading: Reading, terms: Terms, names: frozenset[str]
) -> AnnotatedReading:
    """An annotated reading whose text is that of the published `reading`.

    A term of which no place is shown is not linked, and where it stands is not said.
    """
    source = reading.source
    own = (one for one in annotated.annotations if not isinstance(one.annotation, Term))
    return annotated_reading(
        reading,
        tuple(published_annotation(one, source) for one in own),
        published_styles(source, annotated.styles),
        tuple(match for match in terms.matches if source.shows(match.span)),
        terms.linking,
        terms.by_id,
        annotated.section_starts,
        tuple(_published_questions(annotated, names)),
    )


def _leading(annotated: AnnotatedReading, names: frozenset[str]) -> AnnotatedReading:
    """A reading that is published whole, without the words of the others that it refers to."""
    annotations = (
        published_annotation(one, annotated.reading.source) if _leads_to(one, names) else one
        for one in annotated.annotations
    )
    questions = _published_questions(annotated, names)
    return replace(annotated, annotations=tuple(annotations), questions=tuple(questions))


def _published_questions(
    annotated: AnnotatedReading, names: Container[str]
) -> Iterator[PlacedQuestion]:
    for one in annotated.questions:
        if _names(one.passages, names):
            question = replace(one.question, passages=without_words(one.question.passages))
            yield one._replace(question=question)
        else:
            yield one


def _names(passages: Iterable[Passage], names: Container[str]) -> bool:
    return any(passage.reading in names for passage in passages)


def _leads_to(placed: PlacedAnnotation, names: Container[str]) -> bool:
    return placed.other_end is not None and placed.other_end.reading in names


def publish_events(
    events: tuple[PlacedEvent, ...], shown: Container[str]
) -> tuple[PlacedEvent, ...]:
    """The events without words of readings that are not published whole."""
    return tuple(
        replace(one, event=replace(one.event, passages=without_words(one.event.passages)))
        if _names(one.passages, shown)
        else one
        for one in events
    )
