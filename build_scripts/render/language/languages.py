"""Names and writing directions of languages by BCP 47 tag, from the Unicode CLDR (Babel)."""

import unicodedata
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

from build_scripts.model.reading import Reading
from build_scripts.words.catalogues import FALLBACK, wider

RIGHT_TO_LEFT = frozenset(("R", "AL"))
"""The bidirectional classes of letters that run from right to left."""

_STRONG = {"L"} | RIGHT_TO_LEFT
_LIKE_MOST_OF_THE_WORLD = {"en": "en_001"}
"""English without a country writes dates as outside the United States."""


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
    """The CLDR data of a language, or else of the next wider language, or else of English."""
    for wider_tag in (*wider(tag), FALLBACK):
        known_as = _LIKE_MOST_OF_THE_WORLD.get(wider_tag.lower(), wider_tag.replace("-", "_"))
        try:
            return Locale.parse(known_as)
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("CLDR knows English")


def language_attributes(language: str, around: str) -> dict[str, str | None]:
    """``lang`` and ``dir`` of an element, each only if it differs from the text around it.

    A wider tag does not differ: ``en`` needs no attribute inside ``en-US``.
    """
    differs = direction(language) != direction(around)
    if language in wider(around) and not differs:
        return {}
    return {"lang": language, "dir": direction(language) if differs else None}


def title_language(reading: Reading, around: str) -> dict[str, str | None]:
    """``lang`` and ``dir`` of a reading's title, each only if it differs from the text around it.

    A title is taken to be in the language of its reading unless it runs in the other direction.
    An editor may supply a title in any language. Such a title is taken to be in the reading's
    language only if it does not run in the direction of the text around it.
    """
    language = reading.metadata.language
    runs = _runs(reading.metadata.title)
    if runs != direction(language):
        return {}
    if reading.metadata.title_by == "editor" and runs == direction(around):
        return {}
    return language_attributes(language, around)


def _runs(words: str) -> str:
    """The direction of the first letter, as ``dir="auto"`` finds it."""
    kinds = (unicodedata.bidirectional(character) for character in words)
    return "rtl" if next((k for k in kinds if k in _STRONG), "L") in RIGHT_TO_LEFT else "ltr"


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
