"""What links in bodies are called where they have no words of their own."""

from dataclasses import replace

import pytest

from build_scripts.model.annotation import Provenance, Question
from build_scripts.model.body_link import BodyLinkKind
from build_scripts.model.collection import Collection, Settings
from build_scripts.model.comparison import Comparison
from build_scripts.render.bodies.body_link_names import link_names
from build_scripts.render.language.interface_words import words_of
from tests.render.annotated_readings import NOWHERE, note, reading, source_text, term
from tests.render.bodies import body

TERM, NOTE, READING = BodyLinkKind.TERM, BodyLinkKind.NOTE, BodyLinkKind.READING
QUESTION, COMPARISON = BodyLinkKind.QUESTION, BodyLinkKind.COMPARISON


@pytest.mark.parametrize(
    ("kind", "identifier", "of_reading", "name"),
    [
        (TERM, "fox", "", "Reynard"),
        (TERM, "wolf", "", ""),
        (READING, "text", "", "A text"),
        (NOTE, "a", "text", "the note on the whole text"),
        (NOTE, "a", "other", ""),
        (NOTE, "b", "text", ""),
        (QUESTION, "why", "text", "“Why is the fox called …?”"),
        (QUESTION, "why", "other", ""),
        (COMPARISON, "both", "", "Both texts"),
        (COMPARISON, "neither", "", ""),
    ],
)
def test_names(kind: BodyLinkKind, identifier: str, of_reading: str, name: str) -> None:
    why = body("Why is *the*\n[[fox|fox]] called [[wolf]]?\n\nSay.")
    asked = Question("why", why, (), None, Provenance(), NOWHERE)
    of = replace(reading(source_text("A text."), notes=(note("a"),)), questions=(asked,))
    both = Comparison("both", "Both texts", ("text", "other"), None, NOWHERE)
    collection = Collection(Settings(), (of,), (term("fox", "Reynard"),), (), ())
    collection = replace(collection, comparisons=(both,))
    naming = link_names(collection, lambda: words_of("en", {}))
    assert naming(kind, identifier, of_reading) == name
