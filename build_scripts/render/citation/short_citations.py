"""Cite sources in short: a name and a year, with a letter if two sources share them."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from build_scripts.model.annotation import NO_DATE, Name, Reference
from build_scripts.render.language.interface_words import Words
from build_scripts.render.page import one_line, shorten
from build_scripts.text.collation import sort_key
from build_scripts.text.numbers_as_letters import letters

_TITLE_AT_MOST = 40


class ShortCitation(NamedTuple):
    """A source in short.

    Attributes:
        label: the whole, such as ``Belsat 2021a``.
        year: the year with its letter, as the full form repeats it.
    """

    label: str
    year: str


def short_citations(references: Iterable[Reference], words: Words) -> Mapping[str, ShortCitation]:
    """The short forms of all sources of a site, by source id; every page uses the same ones."""
    short: dict[str, ShortCitation] = {}
    keys = sorted((_name(r, words), _year(r, words), r.issued, r.title, r.id) for r in references)
    for (name, year), group in groupby(keys, key=lambda key: key[:2]):
        identifiers = [key[-1] for key in group]
        for number, identifier in enumerate(identifiers, start=1):
            letter = letters(number) if len(identifiers) > 1 else ""
            shown_year = _with_letter(words, year, letter)
            label = words.text("short-citation", name=name, year=shown_year)
            short[identifier] = ShortCitation(label, shown_year)
    return short


def by_short_form(
    references: Iterable[Reference], short: Mapping[str, ShortCitation], language: str
) -> list[Reference]:
    """Sources in the order of their short forms, by the rules of a language."""
    return sorted(references, key=lambda r: (sort_key(short[r.id].label, language), r.id))


def _with_letter(words: Words, year: str, letter: str) -> str:
    if year:
        return f"{year}{letter}"
    undated = words.text("undated")
    return f"{undated}-{letter}" if letter else undated


def _year(reference: Reference, words: Words) -> str:
    if not reference.issued or reference.issued == NO_DATE:
        return ""
    return words.cited_year(reference.issued)


def _name(reference: Reference, words: Words) -> str:
    """The family names of the authors or editors, or else the publisher or a title."""
    named_first = reference.author or reference.people.get("editor", ())
    people = [one_line(_short(name)) for name in named_first]
    if len(people) > 2:
        return words.text("short-citation-others", name=people[0])
    if len(people) == 2:
        return words.text("short-citation-two", first=people[0], second=people[1])
    names = (*people, one_line(reference.publisher), one_line(reference.container_title))
    named = next((name for name in names if name), "")
    return named or shorten(reference.title, _TITLE_AT_MOST) or reference.id


def _short(name: Name) -> str:
    return name.family or name.literal
