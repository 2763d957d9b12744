"""The words of the interface in one language, as text and as markup.

A translation is text, whatever it contains. For markup, the text is escaped once, before values
are filled in, so that a value may be a link.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain, starmap

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Transformer

from build_scripts.render import markdown_safe_html as html
from build_scripts.render.language.dates_in_words import date_in_words
from build_scripts.render.language.languages import (
    language_name,
    locale_of,
)
from build_scripts.render.language.plain_messages import plain_messages
from build_scripts.render.markdown_safe_html import Html, raw_block_safe
from build_scripts.text.edtf_dates import DatePoint, EdtfDate, in_years, parsed_date, period
from build_scripts.text.quotation_marks import QuotationMarks, marks_around, marks_inside, quoted
from build_scripts.text.writing_direction import RIGHT_TO_LEFT, direction
from build_scripts.words.catalogues import FALLBACK, has_words, layers
from build_scripts.words.filled_by_scripts import is_filled_by_scripts

_FIRST_STRONG_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
_PLACE = "…"
_LONGEST_FOR_FLUENT = 200
"""A longer value is put in after formatting."""
_BEGIN, _END = "\ufdd0", "\ufdd1"
"""Noncharacters: they stand around the number of a value that is put in later."""
_STAND_IN = re.compile(f"{_BEGIN}([0-9]+){_END}")

_MAY_BE_KEY = re.compile(r"(?:[A-Za-z][A-Za-z0-9_-]*|-?[0-9.]+)\Z")
"""The names of variants in a catalogue, with which it compares values."""
_MOST_READY = 8_192

_Value = str | int
_Layers = tuple[tuple[str, tuple[str, ...]], ...]


class Words:
    """All messages in one language; wider languages and English supply the missing ones.

    Attributes:
        language: its tag.
        direction: ``ltr`` or ``rtl``.
        locale: its data in the Unicode CLDR.
    """

    def __init__(self, language: str, catalogues: _Layers) -> None:
        self.language = language
        self.direction = direction(language)
        self.locale: Locale = locale_of(language)
        as_text = [(tag, [*map(FluentResource, texts)]) for tag, texts in catalogues]
        as_markup = [
            (tag, [_Escaping().visit(FluentResource(text)) for text in texts])
            for tag, texts in catalogues
        ]
        self._as_text = tuple(starmap(_bundle, as_text))
        self._as_markup = tuple(starmap(_bundle, as_markup))
        self._plain = plain_messages(chain(*(resources for _, resources in as_text)))
        self._plain_markup = plain_messages(chain(*(resources for _, resources in as_markup)))
        # Half of what is asked for is fixed.
        self._fixed = {
            name: plain.template for name, plain in self._plain.items() if not plain.names
        }
        self._fixed_markup = {
            name: raw_block_safe(plain.template)
            for name, plain in self._plain_markup.items()
            if not plain.names
        }
        self._dates: dict[str, str] = {}
        self._cited_years: dict[str, str] = {}
        self._ready: dict[tuple[object, ...], str] = {}
        self._ready_markup: dict[tuple[object, ...], str] = {}

    def __contains__(self, message: str) -> bool:
        """Whether a catalogue has a message of this name."""
        return any(bundle.has_message(message) for bundle in self._as_text)

    def text(self, message: str, /, **values: _Value) -> str:
        """A message as plain text; values that run in the other direction are isolated.

        Args:
            message: its name.
            values: the values to fill in. A number selects the plural and is formatted for the
                language. A number that is only a name, such as a paragraph's, is passed as text.
        """
        fixed = self._fixed.get(message)
        if fixed is not None:
            return fixed
        isolated = {
            name: self._isolated(value) if isinstance(value, str) else value
            for name, value in values.items()
        }
        plain = self._plain.get(message)
        if plain is not None and (filled := plain.filled(isolated)) is not None:
            return filled
        key = (message, *isolated.items())
        formatted = self._ready.get(key)
        if formatted is None:
            formatted = self._ready[key] = _formatted(self._as_text, message, isolated)
        return formatted

    def for_programs(self, message: str, /, **values: _Value) -> str:
        """The same without isolation, whose invisible characters other programs would keep."""
        return _formatted(self._as_text, message, values)

    def for_script(self, message: str, /, **places: str) -> str:
        """A message as plain text, with places where a script of the page fills in values.

        Args:
            message: its name; `is_filled_by_scripts` knows it, so that no catalogue leaves a place
                out.
            places: for each variable what the script looks for.
        """
        if not is_filled_by_scripts(message):
            raise LookupError(f"catalogues may leave out the variables of {message!r}")
        return self.text(message, **places)

    def html(self, message: str, /, **values: Html | int) -> Html:
        """A message as markup.

        Args:
            message: its name.
            values: the values to fill in: finished markup, or numbers as in `text`.
        """
        fixed = self._fixed_markup.get(message)
        if fixed is not None:
            return fixed
        plain = self._plain_markup.get(message)
        if plain is not None and (filled := plain.filled(values)) is not None:
            return raw_block_safe(filled)
        # Markup is rarely the same twice, but the words around it are.
        later: list[str] = []
        for_fluent = {name: _for_fluent(value, later) for name, value in values.items()}
        key = (message, *for_fluent.items())
        formatted = self._ready_markup.get(key)
        if formatted is None:
            formatted = _by_fluent(self._as_markup, message, for_fluent)
            if len(self._ready_markup) < _MOST_READY:
                self._ready_markup[key] = formatted
        return raw_block_safe(_with(later, formatted))

    def quoted(self, words: str) -> str:
        """Words in quotation marks; marks inside them are of the inner kind."""
        if self._quotation_marks is not None:
            words = quoted(words, self._quotation_marks)
        return self.text("quotation", words=words)

    @cached_property
    def _quotation_marks(self) -> QuotationMarks | None:
        """The marks that a catalogue puts around a quotation, with those inside it."""
        around = marks_around(*self.text("quotation", words=_PLACE).split(_PLACE, 1))
        return marks_inside(around, self.language) if around is not None else None

    def language_name(self, tag: str) -> str:
        """The name of a language, with the names of its script, region and variants."""
        name, details = language_name(tag, self.locale)
        if not details:
            return name
        return self.text("language-with-details", language=name, details=details)

    def date(self, written: str) -> str:
        """A date of the Extended Date/Time Format in words."""
        said = self._dates.get(written)
        if said is None:
            said = self._dates[written] = date_in_words(self, parsed_date(written))
        return said

    def period(self, start: str, end: str) -> str:
        """A date, or a first and last date."""
        return date_in_words(self, period(start, end))

    def years(self, first: int, last: int) -> str:
        """A year, or a first and last year, also those that the format of dates cannot write."""
        start, end = DatePoint(first), DatePoint(last)
        return date_in_words(self, EdtfDate(start, end, is_interval=first != last))

    def cited_year(self, written: str) -> str:
        """A date as citations have it: the year, or a season; months and days are left out."""
        said = self._cited_years.get(written)
        if said is None:
            said = self._cited_years[written] = self._cited_year(parsed_date(written))
        return said

    def _cited_year(self, date: EdtfDate) -> str:
        has_season = date.start is not None and date.start.season and not date.is_interval
        return date_in_words(self, date if has_season else in_years(date), short=True)

    def joined(self, names: Iterable[str]) -> str:
        """Names in a row, with commas."""
        return self.text("comma").join(names)

    def listed(self, names: Iterable[str]) -> Html:
        """Names in a row, with commas; those that run in the other direction are isolated."""
        return Html(self.html("comma").join(map(self.isolated, names)))

    def isolated(self, value: str) -> Html:
        """A value inside a line of the interface, isolated if it runs in the other direction.

        Without that, a date or a number after it would be drawn among its words.
        """
        return html.text(self._isolated(value))

    def _isolated(self, value: str) -> str:
        if value.isascii() and self.direction == "ltr":
            return value
        kinds = set(map(unicodedata.bidirectional, value))
        against = {"L"} if self.direction == "rtl" else RIGHT_TO_LEFT
        if kinds.isdisjoint(against):
            return value
        return f"{_FIRST_STRONG_ISOLATE}{value}{_END_OF_ISOLATE}"


def words_of(language: str, of_project: Mapping[str, str]) -> Words:
    """The words of a language; all of English for a language without a catalogue.

    Then dates and numbers are English too, and the language of these words is English.

    Args:
        language: its tag.
        of_project: the project's own catalogues, by tag.
    """
    spoken = language if has_words(language, of_project) else FALLBACK
    return _words(spoken, layers(spoken, of_project))


@lru_cache(maxsize=64)
def _words(language: str, catalogues: _Layers) -> Words:
    """Cached by content: `mkdocs serve` compiles a catalogue again only when it changes."""
    return Words(language, catalogues)


def _bundle(tag: str, resources: Iterable[ast.Resource]) -> FluentBundle:
    # Fluent would isolate every value, and the invisible marks would break a reader's search.
    bundle = FluentBundle([str(locale_of(tag))], use_isolating=False)
    for resource in resources:
        bundle.add_resource(resource)  # of two messages with one name, the first counts
    return bundle


class _Escaping(Transformer):
    """Escapes the text of a catalogue."""

    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:  # noqa: N802
        return ast.TextElement(html.text(node.value))

    def visit_StringLiteral(self, node: ast.StringLiteral) -> ast.StringLiteral:  # noqa: N802
        value = html.text(node.parse()["value"])
        return ast.StringLiteral(value.replace("\\", r"\\").replace('"', r"\""))


def _formatted(
    bundles: tuple[FluentBundle, ...], message: str, values: Mapping[str, _Value]
) -> str:
    """A message in the first language that has it and can format it.

    Fluent's runtime refuses a value of more than 2,500 characters, and a few placeables with
    shorter ones. So it never sees a long value, but a stand-in, which is replaced afterwards.

    Raises:
        LookupError: not even English can; this is a bug.
    """
    later: list[str] = []
    for_fluent = {name: _for_fluent(value, later) for name, value in values.items()}
    return _with(later, _by_fluent(bundles, message, for_fluent))


def _by_fluent(bundles: tuple[FluentBundle, ...], message: str, values: dict[str, _Value]) -> str:
    faults: list[Exception] = []
    for bundle in bundles:
        if not bundle.has_message(message):
            continue
        pattern = bundle.get_message(message).value
        if pattern is None:
            continue
        formatted, errors = bundle.format_pattern(pattern, values)
        if not errors:
            return str(formatted)
        faults += errors
    raise LookupError(f"no catalogue can format {message!r} with {sorted(values)}: {faults}")


def _with(later: Sequence[str], formatted: str) -> str:
    """A message with the values that Fluent has not seen in place of their stand-ins."""
    return _STAND_IN.sub(lambda found: later[int(found[1])], formatted) if later else formatted


def _for_fluent(value: _Value, later: list[str]) -> _Value:
    """The value itself, or a stand-in for a text that no catalogue can compare with anything.

    What has a stand-in joins those to be put in `later`.
    """
    if isinstance(value, int) or (len(value) <= _LONGEST_FOR_FLUENT and _MAY_BE_KEY.match(value)):
        return value
    later.append(value)
    return f"{_BEGIN}{len(later) - 1}{_END}"
