"""Write sources as CSL-JSON, the form in which programs exchange references of CSL."""

from build_scripts.model.annotation import NO_DATE, Name, Reference
from build_scripts.model.csl_variables import DATES
from build_scripts.render.language.interface_words import Words
from build_scripts.text.edtf_dates import DatePoint, EdtfDate, parsed_date

Value = str | int | bool | list["Value"] | dict[str, "Value"]


def csl_item(reference: Reference, words: Words) -> dict[str, Value]:
    """A source as an item of CSL-JSON, without what is not known."""
    dates = {"issued": reference.issued, "accessed": reference.accessed}
    dates |= {name: value for name, value in reference.more.items() if name in DATES}
    known: dict[str, Value] = {
        "id": reference.id,
        "type": reference.type,
        "title": reference.title,
        "author": _people(reference.author),
        **{role: _people(people) for role, people in reference.people.items()},
        "publisher": reference.publisher,
        "container-title": reference.container_title,
        **{name: value for name, value in reference.more.items() if name not in DATES},
        **{name: csl_date(value, words) for name, value in dates.items() if value},
        "language": reference.language,
        "URL": reference.url,
        "note": reference.note,
    }
    return {name: value for name, value in known.items() if value}


def csl_date(written: str, words: Words) -> dict[str, Value]:
    """A date as CSL has it; one with an open end, which CSL has not, is in words."""
    if written == NO_DATE:
        return {}
    date = parsed_date(written)
    if date.start is None or date.end is None:
        return {"literal": words.date(written)}
    known: dict[str, Value] = {"date-parts": [*_parts(date)]}
    if not date.is_interval and date.start.season:
        known["season"] = date.start.season
    if date.start.is_fuzzy or date.end.is_fuzzy or date.start.years > 1:
        known["circa"] = True
    return known


def _parts(date: EdtfDate) -> list[Value]:
    ends = [date.start, date.end] if date.is_interval else [date.start]
    parts: list[Value] = [_numbers(point) for point in ends if point]
    if not date.is_interval and date.start and date.start.years > 1:
        parts.append([date.start.year + date.start.years - 1])
    return parts


def _numbers(point: DatePoint) -> list[Value]:
    return [point.year, *filter(None, (point.month, point.day))]


def _people(people: tuple[Name, ...]) -> list[Value]:
    return [*map(_name, people)]


def _name(name: Name) -> dict[str, Value]:
    known: dict[str, Value] = {
        "literal": name.literal,
        "family": name.family,
        "given": name.given,
    }
    return {part: value for part, value in known.items() if value}
