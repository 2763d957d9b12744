"""Write ISO 8601 dates in words, by the patterns of the Unicode CLDR (Babel)."""

from collections.abc import Iterator
from functools import lru_cache

from babel import Locale
from babel.dates import tokenize_pattern


@lru_cache(maxsize=16_384)
def format_date(iso: str, locale: Locale) -> str:
    """A date: ``2021-10-01`` is ``1 October 2021`` in English, ``2021-10`` is ``October 2021``.

    The pattern is filled in here because Python's own dates begin with the year 1.
    Years before the common era begin with ``-``.
    """
    before_era = iso.startswith("-")
    numbers = [int(part) for part in iso.removeprefix("-").split("-")]
    pattern = _pattern(len(numbers), before_era, locale)
    return "".join(_filled_in(pattern, numbers, before_era, locale))


def _pattern(precision: int, before_era: bool, locale: Locale) -> str:
    if before_era:
        skeleton = ("Gy", "GyMMM", "GyMMMd")[precision - 1]
        # CLDR has these patterns with short month names only; long names take the same order.
        pattern = str(locale.datetime_skeletons[skeleton])
        return pattern if "MMMM" in pattern or "LLLL" in pattern else _with_long_months(pattern)
    if precision == 1:
        return str(locale.datetime_skeletons["y"])
    if precision == 2:
        return str(locale.datetime_skeletons["yMMMM"])
    return str(locale.date_formats["long"])


def _with_long_months(pattern: str) -> str:
    return pattern.replace("MMM", "MMMM").replace("LLL", "LLLL")


def _filled_in(pattern: str, numbers: list[int], before_era: bool, locale: Locale) -> Iterator[str]:
    for _, value in tokenize_pattern(pattern):
        if isinstance(value, str):  # the text between two fields
            yield value
            continue
        field, length = value
        if field == "y":
            yield str(numbers[0])
        elif field in "ML":
            month = numbers[1]
            context = "format" if field == "M" else "stand-alone"
            width = {"3": "abbreviated", "4": "wide"}.get(str(length))
            yield locale.months[context][width][month] if width else f"{month:0{length}}"
        elif field == "d":
            yield f"{numbers[2]:0{length}}"
        elif field == "G":
            yield locale.eras["abbreviated"][0 if before_era else 1]


def year_of(iso: str) -> str:
    """The year of an ISO date, as the date writes it."""
    return iso[:5] if iso.startswith("-") else iso[:4]


def date_key(iso: str) -> tuple[int, str]:
    """A sort key for dates, also before the common era; a year comes before its months."""
    year = year_of(iso)
    return int(year), iso[len(year) :]
