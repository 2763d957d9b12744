"""Guess the date of the format that was meant by a date in another form.

Where two dates may be meant, such as by ``1/3/1984``, both are proposed.
"""

import re
from collections.abc import Callable, Iterable

from build_scripts.read.checking.month_names import month_named
from build_scripts.text.edtf_dates import DatePoint, EdtfDate, days_in_month, is_date, parsed_date

_Dates = tuple[str, ...]

_APPROXIMATE = (
    r"(?:~|≈|c(?=[0-9])|(?:circa|ca|c|approximately|approx|about|around|um|vers|env|около|ок|каля)"
    r"\b\.?)"
)
_UNCERTAIN = r"(?:\?|(?:perhaps|possibly|probably|maybe|prob|uncertain)\b\.?)"
_BEFORE_ERA = (
    r"(?:b\. ?c\. ?(?:e\.)?|bce?|v\. ?chr\.?|av\. ?j\.?[ -]?c\.?|avant j\.?-?c\.?|a\. ?c\."
    r"|до н\. ?э\.?)"
)
_OF_ERA = r"(?:a\. ?d\.?|ad|ce|c\. ?e\.|n\. ?chr\.?|н\. ?э\.?)"
_CENTURY = (
    r"(?:century|centuries|cent\.?|c\.?|jahrhundert|jh\.?|si[eè]cle|siglo|s[eé]culo|secolo|век"
    r"|ст\.?)"
)
_LONGEST = 60
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ROMAN = {"i": 1, "v": 5, "x": 10}


def probable_dates(written: str) -> _Dates:
    """The dates that may be meant by a text such as ``9.9.2021``; none if that is not certain."""
    text = " ".join(written.lower().split())
    if len(text) > _LONGEST:
        return ()
    text = re.sub(r"[‐‑‒–—―−]", "–", text)
    text = re.sub(r"[\[\]()]", " ", text).strip(" ,;")
    found = _date(" ".join(text.split()))
    return tuple(dict.fromkeys(filter(is_date, found)))


def _date(text: str) -> _Dates:
    for form in (_one_sided, _interval, _point):
        if found := form(text):
            return found
    return ()


def _one_sided(text: str) -> _Dates:
    """``before 1900``, ``since 1900``, ``1900–``."""
    found = re.fullmatch(
        r"(?P<before>before|pre-?|vor|avant|до)? ?(?P<until>until|till|by|to|up to|bis|–)? ?"
        r"(?P<after>after|post-?|nach|après|после)? ?"
        r"(?P<since>since|from|as of|seit|ab|depuis|с)? ?"
        r"(?P<date>.*?)(?P<on> ?(?:–|onwards?|or later|(?:to|–|-) ?(?:present|today|now)))?",
        text,
    )
    if found is None or not any(map(found.group, ("before", "until", "after", "since", "on"))):
        return ()
    dates = _point(found["date"])
    if len(dates) != 1 or not is_date(dates[0]):
        return ()
    point = parsed_date(dates[0]).points[0]
    if found["before"]:
        return (f"../{_next(point, -1)}",)
    if found["after"]:
        return (f"{_next(point, 1)}/..",)
    return (f"../{point}",) if found["until"] else (f"{point}/..",)


def _next(point: DatePoint, step: int) -> DatePoint:
    """The year, month or day after a date or, with -1, before it."""
    if not point.month:
        year = point.year + step * (1 if step < 0 else point.years)
        return DatePoint(year + step if year == 0 else year)  # no year is 0
    if not point.day:
        months = point.year * 12 + point.month - 1 + step
        return DatePoint(months // 12, month=months % 12 + 1)
    day = point.day + step
    if 1 <= day <= days_in_month(point.year, point.month):
        return DatePoint(point.year, month=point.month, day=day)
    month = _next(DatePoint(point.year, month=point.month), step)
    last = days_in_month(month.year, month.month)
    return DatePoint(month.year, month=month.month, day=1 if step > 0 else last)


def _interval(text: str) -> _Dates:
    """``1984?–1986``, ``1984-85``, ``from May 1984 to June 1985``, ``44–40 BC``."""
    text = re.sub(r"^(?:from|between|von|zwischen|de|entre) ", "", text)
    if short := re.fullmatch(r"([0-9]{2})([0-9]{2})(\?|~)? ?[–/-] ?([0-9]{1,2})(\?|~)?", text):
        digits = f"{short[1]}{short[2]}"
        end = f"{digits[: -len(short[4])]}{short[4]}"
        years = f"{digits}{short[3] or ''}/{end}{short[5] or ''}" if end > digits else ""
        return (years, *_point(text))
    parts = re.split(r" ?(?:–|\bto\b|\buntil\b|\bund\b|\band\b|\bbis\b|\bà\b| - |/) ?", text)
    if len(parts) != 2:
        parts = text.split("-")
    if len(parts) != 2 or not all(parts):
        return ()
    if re.search(_BEFORE_ERA + "$", parts[1]) and re.fullmatch(r"[0-9]+", parts[0]):
        parts[0] += " bc"
    ends = [tuple(filter(is_date, _point(part))) for part in parts]
    if any(len(end) != 1 for end in ends):
        return ()
    start, end_ = (parsed_date(end[0]).points[0] for end in ends)
    if start.years > 1 or end_.years > 1:  # level 1 has no intervals of decades
        start, end_ = DatePoint(start.year), DatePoint(end_.latest[0])
    return (str(EdtfDate(start, end_, is_interval=True)),)


def _point(text: str) -> _Dates:
    """A date with or without what makes it approximate or uncertain."""
    qualifiers = set()
    for qualifier, words in (("~", _APPROXIMATE), ("?", _UNCERTAIN)):
        for pattern in (rf"^{words} ?(?=.*[0-9])", rf"(?:(?<=[0-9]) ?|(?<=\S) ){words}$"):
            if re.search(pattern, text) and not re.fullmatch(r"[0-9]{2,3}\?+", text):
                text = re.sub(pattern, "", text, count=1).strip()
                qualifiers.add(qualifier)
    qualifier = "%" if len(qualifiers) > 1 else "".join(qualifiers)
    known = (form(text) for form in _FORMS)
    return tuple(f"{date}{qualifier}" for date in next(filter(None, known), ()))


def _year_first(text: str) -> _Dates:
    found = re.fullmatch(
        r"([0-9]{4})[-./–]([0-9]{1,2})(?:[-./–]([0-9]{1,2}))?(?:[t ][0-9:.z+-]*)?", text
    )
    return _dates(found[1], found[2], found[3]) if found else ()


def _day_first(text: str) -> _Dates:
    """With slashes or hyphens, some people put the month first."""
    found = re.fullmatch(r"([0-9]{1,2})(\. ?|[/-])([0-9]{1,2})(?:\. ?|[/-])([0-9]{4})", text)
    if found is None:
        return ()
    day_first = _dates(found[4], found[3], found[1])
    return day_first if "." in found[2] else (*day_first, *_dates(found[4], found[1], found[3]))


def _named_month(text: str) -> _Dates:
    found = re.fullmatch(
        r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|\.|º)? (?:de |of )?)?(?P<name>[^\W\d_]+)\.?,? "
        r"(?:de )?(?P<year>[0-9]{4})(?: ?г\.?)?",
        text,
    ) or re.fullmatch(
        r"(?P<name>[^\W\d_]+)\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})", text
    )
    if found is None:
        return ()
    if found["name"] in _SEASONS and not found["day"]:
        return (f"{found['year']}-{_SEASONS[found['name']]}",)
    month = month_named(found["name"])
    return _dates(found["year"], month, found["day"]) if month else ()


def _dates(year: str, month: str | int, day: str | None) -> _Dates:
    text = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return (text,) if is_date(text) else ()


def _stretch(text: str) -> _Dates:
    """``1980s``, ``198?``, ``19--``."""
    found = re.fullmatch(r"(?:the )?([0-9]{3})0(?:'|’)?(?:s|er(?: jahre)?|-е|х)", text)
    if found:
        whole = f"{found[1]}X"
        return (whole, f"{found[1][:2]}XX") if found[1][2] == "0" else (whole,)
    found = re.fullmatch(r"([0-9]{2,3})([x?_–-]{1,2})", text)
    return (f"{found[1]}{'X' * (4 - len(found[1]))}",) if found and len(text) <= 4 else ()


def _century(text: str) -> _Dates:
    found = re.fullmatch(
        rf"(?:the )?(?:(\d{{1,2}})(?:st|nd|rd|th|e|ème|\.|-й|-е)?|([ivx]+)(?:e|ème)?)"
        rf"[ .-]?{_CENTURY}"
        rf"(?: ({_BEFORE_ERA}))?",
        text,
    ) or re.fullmatch(r"(?:si[eè]cle|siglo|s[eé]culo) (?:(\d{1,2})|([ivx]+))()", text)
    if found is None:
        return ()
    number = int(found[1]) if found[1] else _roman(found[2])
    return (f"{'-' if found[3] else ''}{number - 1:02d}XX",) if number else ()


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _year(text: str) -> _Dates:
    """``44 BC``, ``AD 79``, ``12,000 BC``, ``800``."""
    found = re.fullmatch(
        rf"(?:({_OF_ERA}) )?([0-9]{{1,3}}(?:[, .][0-9]{{3}})+|[0-9]+) ?"
        rf"({_BEFORE_ERA})?({_OF_ERA})?",
        text,
    )
    if found is None:
        return ()
    digits = re.sub(r"\D", "", found[2]).lstrip("0")
    is_said = any(found.group(1, 3, 4))
    if not 3 <= len(digits) <= 9 and not (is_said and digits):
        return ()
    sign = "-" if found[3] else ""
    return (f"Y{sign}{digits}" if len(digits) > 4 else f"{sign}{digits:0>4}",)


_FORMS: Iterable[Callable[[str], _Dates]] = (
    _year_first,
    _day_first,
    _named_month,
    _stretch,
    _century,
    _year,
)
