"""From quoted words to a file that means their place and no other."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from build_scripts import pipeline
from build_scripts.contribute.new_entries import NOTE, entry_file
from build_scripts.contribute.quoted_target import COMMAND_LINE, target_of
from build_scripts.export.annotation_yaml import Yaml
from build_scripts.merge.anchors.matches import find_all
from build_scripts.model.selector import TextQuoteSelector
from build_scripts.text.normalise import normalise
from tests.merge.nasty_texts import TEXTS, quotable_spans, source_text
from tests.profiles import cases
from tests.read.projects import READING, READING_PATH, SOURCE_PATH

quoted = partial(TextQuoteSelector, origin=COMMAND_LINE)
TALE = source_text("The king slept.\n\nThe king woke. The king ate, and the queen ate.")


@cases(normal=100, long=5_000)
@given(TEXTS, st.data())
def test_a_new_note_on_any_span_of_any_text_is_on_exactly_that_span(
    text: str, data: st.DataObject
) -> None:
    project = {SOURCE_PATH: text.encode(), READING_PATH: READING.encode()}
    checked = pipeline.check(Path("no-such-folder"), proposed=project)
    assume(checked.diagnostics == ())
    (reading,) = checked.readings_with_text()
    within = reading.source.paragraphs_span(1, len(reading.source.paragraphs))
    spans = [span for span in quotable_spans(reading.source.text) if within.covers(span)]
    assume(spans)
    span = data.draw(st.sampled_from(spans))
    words = reading.source.text[span.start : span.end]
    places = find_all(normalise(reading.source.text), words)
    quotation = quoted(words, occurrence=places.index(span) + 1)

    target = target_of(reading.source, quotation, "")
    keys: dict[str, Yaml] = {"target": target.value, "body": "A note.\n"}
    note = entry_file(NOTE, "a", keys, reading.id)

    after = pipeline.check(Path("no-such-folder"), proposed=project | {note.path: note.content})
    assert target.problem == ""
    assert after.diagnostics == ()
    (placed,) = after.merged.collection.readings[0].annotations
    assert placed.span == span


def test_a_unique_quotation_is_its_own_target() -> None:
    assert target_of(TALE, quoted("the queen"), "") == ({"exact": "the queen"}, "")


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        (quoted("The king", occurrence=2), {"exact": "The king", "suffix": " woke."}),
        (quoted("The king", paragraph=1), {"exact": "The king", "suffix": " slept."}),
        (quoted("The king", suffix="ate"), {"exact": "The king", "suffix": " ate,"}),
        (quoted("ate", prefix="queen"), {"exact": "ate", "suffix": "."}),
        (
            quoted("The king", paragraph=2, occurrence=2),
            {"exact": "The king", "suffix": " ate,"},
        ),
    ],
)
def test_one_of_several_places_is_chosen(
    quotation: TextQuoteSelector, expected: dict[str, str]
) -> None:
    assert target_of(TALE, quotation, "") == (expected, "")


def test_several_places_are_listed_with_their_numbers_and_how_to_choose() -> None:
    problem = target_of(TALE, quoted("The king"), "choose with N").problem

    assert problem.split("\n") == [
        "the quotation stands at 3 places; choose with N:",
        "  1  paragraph 1: [The king] slept. The king woke. The king …",
        "  2  paragraph 2: The king slept. [The king] woke. The king ate, and the …",
        "  3  paragraph 2: The king slept. The king woke. [The king] ate, and the queen ate.",
    ]


@pytest.mark.parametrize(
    "quotation",
    [
        quoted("The king", occurrence=4),
        quoted("The king", paragraph=3),
        quoted("The king", paragraph=1, occurrence=2),
    ],
)
def test_a_place_that_is_none_is_not_guessed(quotation: TextQuoteSelector) -> None:
    problem = target_of(TALE, quotation, "").problem

    said, first, *_ = problem.split("\n")
    assert "and not at the one you name" in said
    assert first.startswith("  1  paragraph 1: [The king] slept.")


def test_very_many_places_are_not_all_listed() -> None:
    problem = target_of(source_text("a " * 100), quoted("a"), "choose").problem

    assert problem.split("\n")[-1] == "  and 70 more places"


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        (quoted("The kink"), {"exact": "The kink"}),
        (quoted("The king", prefix="Oh"), {"exact": "The king", "prefix": "Oh"}),
        (quoted("", suffix="x"), {"exact": "", "suffix": "x"}),
    ],
)
def test_what_is_found_nowhere_is_left_to_the_check(
    quotation: TextQuoteSelector, expected: dict[str, str]
) -> None:
    assert target_of(TALE, quotation, "") == (expected, "")
