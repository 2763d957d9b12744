"""How long a text takes, in words."""

import pytest

from build_scripts.render.language.interface_words import words_of
from build_scripts.render.reading.durations import duration_html, nothing_read, progress_data

BELARUSIAN = """
hours-and-minutes = каля { $count ->
        [one] { $count } гадзіны
       *[other] { $count } гадзін
    } { $minutes ->
        [one] { $minutes } хвіліны
       *[other] { $minutes } хвілін
    }
"""
GERMAN = """
hours = etwa { $count } Std.
reading-progress-hours = noch { $hours } Std. { $minutes } Min. ({ $percent })
"""


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [
        (1, "about 1 minute"),
        (59, "about 59 minutes"),
        (60, "about 1 hour"),
        (61, "about 1 hour 1 minute"),
        (200, "about 3 hours 20 minutes"),
        (6000, "about 100 hours"),
        (60_059, "about 1,000 hours 59 minutes"),
    ],
)
def test_minutes_above_an_hour_are_hours(minutes: int, shown: str) -> None:
    assert duration_html(words_of("en", {}), minutes) == shown


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [
        (81, "каля 1 гадзіны 21 хвіліны"),
        (1265, "каля 21 гадзіны 5 хвілін"),
        (125, "каля 2 гадзін 5 хвілін"),
    ],
)
def test_hours_and_minutes_have_plurals_of_their_own(minutes: int, shown: str) -> None:
    assert duration_html(words_of("be", {"be": BELARUSIAN}), minutes) == shown


def test_the_progress_begins_with_all_that_is_left() -> None:
    english, german = words_of("en", {}), words_of("de", {"de": GERMAN})
    assert nothing_read(english, 59) == "0% · 59 min left"
    assert nothing_read(english, 200) == "0% · 3 h 20 min left"
    assert nothing_read(german, 60) == "noch 1 Std. 0 Min. (0\u00a0%)"
    assert duration_html(german, 120) == "etwa 2 Std."
    assert progress_data(english, 59)["data-words-hours"] is None
    assert progress_data(german, 60)["data-words-hours"] == (
        "noch [hours] Std. [minutes] Min. ([percent])"
    )
