"""How long a text takes, by its writing system."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.text.reading_time import (
    IDEOGRAPHS_A_MINUTE,
    LETTERS_A_MINUTE,
    WORDS_A_MINUTE,
    length_of,
    reading_minutes,
)


@pytest.mark.parametrize(
    "ten_minutes",
    [
        "word " * 10 * WORDS_A_MINUTE,
        "слова – " * 10 * WORDS_A_MINUTE,  # a dash is no word
        "字" * 10 * IDEOGRAPHS_A_MINUTE,
        "「かな、カナ」" * (10 * IDEOGRAPHS_A_MINUTE // 4),  # punctuation is no character to read
        "ก" * 10 * LETTERS_A_MINUTE,
        "word " * 5 * WORDS_A_MINUTE + "字" * 5 * IDEOGRAPHS_A_MINUTE,
    ],
    ids=["words", "dashes", "Han", "kana", "Thai", "mixed"],
)
def test_words_or_characters_are_counted(ten_minutes: str) -> None:
    assert reading_minutes(ten_minutes) == 10


def test_the_shortest_text_takes_a_minute() -> None:
    assert reading_minutes("…") == 1


@given(st.text("aб1²½_\u0301ⅷ–… \t\n\f\u00a0\u2003\u2028\x85", max_size=12))
def test_a_word_is_what_has_a_letter_or_digit_between_blanks(text: str) -> None:
    assert length_of(text).words == len(regex.findall(r"\w\S*", text))
