"""Comparing two texts word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.report.word_difference import Kept, shortened_difference, word_difference

WORDS = st.lists(st.sampled_from(["a", "fox", "saw", "grapes", ",", " ", "\n", "葡", "萄", "é"]))
TEXTS = WORDS.map("".join)


@given(before=TEXTS, after=TEXTS)
def test_both_texts_can_be_read_off_the_difference(before: str, after: str) -> None:
    pieces = word_difference(before, after)

    if pieces:
        assert "".join(p.text for p in pieces if p.kept is not Kept.INSERTED) == before
        assert "".join(p.text for p in pieces if p.kept is not Kept.DELETED) == after


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a fox saw grapes", "a fox ate grapes", "a fox [-saw-]{+ate+} grapes"),
        ("a fox", "a red fox", "a {+red +}fox"),
        (
            "a big red fox saw it",
            "a small grey fox saw it",
            "a [-big red-]{+small grey+} fox saw it",
        ),
        ("狐狸看见葡萄", "狐狸吃了葡萄", "狐狸[-看见-]{+吃了+}葡萄"),
    ],
)
def test_a_difference_in_one_text(before: str, after: str, shown: str) -> None:
    assert shortened_difference(word_difference(before, after), 40) == shown


def test_what_stays_is_shortened_at_words() -> None:
    same = "one two three four five six seven eight nine ten"

    shown = shortened_difference(word_difference(f"x {same} y {same}", f"z {same} y {same}"), 10)

    assert shown == "[-x-]{+z+} one two …"


def test_texts_with_little_in_common_are_not_compared() -> None:
    assert word_difference("one two three", "vier fünf sechs") == ()


def test_long_texts_are_not_compared() -> None:
    long = "word " * 2000
    assert word_difference(long, f"{long}more") == ()
