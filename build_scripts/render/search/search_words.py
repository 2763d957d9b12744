"""Find the words by which a search finds a text, besides the words of the text itself.

A search compares words letter by letter from their beginning. So the index also has what readers
may type for a word of the text: nothing else connects different spellings.
"""

from collections.abc import Iterable
from functools import lru_cache

import regex

from build_scripts.text.plain_letters import without_marks

_LETTER = r"[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]"
_WORD = regex.compile(rf"{_LETTER}+(?:['’‘ʼ]{_LETTER}+)*")
_APOSTROPHE = regex.compile("['’‘ʼ]")
_HAN = regex.compile(r"\p{Han}{2,}")
_SHORTEST_END = 3
"""So many letters after an apostrophe are a word of their own, as in dell’Unione."""


def words_in(texts: Iterable[str]) -> set[str]:
    """The words of some texts, as a search compares them."""
    return {word for text in texts for word in _words(text)}


@lru_cache(maxsize=16_384)  # the names of a term come back with every paragraph that mentions it
def _words(text: str) -> tuple[str, ...]:
    return tuple({word.lower(): None for word in _WORD.findall(text)})


def further_words(shown: Iterable[str], meant: Iterable[str] = ()) -> tuple[str, ...]:
    """The words by which a text is found although it does not contain them; sorted.

    They are the words of `meant`, and for all words other spellings and, in Chinese, pairs of
    characters.

    Args:
        shown: the text.
        meant: names for what the text is about: spellings, translations, corrections.
    """
    held = words_in(shown)
    wanted = held | words_in(meant)
    return tuple(sorted(wanted.union(*map(_spellings, wanted)) - held))


def spellings_of(names: Iterable[str]) -> tuple[str, ...]:
    """Other spellings of the words of some names; sorted."""
    held = words_in(names)
    return tuple(sorted(set[str]().union(*map(_spellings, held)) - held))


@lru_cache(maxsize=65_536)
def _spellings(word: str) -> frozenset[str]:
    """How a word may be typed: without marks, with another apostrophe, only a part of it."""
    if word.isascii() and "'" not in word:
        return frozenset()
    spellings = {without_marks(word)}
    pieces = _APOSTROPHE.split(word)
    if len(pieces) > 1:
        pieces = [without_marks(piece) for piece in pieces]
        spellings |= {"'".join(pieces), "’".join(pieces)}
        spellings.update(piece for piece in pieces[1:] if len(piece) >= _SHORTEST_END)
    for run in _HAN.findall(word):
        spellings.update(run[start : start + 2] for start in range(len(run) - 1))
    return frozenset(spellings - {word})
