"""Quoting a line of a file, with a caret under one of its columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.report.quoted_line import WIDTH, quotation
from tests.profiles import cases


def shown(text: str, column: int) -> str:
    """The line and its caret, one below the other."""
    quoted = quotation(text, column)
    assert quoted is not None
    return f"{quoted.text}\n{' ' * quoted.caret}^"


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("title: King", 8, "title: King\n       ^"),
        ("title:", 7, "title:\n      ^"),
        ("title:   ", 9, "title:\n        ^"),
        # A tab takes four columns, and is seen.
        ("\t- id", 2, "→   - id\n    ^"),
        ("a\tb", 2, "a→   b\n ^"),
        # Chinese, Japanese, Korean letters and emoji are two columns wide.
        ("題: 王", 4, "題: 王\n    ^"),
        ("한국: x", 5, "한국: x\n      ^"),
        ("👑 x", 3, "👑 x\n   ^"),
        ("🇧🇾 x", 4, "🇧🇾 x\n   ^"),
        ("👨‍👩‍👧 x", 7, "👨‍👩‍👧 x\n   ^"),
        ("❤️ x", 4, "❤️ x\n   ^"),
        # Marks stand over the letter before them, and a caret on a mark is one on its letter.
        ("e\u0301 x", 4, "e\u0301 x\n  ^"),
        ("ae\u0301 x", 3, "ae\u0301 x\n ^"),
        ("क्षि x", 6, "क्षि x\n   ^"),
        # What cannot be seen is named.
        ("a\u200bb", 3, "a<U+200B>b\n         ^"),
        ("a\x1b[31mb", 2, "a<U+001B>[31mb\n ^"),
        ("a\u202eb", 3, "a<U+202E>b\n         ^"),
        ("##[x] y", 7, "#<U+0023>[x] y\n             ^"),
    ],
)
def test_the_caret_stands_under_its_column(text: str, column: int, expected: str) -> None:
    assert shown(text, column) == expected


LONG = "".join(f"{number:03} " for number in range(1000))


@pytest.mark.parametrize(
    ("column", "expected_start", "expected_end"),
    [
        (1, "000 001", "…"),
        (2001, "… ", "…"),
        (len(LONG), "…", "999"),
    ],
)
def test_a_long_line_is_cut_to_a_window(
    column: int, expected_start: str, expected_end: str
) -> None:
    quoted = quotation(LONG, column)
    assert quoted is not None
    assert len(quoted.text) <= WIDTH + 2
    assert quoted.text.startswith(expected_start.strip())
    assert quoted.text.endswith(expected_end)
    assert f"{quoted.text} "[quoted.caret] == LONG[column - 1]


def test_on_both_sides_of_a_column_in_the_middle_there_is_as_much() -> None:
    quoted = quotation(LONG, 2001)
    assert quoted is not None
    assert abs(quoted.caret - WIDTH // 2) <= 1


def test_a_line_of_many_megabytes_costs_no_more_than_a_short_one() -> None:
    quoted = quotation("語" * 20_000_000, 10_000_000)
    assert quoted is not None
    assert quoted.text == f"…{'語' * (WIDTH // 2)}…"


def test_what_is_cut_off_a_letter_is_not_shown_without_it() -> None:
    quoted = quotation("e" + "\u0301" * 500 + "x", 400)
    assert quoted is not None
    assert "\u0301" not in quoted.text[:2]


@pytest.mark.parametrize(("text", "column"), [("", 1), ("  \t", 2), ("abc", 5)])
def test_there_is_nothing_to_quote(text: str, column: int) -> None:
    assert quotation(text, column) is None


@cases(normal=500, long=20_000)
@given(st.text(), st.data())
def test_every_column_of_every_line_can_be_quoted(text: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(text) + 1))
    quoted = quotation(text, column)
    if text.strip():
        assert quoted is not None
        assert 0 <= quoted.caret <= WIDTH + 1
        assert len(quoted.text.splitlines()) == 1


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=300))
def test_plain_letters_stand_where_they_are_said_to_stand(text: str) -> None:
    for column, letter in enumerate(text, start=1):
        quoted = quotation(text, column)
        assert quoted is not None
        if "##[" not in text and not text.startswith("::"):
            assert quoted.text[quoted.caret] == letter
