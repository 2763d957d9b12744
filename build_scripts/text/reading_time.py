"""How long a text takes to read.

Words are what blanks separate. In scripts without spaces between words, characters are counted.
The rates are round numbers near those measured with adults who read silently: see "How long a text
takes" in docs/guide/how-to-read.md.
"""

import math
from functools import lru_cache
from typing import NamedTuple

import regex

from build_scripts.text.scripts_without_spaces import IDEOGRAPHIC, WITHOUT_SPACES

WORDS_A_MINUTE = 230
IDEOGRAPHS_A_MINUTE = 300
LETTERS_A_MINUTE = 1_000
"""Of Thai and its kin, where four or five letters are a word."""

_IDEOGRAPHS = regex.compile(rf"{IDEOGRAPHIC}(?<=\w)")
_LETTERS = regex.compile(rf"{WITHOUT_SPACES}(?<=\w)")
_LETTER = regex.compile(r"\w")


class Length(NamedTuple):
    """How long a text is, counted as its writing system is.

    Attributes:
        words: what blanks separate.
        ideographs: Han characters, kana and the like.
        letters: of the other scripts without spaces, with their marks.
    """

    words: int
    ideographs: int
    letters: int


def length_of(text: str) -> Length:
    """Count the words and characters of a text."""
    alphabet = "".join(set(text))  # most texts have no such characters: that is found out at once
    text, ideographs = _IDEOGRAPHS.subn(" ", text) if _IDEOGRAPHS.search(alphabet) else (text, 0)
    text, letters = _LETTERS.subn(" ", text) if _LETTERS.search(alphabet) else (text, 0)
    # Nearly all pieces begin with a letter; asking for that is five times as fast as a pattern.
    words = [piece for piece in text.split() if piece[0].isalpha() or _LETTER.search(piece)]
    return Length(len(words), ideographs, letters)


@lru_cache(maxsize=4)  # a page asks twice
def reading_minutes(text: str) -> int:
    """The minutes that a text takes; at least one."""
    words, ideographs, letters = length_of(text)
    minutes = words / WORDS_A_MINUTE + ideographs / IDEOGRAPHS_A_MINUTE + letters / LETTERS_A_MINUTE
    return max(1, math.ceil(minutes - 0.5))
