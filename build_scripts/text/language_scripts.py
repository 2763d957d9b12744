"""The script that a language is written in, by its BCP 47 tag: from the Unicode CLDR (ICU)."""

from functools import cache

import icu

_NOT_SAID = frozenset(("", "und", "mul", "zxx", "mis"))
"""Tags of no one language. CLDR would take English for the likely one."""

_STYLES = {
    **dict.fromkeys(("Latf", "Latg"), "Latn"),
    **dict.fromkeys(("Syre", "Syrj", "Syrn"), "Syrc"),
    "Aran": "Arab",
    "Cyrs": "Cyrl",
}
"""ISO 15924's codes for a style of a script, such as Nastaliq, and the script. Unicode's data are
about scripts."""


def locale_for_tag(tag: str) -> icu.Locale:
    """The locale of a language tag; the root locale for a tag that is not well-formed."""
    try:
        return icu.Locale.forLanguageTag(tag)
    except (icu.ICUError, icu.InvalidArgsError):
        return icu.Locale.getRoot()


@cache
def script_of(tag: str) -> str:
    """The ISO 15924 code of the script of a language; empty if nobody knows it.

    It is the script that the tag names (``az-Arab``), or else the likely one according to CLDR
    (``hbo``: Hebrew). A style such as Nastaliq counts as its script. Not all
    languages have one: ``mul``, ``und``, ``qaa``.
    """
    locale = locale_for_tag(tag)
    script = str(locale.getScript())
    if not script and str(locale.getLanguage()) not in _NOT_SAID:
        script = str(locale.addLikelySubtags().getScript())
    return _STYLES.get(script, script)
