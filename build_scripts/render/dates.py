"""ISO 8601 dates as people write them, with the names of the Unicode CLDR (Babel)."""

from babel import Locale

_MONTHS = Locale("en").months["format"]["wide"]


def format_date(iso: str) -> str:
    """``2021-10-01`` as ``1 October 2021``, ``2021-10`` as ``October 2021``, years as they are."""
    era = ""
    if iso.startswith("-"):
        iso, era = iso[1:], " BC"
    year, *rest = iso.split("-")
    year = year.lstrip("0") or "0"
    if not rest:
        return f"{year}{era}"
    month = _MONTHS[int(rest[0])]
    day = f"{int(rest[1])} " if len(rest) > 1 else ""
    return f"{day}{month} {year}{era}"


def format_period(start: str, end: str) -> str:
    """A date, or a first and last date."""
    return f"{format_date(start)} – {format_date(end)}" if end else format_date(start)
