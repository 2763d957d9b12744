"""Lines of context: the sentence around a place, or as much of it as there is room for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.span import Span
from build_scripts.text.sentences import excerpt, sentence_around, sentence_ends


def sentences(text: str, language: str) -> list[str]:
    """All sentences of a text, as they are found around each of its characters."""
    around = (sentence_around(text, Span(i, i + 1), language) for i in range(len(text)))
    found = (text[span.start : span.end].strip() for span in around)
    return list(dict.fromkeys(filter(None, found)))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Dr. Ames met Mrs. Bell at 5 p.m. in St. Ives.", "They spoke."]),
        ("en-GB", ["J. R. R. Tolkien paid 3.50 crowns (e.g. in 1901).", "Why?", "He knew."]),
        ("en", ["“Is it?” she asked.", "“Never.”", "It ended."]),
        ("en", ["See example.org or the U.S. press…\nstill here.", "A new line ends nothing."]),
        ("be", ["Гэта г. Мінск і інш. рэчы (т. зв. саюз).", "Новы сказ."]),
        ("de", ["Er kam z. B. mit Prof. Kant.", "Dann ging er."]),
        ("zh", ["你好。", "他說「不。」", "然後走了！"]),
        ("ar", ["هل تريد؟", "نعم."]),
    ],
)
def test_sentences_end_where_people_end_them(language: str, expected: list[str]) -> None:
    text = ("" if language == "zh" else " ").join(expected)
    assert sentences(text, language) == expected


def shown(text: str, words: str, length: int) -> str:
    start = text.index(words)
    before, inside, after = excerpt(text, Span(start, start + len(words)), "en", length)
    return f"{before}[{inside}]{after}"


def test_a_sentence_is_shown_whole_where_there_is_room() -> None:
    assert shown("One. The king had a frog. Two.", "king", 40) == "The [king] had a frog."


def test_a_long_sentence_is_cut_at_words_on_both_sides() -> None:
    text = "First of all the old king had a green frog and a golden ball. Two."
    assert shown(text, "green", 30) == "…king had a [green] frog and a…"


def test_what_one_side_does_not_need_the_other_has() -> None:
    text = "First of all the old king had a green frog. Two."
    assert shown(text, "frog", 30) == "…old king had a green [frog]."


def test_a_place_may_run_over_several_sentences() -> None:
    assert shown("One. Two three. Four five. Six.", "three. Four", 60) == "Two [three. Four] five."


@given(st.text(alphabet="aB .!?…\"'”“()\n\u2028\u00a0。é\u0301\u200dмЖ1,", min_size=1), st.data())
def test_the_place_is_always_inside_of_what_is_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))

    sentence = sentence_around(text, span, "en")
    assert sentence.covers(span)
    borders = [0, *sentence_ends(text, "en"), len(text)]
    first = max(border for border in borders if border <= start)
    last = min(border for border in borders if border >= span.end)
    assert text[first:last].strip() == text[sentence.start : sentence.end].strip()
    before, words, after = excerpt(text, span, "en", 10)
    assert words == text[span.start : span.end]
    assert text[: span.start].endswith(before.removeprefix("…"))
    assert text[span.end :].startswith(after.removesuffix("…"))
