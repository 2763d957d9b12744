"""Names of months in the languages that people write, from the Unicode CLDR (Babel)."""

from functools import cache

from babel import Locale

_LANGUAGES = (
    *("en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu"),
    *("ro", "ru", "uk", "be", "bg", "sr", "hr", "el", "tr", "he", "ar", "hi", "la"),
)
_LEAST_LETTERS = 3


def month_named(name: str) -> int:
    """The number of a month, from 1, by its name or its beginning; 0 if that is not certain."""
    name = name.lower().rstrip(".")
    if len(name) < _LEAST_LETTERS:
        return 0
    return _english(name) or _any(name)


def _english(name: str) -> int:
    months = Locale("en").months["format"]["wide"]
    return next(
        (number for number, month in months.items() if month.lower().startswith(name[:3])), 0
    )


@cache
def _months() -> dict[str, set[int]]:
    named: dict[str, set[int]] = {}
    for language in _LANGUAGES:
        for context in Locale(language).months.values():
            for width in ("wide", "abbreviated"):
                for number, month in context[width].items():
                    named.setdefault(month.lower().rstrip("."), set()).add(number)
    return named


def _any(name: str) -> int:
    """Some names are different months in two languages, such as *listopad*."""
    numbers = _months().get(name, set())
    return next(iter(numbers)) if len(numbers) == 1 else 0
