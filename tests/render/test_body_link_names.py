"""What links in bodies are called where they have no words of their own."""

import pytest

from build_scripts.model.body_link import BodyLinkKind
from build_scripts.model.collection import Collection, Settings
from build_scripts.render.bodies.body_link_names import link_names
from build_scripts.render.language.interface_words import words_of
from tests.render.annotated_readings import note, reading, source_text, term

TERM, NOTE, READING = BodyLinkKind.TERM, BodyLinkKind.NOTE, BodyLinkKind.READING


@pytest.mark.parametrize(
    ("kind", "identifier", "of_reading", "name"),
    [
        (TERM, "fox", "", "Reynard"),
        (TERM, "wolf", "", ""),
        (READING, "text", "", "A text"),
        (NOTE, "a", "text", "the note on the whole text"),
        (NOTE, "a", "other", ""),
        (NOTE, "b", "text", ""),
    ],
)
def test_names(kind: BodyLinkKind, identifier: str, of_reading: str, name: str) -> None:
    of = reading(source_text("A text."), notes=(note("a"),))
    collection = Collection(Settings(), (of,), (term("fox", "Reynard"),), (), ())
    naming = link_names(collection, words_of("en", {}))
    assert naming(kind, identifier, of_reading) == name
