"""How long a text takes to read.

Words are what blanks separate. Some writing systems have none between words: their characters are
counted. The rates are round numbers near those measured of adults who read silently: see "How long
a text takes" in docs/guide/how-to-read.md.
"""

import math
import re
from typing import NamedTuple

WORDS_A_MINUTE = 230
IDEOGRAPHS_A_MINUTE = 300
LETTERS_A_MINUTE = 1_000
"""Of Thai, Lao, Burmese and Khmer, four or five of which are a word."""

# Kana, with the long vowel mark, and Han, with the extensions beyond the basic plane.
_IDEOGRAPHS = re.compile(
    "[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_LETTERS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_WORD = re.compile(r"\w\S*")


class Length(NamedTuple):
    """How long a text is, in what its writing system counts.

    Attributes:
        words: what blanks separate.
        ideographs: Han characters and kana.
        letters: of Thai, Lao, Burmese and Khmer.
    """

    words: int
    ideographs: int
    letters: int


def length_of(text: str) -> Length:
    """Count what a text consists of."""
    text, ideographs = _IDEOGRAPHS.subn(" ", text)
    text, letters = _LETTERS.subn(" ", text)
    return Length(len(_WORD.findall(text)), ideographs, letters)


def reading_minutes(text: str) -> int:
    """The minutes that a text takes; at least one."""
    words, ideographs, letters = length_of(text)
    minutes = words / WORDS_A_MINUTE + ideographs / IDEOGRAPHS_A_MINUTE + letters / LETTERS_A_MINUTE
    return max(1, math.ceil(minutes - 0.5))
