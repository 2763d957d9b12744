"""Find the words by which a search finds a text, besides the words of the text itself."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import regex

_LETTER: Final = r"[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]"
_WORD: Final = regex.compile(rf"{_LETTER}+(?:['’‘ʼ]{_LETTER}+)*")
_BEFORE: Final = regex.compile(rf"(?<={_LETTER}['’‘ʼ]?)")
_AFTER: Final = regex.compile(rf"['’‘ʼ]?{_LETTER}")


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
    if not wanted:
        return ()
    lines = "\n".join(shown)
    small = lines.lower()
    if "Σ" in lines or len(small) != len(lines):  # what is small depends on the neighbours
        return tuple(sorted(wanted - words_in((lines,))))
    return tuple(sorted(word for word in wanted if not _has_word(small, word)))


def _has_word(text: str, word: str) -> bool:
    """Whether a word of a text, which is in small letters, is this one.

    It takes a third of the time of looking for all words.
    """
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if not (_BEFORE.match(text, place) or _AFTER.match(text, end)):
            return True
        place = text.find(word, place + 1)
    return False
