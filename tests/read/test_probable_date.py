"""Dates as people write them, and the one that a message proposes."""

import pytest

from build_scripts.read.checking.probable_date import probable_date


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("9.9.2021", "2021-09-09"),
        ("09. 12. 2021", "2021-12-09"),
        ("2021-9-9", "2021-09-09"),
        ("2021/09/09", "2021-09-09"),
        ("2021/9", "2021-09"),
        ("2021-09-09T10:00:00Z", "2021-09-09"),
        ("September 2021", "2021-09"),
        ("Sept. 2021", "2021-09"),
        ("1 Sept 2021", "2021-09-01"),
        ("1st September 2021", "2021-09-01"),
        ("September 1, 2021", "2021-09-01"),
        (" 9.9.2021 ", "2021-09-09"),
    ],
)
def test_what_is_certain_is_proposed(written: str, meant: str) -> None:
    assert probable_date(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "9/12/2021",
        "09-12-2021",
        "12.30",
        "31.2.2021",
        "1990-1995",
        "c. 1990",
        "21",
    ],
)
def test_nothing_is_guessed(written: str) -> None:
    assert probable_date(written) == ""
