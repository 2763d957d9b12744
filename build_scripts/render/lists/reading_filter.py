"""The form above a list of readings: by collection, language, author and date."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_scripts.model.reading import Reading
from build_scripts.render.interface import Interface
from build_scripts.render.language.interface_words import Words
from build_scripts.render.lists.filters import LISTED, Choices, Select, filter_html
from build_scripts.render.markdown_safe_html import Html
from build_scripts.render.page import one_line
from build_scripts.text.collation import sort_key
from build_scripts.text.edtf_dates import date_key, parsed_date, stretch_of_year

FEWEST = 10
"""Fewer readings are seen at a glance, and have no form above them."""
_LONGEST_IN_DECADES = 150
"""The longest time, in years, that is divided into decades and not into centuries."""


@dataclass(frozen=True, slots=True)
class ReadingFilter:
    """What readings can be chosen by.

    Attributes:
        total: the number of readings.
        in_decades: whether dates are divided into decades, not into centuries.
    """

    total: int
    in_decades: bool
    languages: Choices
    authors: Choices
    dates: Choices

    def values_of(self, reading: Reading) -> Mapping[str, str | None]:
        """The attributes by which a reading is found."""
        metadata = reading.metadata
        return {
            "data-language": metadata.language,
            "data-author": LISTED.join(_authors(reading)) or None,
            "data-date": _stretch(metadata.date, in_decades=self.in_decades) or None,
        }

    def form(
        self, interface: Interface, collections: Choices = (), *, is_part: bool = False
    ) -> Html:
        """The form; a control that offers no choice is left out."""
        controls = (
            Select("collection", "filter-collection", collections),
            Select("language", "filter-language", self.languages),
            Select("author", "filter-author", self.authors),
            Select("date", "filter-date", self.dates),
        )
        useful = (control for control in controls if len(control.choices) > 1)
        return filter_html(interface, useful, self.total, ".readings > li", is_part=is_part)


def reading_filter(words: Words, readings: Iterable[Reading]) -> ReadingFilter | None:
    """What these readings can be chosen by; None if there are few."""
    readings = tuple(readings)
    if len(readings) < FEWEST:
        return None
    years = [year for reading in readings if (year := _year(reading.metadata.date)) is not None]
    in_decades = bool(years) and max(years) - min(years) <= _LONGEST_IN_DECADES
    authors = {name for reading in readings for name in _authors(reading)}
    stretches = {_stretch(reading.metadata.date, in_decades=in_decades) for reading in readings}
    tags = {reading.metadata.language for reading in readings}
    languages = ((tag, words.language_name(tag)) for tag in tags)
    return ReadingFilter(
        len(readings),
        in_decades,
        tuple(sorted(languages, key=lambda choice: sort_key(choice[1], words.language))),
        tuple(
            (name, name)
            for name in sorted(authors, key=lambda name: sort_key(name, words.language))
        ),
        tuple(
            (stretch, words.date(stretch))
            for stretch in sorted(
                filter(None, stretches), key=lambda one: date_key(parsed_date(one))
            )
        ),
    )


def _authors(reading: Reading) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one_line(name.full) for name in reading.metadata.creators))


def _year(date: str) -> int | None:
    """The year in which a date begins, as historians count; None without one."""
    start = parsed_date(date).start if date else None
    return start.year if start is not None else None


def _stretch(date: str, *, in_decades: bool) -> str:
    """The decade or the century of a date, as the format of dates writes it; empty without one.

    Years of more than four digits have none.
    """
    year = _year(date)
    return stretch_of_year(year, in_decades=in_decades) if year is not None else ""
