"""How a source is named in a word or two: somebody and a year, with a letter where two agree."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from build_scripts.model.annotation import NO_DATE, Name, Reference
from build_scripts.render.language.messages import Words
from build_scripts.render.language.written_dates import year_of
from build_scripts.render.page import one_line, shorten
from build_scripts.text.numbers_as_letters import letters

_TITLE_AT_MOST = 40


class ShortCitation(NamedTuple):
    """A source in short.

    Attributes:
        label: all of it, ``Belsat 2021a``.
        year: with its letter, as the full form repeats it.
    """

    label: str
    year: str


def short_citations(references: Iterable[Reference], words: Words) -> Mapping[str, ShortCitation]:
    """The short forms of all sources of a site, by id; on every page they are the same."""
    named = {reference.id: (_name(reference, words), reference) for reference in references}
    found: dict[str, ShortCitation] = {}
    in_order = sorted(
        named.items(),
        key=lambda item: (item[1][0], _year(item[1][1]), *_rank(item[1][1])),
    )
    for _, group in groupby(in_order, key=lambda item: (item[1][0], _year(item[1][1]))):
        members = list(group)
        for number, (key, (name, reference)) in enumerate(members, start=1):
            year = _year(reference)
            letter = letters(number) if len(members) > 1 else ""
            shown = _with_letter(words, year, letter)
            label = words.text("short-citation", name=name, year=shown)
            found[key] = ShortCitation(label, shown)
    return found


def by_short_form(
    references: Iterable[Reference], short: Mapping[str, ShortCitation]
) -> list[Reference]:
    """Sources in the order of their short forms."""
    return sorted(references, key=lambda one: (short[one.id].label.casefold(), one.id))


def _with_letter(words: Words, year: str, letter: str) -> str:
    if year:
        return f"{words.date(year)}{letter}"
    undated = words.text("undated")
    return f"{undated}-{letter}" if letter else undated


def _year(reference: Reference) -> str:
    if not reference.issued or reference.issued == NO_DATE:
        return ""
    return year_of(reference.issued)


def _rank(reference: Reference) -> tuple[str, str, str]:
    return reference.issued, reference.title, reference.id


def _name(reference: Reference, words: Words) -> str:
    """The families of one or two people; who published it; failing that the title."""
    people = [one_line(_short(name)) for name in reference.author]
    if len(people) > 2:
        return words.text("short-citation-others", name=people[0])
    if len(people) == 2:
        return words.text("short-citation-two", first=people[0], second=people[1])
    names = (*people, one_line(reference.publisher), one_line(reference.container_title))
    named = next((name for name in names if name), "")
    return named or shorten(reference.title, _TITLE_AT_MOST) or reference.id


def _short(name: Name) -> str:
    return name.family or name.literal
