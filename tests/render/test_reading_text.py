"""The text of a reading as the form's script gets it."""

import json
from dataclasses import replace

from build_scripts.model.annotation import Provenance, Question
from build_scripts.model.placed import Passage, PlacedAnnotation, PlacedQuestion
from build_scripts.model.span import Span
from build_scripts.render.contribution.reading_text import reading_text
from tests.render.annotated_readings import (
    BODY,
    NOWHERE,
    annotated,
    correction,
    cross_reference,
    note,
    reading,
    source_text,
)

START, OTHER = Span(0, 1), Passage("other", Span(0, 1))


def test_it_has_the_starts_of_paragraphs_and_the_ids_of_what_is_stated_in_it() -> None:
    placed = (
        PlacedAnnotation("note-b", START, note("b")),
        PlacedAnnotation("note-a", START, note("a")),
        PlacedAnnotation("corr-c", START, correction("c")),
        PlacedAnnotation("xref-d", START, cross_reference("d"), other_end=OTHER),
        PlacedAnnotation(
            "xref-other-e", START, cross_reference("e"), other_end=OTHER, at_far_end=True
        ),
    )
    of = annotated(reading(source_text("A \U0001f438.\n\nB.")), placed)
    asked = Question("why", BODY, (), None, Provenance(), NOWHERE)
    of = replace(of, questions=(PlacedQuestion(asked, 1, (), None),))
    file = reading_text(of, "en")
    data = json.loads(file.content.decode().partition("=")[2].rstrip(";\n"))
    assert data["ids"] == {
        "notes": ["a", "b"],
        "cross_references": ["d"],
        "corrections": ["c"],
        "questions": ["why"],
    }
    assert data["paragraphs"] == [0, 7]
