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
    """The English name of a language, with its subtags; the tag itself where it is unknown."""
    language, _, rest = tag.partition("-")
    name = Locale("en").languages.get(language.lower())
    if name is None:
        return tag
    return f"{name} ({rest})" if rest else str(name)
