"""Directions and names of languages by BCP 47 tag, from the Unicode CLDR (Babel)."""

import unicodedata
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

from build_scripts.model.reading import Reading
from build_scripts.words.catalogues import FALLBACK, wider

_RIGHT_TO_LEFT = {"R", "AL"}
_STRONG = {"L"} | _RIGHT_TO_LEFT
_LIKE_MOST_OF_THE_WORLD = {"en": "en_001"}
"""Plain English, without a country: its dates are written as outside of the United States."""


@cache
def direction(tag: str) -> str:
    """``rtl`` or ``ltr``; ``ltr`` for a language that CLDR does not know."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return "ltr"
    return "rtl" if locale.character_order == "right-to-left" else "ltr"


@cache
def locale_of(tag: str) -> Locale:
    """What CLDR knows of a language, or of the next wider one that it knows; else of English."""
    for wider_tag in (*wider(tag), FALLBACK):
        known_as = _LIKE_MOST_OF_THE_WORLD.get(wider_tag.lower(), wider_tag.replace("-", "_"))
        try:
            return Locale.parse(known_as)
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("CLDR knows English")


def language_attributes(language: str, around: str) -> dict[str, str | None]:
    """``lang`` and ``dir`` of an element, each only where it differs from what is around it.

    Plain English inside of American English does not: the wider tag says nothing else.
    """
    differs = direction(language) != direction(around)
    if language in wider(around) and not differs:
        return {}
    return {"lang": language, "dir": direction(language) if differs else None}


def title_language(reading: Reading, around: str) -> dict[str, str | None]:
    """``lang`` and ``dir`` of a reading's title, each only where it differs from what is around it.

    A title is in the language of its text, unless it runs in the other direction. What an editor
    supplied may be in any language: it is taken for that of the text where it could be no other
    that is usual, which its direction shows.
    """
    language = reading.metadata.language
    runs = _runs(reading.metadata.title)
    if runs != direction(language):
        return {}
    if reading.metadata.title_by == "editor" and runs == direction(around):
        return {}
    return language_attributes(language, around)


def _runs(words: str) -> str:
    """The direction of the first letter, which is that of ``dir="auto"``."""
    kinds = (unicodedata.bidirectional(character) for character in words)
    return "rtl" if next((k for k in kinds if k in _STRONG), "L") in _RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=4_096)
def language_name(tag: str, locale: Locale) -> tuple[str, str]:
    """The name of a language, and the names of its script, region and variants.

    What CLDR has no name for is shown as it is written in the tag.

    Args:
        tag: of the language that is named.
        locale: of the language in which it is named.
    """
    language, *subtags = tag.split("-")
    name = locale.languages.get(language.lower())
    if name is None:
        return tag, ""
    return str(name), ", ".join(_subtag_name(locale, subtag) for subtag in subtags)


def _subtag_name(locale: Locale, subtag: str) -> str:
    known = locale.scripts.get(subtag.title()) or locale.territories.get(subtag.upper())
    return str(known or locale.variants.get(subtag.upper()) or subtag)
