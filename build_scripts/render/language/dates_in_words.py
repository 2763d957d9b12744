"""Put dates of the Extended Date/Time Format into words: ``about 1984``, ``1964 or later``."""

from typing import Protocol

from babel import Locale

from build_scripts.render.language.written_dates import era_before, format_date, format_days
from build_scripts.text.edtf_dates import DatePoint, EdtfDate

_MESSAGES = {
    (False, True, False): "date-approximate",
    (True, False, False): "date-uncertain",
    (True, True, False): "date-uncertain-approximate",
    (False, True, True): "date-approximate-short",
    (True, False, True): "date-uncertain-short",
    (True, True, True): "date-uncertain-approximate-short",
}
"""By whether a date is uncertain, whether it is approximate, and whether the words are short."""
_SEASONS = ("", "spring", "summer", "autumn", "winter")


class _Words(Protocol):
    @property
    def locale(self) -> Locale: ...

    def text(self, message: str, /, **values: str | int) -> str: ...


def date_in_words(words: _Words, date: EdtfDate, *, short: bool = False) -> str:
    """A date or an interval; `short` is for citations, where “about” is “c.”."""
    start, end = (
        None if point is None else _point(words, point, short=short)
        for point in (date.start, date.end)
    )
    if start is not None and end is not None:
        if not date.is_interval:
            return start
        if days := _days(words, date):
            return days
        is_short = short or not any(map(str.isspace, start + end))
        return words.text("date-range-short" if is_short else "period", start=start, end=end)
    if start is not None:
        return words.text("date-unknown-end" if date.is_unknown else "date-or-later", date=start)
    message = "date-unknown-beginning" if date.is_unknown else "date-or-earlier"
    return words.text(message, date=end or "")


def _days(words: _Words, date: EdtfDate) -> str:
    """From a day to another of the same year; empty for all other intervals."""
    first, last = date.start, date.end
    if first is None or last is None or first.is_fuzzy or last.is_fuzzy:
        return ""
    return format_days(first, last, words.locale)


def _point(words: _Words, point: DatePoint, *, short: bool) -> str:
    known = _without_doubt(words, point)
    if not point.is_fuzzy:
        return known
    message = _MESSAGES[point.is_uncertain, point.is_approximate, short]
    return words.text(message, date=known)


def _without_doubt(words: _Words, point: DatePoint) -> str:
    if point.season:
        year = format_date(DatePoint(point.year), words.locale)
        return words.text("date-season", season=_SEASONS[point.season], year=year)
    if point.years == 1:
        return format_date(point, words.locale)
    # Both ends of a stretch: of -0049 to -0040 the round year is the last one.
    round_year = max(point.year, -point.year - point.years + 1)
    if point.years == 10:
        stretch = words.text("date-decade", year=str(round_year))
    else:
        century = round_year // point.years + 1
        ordinal = words.locale.ordinal_form(century)
        stretch = words.text("date-century", century=str(century), ordinal=ordinal)
    if point.year >= 0:
        return stretch
    return words.text("date-before-era", date=stretch, era=era_before(words.locale))
