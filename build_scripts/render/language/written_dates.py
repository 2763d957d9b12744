"""Write days, months and years in words, by the patterns of the Unicode CLDR (Babel)."""

from collections.abc import Iterator
from functools import lru_cache

from babel import Locale
from babel.dates import tokenize_pattern

from build_scripts.text.edtf_dates import DatePoint


@lru_cache(maxsize=16_384)
def format_date(point: DatePoint, locale: Locale) -> str:
    """A day, month or year: in English ``1 October 2021``, ``October 2021`` or ``2021``.

    The pattern is filled in here because Python's own dates begin with the year 1. Seasons and
    what makes a date uncertain are not written.
    """
    before_era = point.year < 0
    numbers = [abs(point.year), *filter(None, (point.month, point.day))]
    pattern = _pattern(len(numbers), before_era, locale)
    return "".join(_filled_in(pattern, numbers, before_era, locale))


def format_days(first: DatePoint, last: DatePoint, locale: Locale) -> str:
    """Two days of one year, with what they share once: in English ``23–24 June 2023``.

    Empty where CLDR has no pattern for that. It has none with long names of months alone, which in
    many languages have another form beside a day.
    """
    if first.year != last.year or first.year < 0 or not (first.day and last.day):
        return ""
    differs = "d" if first.month == last.month else "M"
    patterns = locale.interval_formats.get("yMMMd", {}).get(differs, ())
    if len(patterns) != len((first, last)):
        return ""
    return "".join(
        part
        for pattern, day in zip(patterns, (first, last), strict=True)
        for part in _filled_in(
            _with_long_months(pattern), [day.year, day.month, day.day], False, locale
        )
    )


def _pattern(precision: int, before_era: bool, locale: Locale) -> str:
    if before_era:
        skeleton = ("Gy", "GyMMM", "GyMMMd")[precision - 1]
        # CLDR has these patterns with short month names only; long names take the same order.
        return _with_long_months(str(locale.datetime_skeletons[skeleton]))
    if precision == 1:
        return str(locale.datetime_skeletons["y"])
    if precision == 2:
        return str(locale.datetime_skeletons["yMMMM"])
    return str(locale.date_formats["long"])


def _with_long_months(pattern: str) -> str:
    if "MMMM" in pattern or "LLLL" in pattern:
        return pattern
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
            yield era_before(locale) if before_era else locale.eras["abbreviated"][1]


def era_before(locale: Locale) -> str:
    """The name of the time before the common era: ``BC``."""
    return str(locale.eras["abbreviated"][0])
