"""Quotation marks inside quotations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.text.quotation_marks import (
    QuotationMarks,
    marks_around,
    marks_inside,
    marks_of_language,
    quoted,
    quoted_characters,
)
from tests.page_scripts import shared_cases

MARKS = "“”‘’„‚«»‹›「」『』\"'"


@pytest.mark.parametrize("case", shared_cases("quotation-marks.json"), ids=lambda c: c["name"])
def test_marks_change_to_the_inner_kind(case: dict[str, str]) -> None:
    outer, inner = case["marks"][:2], case["marks"][2:]
    marks = QuotationMarks((outer[0], outer[1]), (inner[0], inner[1]))
    assert quoted(case["words"], marks) == case["shown"]


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        ("en", "“”‘’"),
        ("en-GB", "“”‘’"),
        ("de", "„“‚‘"),
        ("ru", "«»„“"),
        ("be", "«»„“"),
        ("pl", "„”«»"),
        ("sv", "””’’"),
        ("ja", "「」『』"),
        ("zh-Hant", "「」『』"),
        ("fr", "«»“”"),  # the data have the same marks once more, which nobody can tell apart
        ("hy", "«»“”"),
        ("grc", "“”‘’"),  # unknown
    ],
)
def test_the_marks_of_languages_come_from_the_cldr(language: str, marks: str) -> None:
    assert "".join(map("".join, marks_of_language(language))) == marks


@pytest.mark.parametrize(
    ("outer", "language", "inner"),
    [
        ("«»", "ru", "„“"),
        ("«»", "es", "“”"),
        ("‘’", "en-GB", "“”"),
        ("»«", "de", "›‹"),
        ("《》", "zh", "〈〉"),
        ('""', "he", "''"),
        ("<>", "en", "‘’"),
    ],
)
def test_chosen_marks_have_inner_marks_too(outer: str, language: str, inner: str) -> None:
    assert "".join(marks_inside((outer[0], outer[1]), language).inner) == inner


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("Author. “", ".” Site", ("“", "”")),
        ("«\u00a0", "\u00a0», ", ("«", "»")),
        ("「", "」", ("「", "」")),
        ("(2021). ", ". Site", None),
        ("", "", None),
        ("“", " and “more”", None),
    ],
)
def test_marks_are_found_around_a_place(
    before: str, after: str, found: tuple[str, str] | None
) -> None:
    assert marks_around(before, after) == found


@given(st.text(st.sampled_from(f"{MARKS} a.\u00a0字")), st.sampled_from(["en", "de", "fr", "sv"]))
def test_only_marks_and_the_spaces_inside_them_change(words: str, language: str) -> None:
    shown = quoted_characters(words, marks_of_language(language))
    assert len(shown) == len(words)
    changed = {old for old, new in zip(words, shown, strict=True) if old != new}
    assert changed <= {*MARKS, "\u00a0"}
