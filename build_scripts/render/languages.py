"""Directions and names of languages by BCP 47 tag, from the Unicode CLDR (Babel)."""

from functools import cache

from babel import Locale, UnknownLocaleError


@cache
def direction(tag: str) -> str:
    """``rtl`` or ``ltr``; ``ltr`` for a language that CLDR does not know."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return "ltr"
    return "rtl" if locale.character_order == "right-to-left" else "ltr"


@cache
def language_name(tag: str) -> str:
    """The English name of a language, with those of its script, region and variants.

    What CLDR has no name for is shown as it is written in the tag.
    """
    language, *subtags = tag.split("-")
    english = Locale("en")
    name = english.languages.get(language.lower())
    if name is None:
        return tag
    names = ", ".join(_subtag_name(english, subtag) for subtag in subtags)
    return f"{name} ({names})" if names else str(name)


def _subtag_name(english: Locale, subtag: str) -> str:
    known = english.scripts.get(subtag.title()) or english.territories.get(subtag.upper())
    return str(known or english.variants.get(subtag.upper()) or subtag)
