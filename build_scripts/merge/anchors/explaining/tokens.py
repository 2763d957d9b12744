"""Split a text into words and other characters, for comparing passages."""

from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, normalize

import regex

from build_scripts.text.scripts_without_spaces import WITHOUT_SPACES

_TOKEN = regex.compile(
    rf"{WITHOUT_SPACES}\p{{M}}*|(?:(?!{WITHOUT_SPACES})[\p{{L}}\p{{M}}\p{{N}}\p{{Cf}}])+|[^\s]"
)
"""In scripts without spaces between words, each character counts as a word."""


class Token(NamedTuple):
    """A word, or a single character that does not belong to a word.

    Attributes:
        words: its characters.
        plain: the word in lower case without accents; empty for other characters.
    """

    start: int
    end: int
    words: str
    plain: str


@lru_cache(maxsize=8)
def tokens_of(text: str) -> tuple[Token, ...]:
    """All words and single characters of a text, in order."""
    return tuple(
        Token(match.start(), match.end(), match.group(), plain_word(match.group()))
        for match in _TOKEN.finditer(text)
    )


@lru_cache(maxsize=65_536)
def plain_word(word: str) -> str:
    """A word in lower case without accents; empty where it has no letter or digit."""
    letters = (c for c in normalize("NFD", word.casefold()) if category(c)[0] in "LN")
    return "".join(letters)
