"""Assemble a collection from the results of its files, in an order that no file decides."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from build_scripts.model.annotation import (
    Correction,
    CrossReference,
    Event,
    Formatting,
    Mention,
    Note,
    Question,
    Reference,
)
from build_scripts.model.arrangement import DeclaredCollection
from build_scripts.model.collection import Collection, Settings
from build_scripts.model.comparison import Comparison
from build_scripts.model.memory import Memory
from build_scripts.model.reading import Reading
from build_scripts.read.convert_models import AnnotationItem
from build_scripts.read.file_result import FileResult

Identified = TypeVar("Identified", Note, CrossReference, Correction, Event, Reference)
Positioned = TypeVar("Positioned", Mention, Formatting, DeclaredCollection, Comparison)

QUESTIONS_FILE = "questions.yml"
"""The usual file for questions."""


def assemble_collection(
    files: Iterable[FileResult], catalogues: Mapping[str, str], memory: Memory
) -> Collection:
    """The collection that all annotation files hold, with the texts of its catalogues of words."""
    files = tuple(files)
    settings = next((file.settings for file in files if file.settings), Settings())
    items: dict[str, list[AnnotationItem]] = defaultdict(list)
    for file in files:
        items[file.reading_id].extend(file.items)
    everywhere = [item for of_reading in items.values() for item in of_reading]
    readings = {file.reading.id: file.reading for file in files if file.reading}
    terms = (file.term for file in files if file.term)
    return Collection(
        settings=replace(settings, catalogues=catalogues),
        readings=tuple(
            memory.recall(("reading", name), _annotated, readings[name], tuple(items[name]))
            for name in sorted(readings)
        ),
        terms=tuple(sorted(terms, key=attrgetter("id"))),
        events=_of_kind(everywhere, Event),
        references=_of_kind(everywhere, Reference),
        collections=_in_document_order(everywhere, DeclaredCollection),
        comparisons=_in_document_order(everywhere, Comparison),
    )


def _of_kind(items: Iterable[object], kind: type[Identified]) -> tuple[Identified, ...]:
    return tuple(sorted((i for i in items if isinstance(i, kind)), key=attrgetter("id")))


def _in_document_order(items: Iterable[object], kind: type[Positioned]) -> tuple[Positioned, ...]:
    of_kind = (i for i in items if isinstance(i, kind))
    return tuple(sorted(of_kind, key=lambda i: (i.origin.document.path, i.origin.offset)))


def _questions(items: Iterable[object]) -> tuple[Question, ...]:
    """In the order of the usual file; those of other files follow, so that no number changes."""
    questions = (i for i in items if isinstance(i, Question))

    def place(question: Question) -> tuple[bool, str, int]:
        path = question.origin.document.path
        return not path.endswith(f"/{QUESTIONS_FILE}"), path, question.origin.offset

    return tuple(sorted(questions, key=place))


def _annotated(reading: Reading, items: tuple[AnnotationItem, ...]) -> Reading:
    return replace(
        reading,
        notes=_of_kind(items, Note),
        cross_references=_of_kind(items, CrossReference),
        corrections=_of_kind(items, Correction),
        mentions=_in_document_order(items, Mention),
        formatting=_in_document_order(items, Formatting),
        questions=_questions(items),
    )
