"""Place the questions for discussion at the passages that they are about."""

from collections.abc import Iterable

from build_scripts.merge.anchors.resolver import Resolver
from build_scripts.merge.visibility import Visibility
from build_scripts.model.annotation import Question
from build_scripts.model.placed import Passage, PlacedQuestion
from build_scripts.model.reading import Reading
from build_scripts.model.selector import ReadingSelector


def place_questions(
    resolver: Resolver, readings: Iterable[Reading], visibility: Visibility
) -> dict[str, tuple[PlacedQuestion, ...]]:
    """The questions that are shown, by the id of their reading, with their numbers.

    The passages of all are sought, drafts included.
    """
    return {reading.id: _placed(resolver, reading, visibility) for reading in readings}


def _placed(
    resolver: Resolver, reading: Reading, visibility: Visibility
) -> tuple[PlacedQuestion, ...]:
    placed: list[PlacedQuestion] = []
    for question in reading.questions:
        passages = [resolver.passage(passage) for passage in question.passages]
        if visibility.shows(question.provenance):
            start = _start(question, passages, reading.id)
            found = tuple(passage for passage in passages if passage is not None)
            placed.append(PlacedQuestion(question, len(placed) + 1, found, start))
    return tuple(placed)


def _start(question: Question, passages: Iterable[Passage | None], reading: str) -> int | None:
    """Where the first passage in the question's own reading begins; not the whole reading."""
    for reference, passage in zip(question.passages, passages, strict=True):
        is_part = not isinstance(reference.selector, ReadingSelector)
        if passage is not None and passage.reading == reading and is_part:
            return passage.span.start
    return None
