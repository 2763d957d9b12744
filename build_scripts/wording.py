"""Words that messages have in common: counts, values cut short, what was probably meant."""

import difflib
from collections.abc import Iterable


def counted(number: int, noun: str) -> str:
    """A number and its noun: ``1 time``, ``2 times``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


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


def shortened(value: object) -> str:
    """A value as it can be quoted in a message of one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"


_QUOTED = 60
_SHORT = 2


def _plain(word: str) -> str:
    return word.strip().casefold().replace("-", "_").replace(" ", "_")
