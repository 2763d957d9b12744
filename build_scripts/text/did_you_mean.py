"""Guess which of the known names was meant, for "did you mean" hints."""

import difflib
from collections.abc import Iterable

_SHORT = 2


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice that was probably meant, or an empty string.

    Capitals do not count, nor do hyphens or blanks instead of underscores.
    """
    by_plain_form = {_plain(choice): choice for choice in sorted(choices, reverse=True)}
    plain = _plain(word)
    if plain in by_plain_form:
        return by_plain_form[plain]
    # Most short words share half of their letters with some other word.
    likeness = 0.6 if len(plain) > _SHORT else 0.75
    matches = difflib.get_close_matches(plain, by_plain_form, 1, likeness)
    return by_plain_form[matches[0]] if matches else ""


def did_you_mean(word: str, choices: Iterable[str], otherwise: str) -> str:
    """A hint with the choice that was probably meant, or else another hint."""
    guess = nearest(word, choices)
    return f"Did you mean `{guess}`?" if guess else otherwise


def names_meant(names: Iterable[str], known: set[str]) -> set[str]:
    """The known ids that are named, counting a misspelt name as the id that was meant.

    The misspelling is reported where it stands; that nothing else names this id is not a second
    mistake.
    """
    named = set(names)
    return (named & known) | {nearest(name, known) for name in named - known}


def _plain(word: str) -> str:
    return word.strip().casefold().replace("-", "_").replace(" ", "_")
