"""Find the words by which a search finds a text, besides the words of the text itself."""

from collections.abc import Iterable
from functools import lru_cache

import regex

_LETTER = r"[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]"
_WORD = regex.compile(rf"{_LETTER}+(?:['’‘ʼ]{_LETTER}+)*")


def words_in(texts: Iterable[str]) -> set[str]:
    """The words of some texts, in small letters."""
    return {word.lower() for text in texts for word in _WORD.findall(text)}


@lru_cache(maxsize=16_384)  # the names of a term come back with every paragraph that mentions it
def _words_of_name(name: str) -> frozenset[str]:
    return frozenset(words_in((name,)))


def further_words(shown: Iterable[str], meant: Iterable[str]) -> tuple[str, ...]:
    """The words of `meant` that a text does not contain; sorted.

    Accents and the like need no words of their own: the search leaves them out on both sides.

    Args:
        shown: the text.
        meant: names for what the text is about: spellings, translations, corrections.
    """
    wanted = frozenset().union(*map(_words_of_name, meant))
    return tuple(sorted(wanted - words_in(shown))) if wanted else ()
