"""Which of the known names was probably meant: "did you mean"."""

import difflib
from collections.abc import Iterable

_SHORT = 2


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice that was probably meant, or an empty string.

    Capitals, and hyphens or blanks instead of underscores, count for nothing.
    """
    by_plain_form = {_plain(choice): choice for choice in sorted(choices, reverse=True)}
    plain = _plain(word)
    if plain in by_plain_form:
        return by_plain_form[plain]
    # Of short words, most have half of their letters in common with some other.
    likeness = 0.6 if len(plain) > _SHORT else 0.75
    found = difflib.get_close_matches(plain, by_plain_form, 1, likeness)
    return by_plain_form[found[0]] if found else ""


def did_you_mean(word: str, choices: Iterable[str], otherwise: str) -> str:
    """A hint with the choice that was probably meant, or else another hint."""
    guess = nearest(word, choices)
    return f"Did you mean `{guess}`?" if guess else otherwise


def names_meant(names: Iterable[str], known: set[str]) -> set[str]:
    """The known ids that are named, misprints included.

    A misspelt name is reported where it stands; that nothing else names what was meant is no
    second mistake.
    """
    named = set(names)
    return (named & known) | {nearest(name, known) for name in named - known}


def _plain(word: str) -> str:
    return word.strip().casefold().replace("-", "_").replace(" ", "_")
