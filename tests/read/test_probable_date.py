"""Dates as people write them, and those that a message proposes."""

import pytest

from build_scripts.read.checking.probable_date import probable_dates


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("9.9.2021", "2021-09-09"),
        ("09. 12. 2021", "2021-12-09"),
        ("2021-9-9", "2021-09-09"),
        ("2021/09/09", "2021-09-09"),
        ("2021/1", "2021-01"),
        ("2021-09-09T10:00:00Z", "2021-09-09"),
        ("September 2021", "2021-09"),
        ("Sept. 2021", "2021-09"),
        ("1 Sept 2021", "2021-09-01"),
        ("1st September 2021", "2021-09-01"),
        ("September 1, 2021", "2021-09-01"),
        (" 9.9.2021 ", "2021-09-09"),
        # In other languages.
        ("1er mai 1950", "1950-05-01"),
        ("5 de mayo de 1984", "1984-05-05"),
        ("5 мая 1984 г.", "1984-05-05"),
        ("3. März 1984", "1984-03-03"),
        ("XVIII век", "17XX"),
        ("18. Jahrhundert", "17XX"),
        ("XVIIIe siècle", "17XX"),
        ("44 v. Chr.", "-0044"),
        # Not known exactly.
        ("c. 1984", "1984~"),
        ("ca 1984", "1984~"),
        ("c1984", "1984~"),
        ("around March 1984", "1984-03~"),
        ("1984 (?)", "1984?"),
        ("[1984?]", "1984?"),
        ("perhaps 1984", "1984?"),
        ("c. 1984?", "1984%"),
        ("1980s", "198X"),
        ("c. 1980s", "198X~"),
        ("198?", "198X"),
        ("19--", "19XX"),
        ("18th century", "17XX"),
        ("2nd century BC", "-01XX"),
        ("spring 2001", "2001-21"),
        ("Autumn 1999", "1999-23"),
        # Before the common era, and long ago.
        ("1984 BC", "-1984"),
        ("44 B.C.", "-0044"),
        ("c. 44 BCE", "-0044~"),
        ("AD 79", "0079"),
        ("12,000 BC", "Y-12000"),
        ("44–40 BC", "-0044/-0040"),
        # Intervals.
        ("before 1900", "../1899"),
        ("before March 1900", "../1900-02"),
        ("before 1 March 1900", "../1900-02-28"),
        ("until 1900", "../1900"),
        ("after 1900", "1901/.."),
        ("since 1984", "1984/.."),
        ("1984–", "1984/.."),
        ("1984 to present", "1984/.."),
        ("1984?–1986", "1984?/1986"),
        ("1990-1995", "1990/1995"),
        ("1984/85", "1984/1985"),
        ("between 1984 and 1986", "1984/1986"),
        ("May 1984 – June 1985", "1984-05/1985-06"),
        ("1960s to 1980s", "1960/1989"),
    ],
)
def test_what_is_certain_is_proposed(written: str, meant: str) -> None:
    assert probable_dates(written) == (meant,)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1/3/1984", ("1984-03-01", "1984-01-03")),
        ("9-12-2021", ("2021-12-09", "2021-09-12")),
        ("13/3/1984", ("1984-03-13",)),
        ("1984-5", ("1984/1985", "1984-05")),
        ("1900s", ("190X", "19XX")),
    ],
)
def test_what_may_mean_two_dates_proposes_both(written: str, meant: tuple[str, ...]) -> None:
    assert probable_dates(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        *("", "yesterday", "12.30", "31.2.2021", "21", "?", "c.", "unknown", "in May", "May 21"),
        *("1984 or 1985", "late 1980s", "1e5", "1984-06-31", "9999999999999", "x" * 10_000),
        "listopad 1984",  # November in Polish, October in Croatian
    ],
)
def test_nothing_is_guessed(written: str) -> None:
    assert probable_dates(written) == ()
