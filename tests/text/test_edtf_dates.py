"""Dates of the Extended Date/Time Format, level 1."""

import re

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.value_patterns import EDTF_PATTERN, EDTF_POINT_PATTERN
from build_scripts.text.edtf_dates import (
    NotADate,
    date_key,
    in_years,
    is_earlier,
    parsed_date,
    period,
    plain_date,
    single_year,
    standard_date,
)
from tests.profiles import cases

VALID = (
    *("1984", "1984-05", "2021-10-01", "1984?", "1984~", "1984%", "2004-06~", "2004-06-11?"),
    *("198X", "19XX", "2004-XX", "2004-10-XX", "1985-XX-XX", "2001-21", "2001-24"),
    *("1964/2008", "2004-06/2006-08", "2004-02-01/2005", "1984?/1986~", "1984~/2004-06%"),
    *("1964/..", "1964/", "../1985", "/1985", "1964~/..", "2001-21/2001-22"),
    *("Y-12000", "Y170000002", "-0044", "-0044-03-15", "-0044/0014", "-198X", "0000", "2000-02-29"),
    *("198X~", "2004-XX?", "-0044-03-15~", "../2004-06-01"),
)
OF_OURS = ("2001-21~", "Y12000?", "Y-12000/-9000")
"""The standard has these as well, but the program that we compare with does not know them."""


@pytest.mark.parametrize("text", [*VALID, *OF_OURS])
def test_a_date_is_written_as_it_was_read(text: str) -> None:
    date = parsed_date(text)
    assert parsed_date(str(date)) == date
    assert str(date) == re.sub("-XX", "", text)
    assert date.earliest <= date.latest


@pytest.mark.parametrize("text", VALID)
def test_another_program_reads_it_in_the_same_way(text: str) -> None:
    theirs, ours = edtf.parse_edtf(text), parsed_date(text)
    if ours.start is None or ours.end is None:  # they take an unknown end for one of ten years
        return
    assert tuple(theirs.lower_strict()[:3]) == ours.earliest
    year, month, day = theirs.upper_strict()[:3]
    assert (year, month, day) == ours.latest


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "1984-13",
            "1984-00",
            "2021-02-30",
            "1900-02-29",
            "1986/1984",
            "../..",
            "/",
            "..",
            "/..",
        ),
        *("198X/199X", "1XXX", "XXXX", "1984?~", "?1984", "1984-?", "2001-25", "2001-20", "Y1985"),
        *(
            "Y012000",
            "y12000",
            "1984\n",
            " 1984",
            "198x",
            "{1960,1961}",
            "[1667,1668]",
            "1984/1985/1986",
        ),
        *("2021-10-01T10:00:00Z", "١٩٨٤", "1984–1986", "2004-XX-01", "19840501", "+1984", "1984-5"),
        *("2004-06-XX/2004-07-03", "2001-02-30/2002", "2000/2001-02-30"),
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    with pytest.raises(NotADate):
        parsed_date(text)


@cases(normal=100, long=3_000)
@given(st.from_regex(EDTF_PATTERN, fullmatch=True))
def test_whatever_the_pattern_allows_is_read_or_refused_with_a_reason(text: str) -> None:
    try:
        date = parsed_date(text)
    except NotADate as error:
        assert "calendar" in str(error) or "before it begins" in str(error)
        return
    assert parsed_date(str(date)) == date
    assert bool(re.fullmatch(EDTF_POINT_PATTERN, text)) != date.is_interval


IN_ORDER = (
    *(
        "/1900",
        "../1985-03",
        "Y-12000",
        "-0044-03-15",
        "-0044-03-16",
        "-0043",
        "0014",
        "19XX",
        "190X",
    ),
    *(
        "1900/2000",
        "1900",
        "1900-05",
        "1900-05~",
        "1900-06",
        "196X",
        "1964/..",
        "1964/2008",
        "1964",
    ),
    *("1964-01", "1964-01-01", "1964-21", "1964-05", "Y12000"),
)


def test_dates_are_sorted_by_their_first_day_the_widest_first() -> None:
    keys = [date_key(parsed_date(text)) for text in IN_ORDER]
    assert keys == sorted(keys)


def test_two_keys_are_the_same_interval() -> None:
    assert period("1964", "2008") == parsed_date("1964/2008")
    assert period("1964~") == parsed_date("1964~")


@pytest.mark.parametrize(
    ("date", "other", "earlier"),
    [
        *(("2020", "2021", True), ("2021", "2021-10", False), ("2021-09", "2021-10", True)),
        *(("198X", "1985", False), ("198X", "1990", True), ("-0044", "-0043", True)),
        *(("../1985", "1986", True), ("1964/..", "2000", False), ("2001-21", "2001-06-01", True)),
    ],
)
def test_one_date_is_earlier_if_it_ends_before_the_other_begins(
    date: str, other: str, earlier: bool
) -> None:
    assert is_earlier(date, other) is earlier


@pytest.mark.parametrize(
    ("text", "years", "plain", "year", "standard"),
    [
        ("2021-10-01", "2021", "2021-10-01", "2021", "2021-10-01"),
        ("1984-05~", "1984~", "", "1984", "1984-05~"),
        ("2004-10-XX", "2004", "2004-10", "2004", "2004-10"),
        ("1964-02/1964-05", "1964", "", "1964", "1964-02/1964-05"),
        ("1964-02/2008", "1964/2008", "", "", "1964-02/2008"),
        ("198X", "198X", "", "", "198X"),
        ("2001-21", "2001", "", "2001", "2001-21"),
        ("-0044-03-15", "-0044", "-0044-03-15", "", "-0043-03-15"),
        ("-0001", "-0001", "-0001", "", "0000"),
        ("-198X", "-198X", "", "", ""),
        ("/1985", "/1985", "", "", "/1985"),
    ],
)
def test_what_other_programs_are_told(
    text: str, years: str, plain: str, year: str, standard: str
) -> None:
    in_format = str(in_years(parsed_date(text)))
    assert (in_format, plain_date(text), single_year(text), standard_date(text)) == (
        *(years, plain, year),
        standard,
    )
