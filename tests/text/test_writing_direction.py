"""Directions: of languages by their scripts, of paragraphs by their letters, at places in them."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.text.writing_direction import (
    IN_NUMBER,
    _levels,
    direction,
    directions_at,
    first_direction,
    paragraph_direction,
    runs_one_way,
)

FROM_RIGHT = """
he iw yi ar fa ur ckb ps hbo syr syc aii arc oar tmr sam mid phn pnb skr ks ug sd dv nqo
rhg jrb jpr lad ota glk lrc bal ar-EG pa-Arab pa-PK az-Arab az-IR ku-Arab kk-Arab uz-AF
ff-Adlm en-Hebr tr-Arab und-Syrc qaa-Hebr ur-Aran aii-Syrn
"""
FROM_LEFT = """
en ru el grc uga cu cop got hi ta th zh ja ko am mn ku pa az kk ff he-Latn ar-Latn ur-Deva
sd-Deva yi-Latn en-US und mul zxx qaa qqq x-mine nonsense
"""


@pytest.mark.parametrize("tag", FROM_RIGHT.split())
def test_these_languages_run_from_right_to_left(tag: str) -> None:
    assert direction(tag) == "rtl"


@pytest.mark.parametrize("tag", FROM_LEFT.split())
def test_these_languages_run_from_left_to_right(tag: str) -> None:
    assert direction(tag) == "ltr"


@pytest.mark.parametrize(
    ("tag", "words", "expected"),
    [
        ("mul", "שלום לכולם, all", "rtl"),
        ("und", "Peace שלום to all", "ltr"),
        ("qaa", "𐤀𐤁𐤂", "rtl"),  # Phoenician
        ("x-mine", "1948 ܫܠܡܐ", "rtl"),  # Syriac
        ("en", "שלום לכולם", "ltr"),  # the script of the language is known
        ("he", "shalom", "rtl"),
    ],
)
def test_the_letters_decide_where_the_language_has_no_known_script(
    tag: str, words: str, expected: str
) -> None:
    assert direction(tag, words) == expected


@pytest.mark.parametrize(
    ("words", "around", "expected"),
    [
        ("שלום, 1948!", "ltr", "rtl"),
        ("1948!", "ltr", "ltr"),
        ("שלום means peace", "ltr", "ltr"),
        ("Peace, 1948!", "rtl", "ltr"),
        ("1948!", "rtl", "rtl"),
        ("Peace is שלום", "rtl", "rtl"),
    ],
)
def test_a_paragraph_of_the_other_letters_alone_runs_their_way(
    words: str, around: str, expected: str
) -> None:
    assert paragraph_direction(words, around) == expected


def test_a_title_runs_as_its_first_letter() -> None:
    assert [first_direction(title) for title in ("1: שלום", "“Peace” שלום", "1948")] == [
        "rtl",
        "ltr",
        "ltr",
    ]


@pytest.mark.parametrize(
    ("words", "base", "after", "expected"),
    [
        ("He said שלום עולם and left.", "ltr", "עולם", "ltr"),
        ("He said שלום עולם and left.", "ltr", "שלום", "rtl"),
        ("He said שלום.", "ltr", "שלום", "ltr"),
        ("In 1948 (תש״ח) it was", "ltr", "תש״ח", "ltr"),
        ("אמר Hello World ויצא", "rtl", "World", "rtl"),
        ("אמר Hello World ויצא", "rtl", "Hello", "ltr"),
        ("ביום 12/05/2020 יצא", "rtl", "2020", "rtl"),
        ("ביום 12/05/2020 יצא", "rtl", "12", "in-number"),
        ("قال ١٢٫٥ ثم", "rtl", "١٢", "in-number"),
        ("מחיר 5% יותר", "rtl", "5", "in-number"),
        ("גרסה Windows 11 יצאה", "rtl", "11", "rtl"),
        ("גרסה Windows 11 יצאה", "rtl", "Windows", "ltr"),
        ("𐤀𐤁 said 𐤂𐤃", "rtl", "𐤁", "rtl"),
        ("A ܫܠܡܐ ܥܡܟܘܢ 7 B", "ltr", "ܥܡܟܘܢ", "rtl"),
        ("ꓐ 𞤀𞤣𞤤𞤢𞤥 and", "ltr", "𞤥", "ltr"),
    ],
)
def test_a_mark_takes_the_direction_of_its_surroundings(
    words: str, base: str, after: str, expected: str
) -> None:
    place = words.index(after) + len(after)
    assert directions_at(words, base, [place]) == {place: expected}


MIXED = st.text(st.sampled_from('aZ אש عب𐤀𞤀 12٣٤+-/.,:%$()[]"–\u200f\u200e'), max_size=14)


@given(MIXED, st.sampled_from(["ltr", "rtl"]), st.sets(st.integers(0, 14), max_size=4))
def test_marks_never_put_the_text_in_another_order(words: str, base: str, places: set[int]) -> None:
    inside = [place for place in places if place <= len(words)]
    found = directions_at(words, base, inside)
    isolated = sorted(place for place, runs in found.items() if runs != IN_NUMBER)
    marks = {place + index for index, place in enumerate(isolated)}
    with_marks = enumerate(_levels(words, base, isolated))
    assert [level for at, level in with_marks if at not in marks] == _levels(words, base, ())


def test_every_letter_from_right_to_left_is_noticed() -> None:
    from_right = {"R", "AL", "AN", "RLE", "RLO", "RLI"}
    missed = [
        hex(code)
        for code in range(0x80, sys.maxunicode + 1)
        if unicodedata.bidirectional(chr(code)) in from_right and runs_one_way(chr(code), "ltr")
    ]
    assert missed == []
