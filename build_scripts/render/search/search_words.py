"""Find the words by which a search finds a text, besides the words of the text itself."""

from collections.abc import Iterable
from functools import lru_cache

import regex

_LETTER = r"[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]"
_WORD = regex.compile(rf"{_LETTER}+(?:['’‘ʼ]{_LETTER}+)*")


def words_in(texts: Iterable[str]) -> set[str]:
    """The words of some texts, in small letters."""
    return {word for text in texts for word in _words(text)}


@lru_cache(maxsize=16_384)  # the names of a term come back with every paragraph that mentions it
def _words(text: str) -> tuple[str, ...]:
    return tuple({word.lower(): None for word in _WORD.findall(text)})


def further_words(shown: Iterable[str], meant: Iterable[str]) -> tuple[str, ...]:
    """The words of `meant` that a text does not contain; sorted.

    Accents and the like need no words of their own: the search leaves them out on both sides.

    Args:
        shown: the text.
        meant: names for what the text is about: spellings, translations, corrections.
    """
    return tuple(sorted(words_in(meant) - words_in(shown)))
