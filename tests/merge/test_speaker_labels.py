"""The words by which the text itself says who speaks are found, and nothing else is."""

import pytest

from build_scripts.merge.speaker_labels import speaker_labels
from build_scripts.model.placed import PlacedStyle
from build_scripts.model.reading import ParagraphStyle, Role, Speaker
from build_scripts.model.span import Span
from tests.render.annotated_readings import reading, source_text

ASKS = ParagraphStyle(Role.QUESTION, "host")
ANSWERS = ParagraphStyle(Role.ANSWER, "guest")


def labels(text: str, *styles: ParagraphStyle, label: str = "Host:") -> list[PlacedStyle]:
    speakers = (Speaker("host", "A host", label), Speaker("guest", "A guest"))
    return list(speaker_labels(reading(source_text(text), speakers=speakers, styles=styles)))


def test_the_label_at_the_beginning_of_a_paragraph_of_its_speaker() -> None:
    found = labels("Host: why?\n\nBecause.\n\nHost: oh.", ASKS, ANSWERS, ASKS)
    assert found == [
        PlacedStyle(Span(0, 5), "speaker-label"),
        PlacedStyle(Span(22, 27), "speaker-label"),
    ]


def test_neither_elsewhere_nor_in_a_paragraph_of_somebody_else() -> None:
    assert labels("Why, Host: why?\n\nHost: because.", ASKS, ANSWERS) == []


def test_a_paragraph_that_goes_on_has_none() -> None:
    assert labels("And further?", ASKS) == []


@pytest.mark.parametrize(
    ("text", "label", "end"),
    [
        ("D’Arcy : why?", "D'Arcy :", 8),
        ("Jean\u2011Paul: why?", "Jean-Paul:", 10),
        ("Fran\u00e7\u00adois: why?", "Franc\u0327ois:", 10),
        ("צה״ל: למה?", 'צה"ל:', 5),
        ("  Host:\u00a0why?", "Host:", 7),
    ],
)
def test_labels_are_compared_like_other_words(text: str, label: str, end: int) -> None:
    assert labels(text, ASKS, label=label) == [PlacedStyle(Span(0, end), "speaker-label")]


def test_a_speaker_without_a_label() -> None:
    assert labels("Why?", ASKS, label="") == []
