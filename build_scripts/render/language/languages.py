"""What elements say of the language of their words, and the names of languages (CLDR, Babel)."""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from babel import Locale, UnknownLocaleError

from build_scripts.model.reading import Reading
from build_scripts.render.page import NO_ATTRIBUTES
from build_scripts.text.writing_direction import direction, first_direction
from build_scripts.words.catalogues import FALLBACK, wider

_LIKE_MOST_OF_THE_WORLD = {"en": "en_001"}
"""English without a country writes dates as outside the United States."""


@cache
def locale_of(tag: str) -> Locale:
    """The CLDR data of a language, or else of the next wider language, or else of English."""
    for wider_tag in (*wider(tag), FALLBACK):
        known_as = _LIKE_MOST_OF_THE_WORLD.get(wider_tag.lower(), wider_tag.replace("-", "_"))
        try:
            return Locale.parse(known_as)
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("CLDR knows English")


def reading_direction(reading: Reading) -> str:
    """``rtl`` or ``ltr``: the direction of the text of a reading."""
    return direction(reading.metadata.language, reading.source.text)


@lru_cache(maxsize=1_024)
def language_attributes(language: str, around: str, runs: str = "") -> Mapping[str, str | None]:
    """``lang`` and ``dir`` of an element, each only if it differs from the text around it.

    A wider tag does not differ: ``en`` needs no attribute inside ``en-US``. `runs` is the direction
    of the element, if more than its language is known of it.
    """
    runs = runs or direction(language)
    differs = runs != direction(around)
    if language in wider(around) and not differs:
        return NO_ATTRIBUTES
    return MappingProxyType({"lang": language, "dir": runs if differs else None})


def title_language(reading: Reading, around: str, title: str = "") -> Mapping[str, str | None]:
    """``lang`` and ``dir`` of a title, each only if it differs from the text around it.

    A title is taken to be in the language of its reading unless it runs in the other direction.
    An editor may supply a title in any language. Such a title is taken to be in the reading's
    language only if it does not run in the direction of the text around it.

    Args:
        reading: whose title it is.
        around: the language of the text around it.
        title: that of a part; otherwise that of the reading.
    """
    language, of_text = reading.metadata.language, reading_direction(reading)
    runs = first_direction(title or reading.metadata.title)
    if runs != of_text:
        return NO_ATTRIBUTES  # the style sheets let a title run as its first letter does
    if not title and reading.metadata.title_by == "editor" and runs == direction(around):
        return NO_ATTRIBUTES
    return language_attributes(language, around, runs)


@lru_cache(maxsize=4_096)
def language_name(tag: str, locale: Locale) -> tuple[str, str]:
    """The name of a language, and the names of its script, region and variants.

    The names are in the language of the locale. A subtag without a name in CLDR is shown as it is.
    """
    language, *subtags = tag.split("-")
    name = locale.languages.get(language.lower())
    if name is None:
        return tag, ""
    return str(name), ", ".join(_subtag_name(locale, subtag) for subtag in subtags)


def _subtag_name(locale: Locale, subtag: str) -> str:
    known = locale.scripts.get(subtag.title()) or locale.territories.get(subtag.upper())
    return str(known or locale.variants.get(subtag.upper()) or subtag)
