"""Make up words and names that look like language but mean nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

VOCABULARY_SIZE = 12_000
_ZIPF_OFFSET = 2.7
"""Mandelbrot's correction: without it, every tenth word would be the commonest one."""

_ONSETS = ("", "", *"bcdfghlmnprstvwbdlmnrst", "br", "ch", "dr", "gr", "pl", "sh", "st", "th", "tr")
_NUCLEI = (*"aeiouaeioae", "ea", "ou", "ai", "io", "é", "ö")
_CODAS = ("", "", "", "", "", "", "", *"nnrrstlm", "nd", "st", "ng", "ck")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words with the distribution of natural texts: the r-th commonest has weight 1/(r + 2.7).

    Attributes:
        words: the commonest first.
        cumulative_weights: for `random.Random.choices`.
    """

    words: tuple[str, ...]
    cumulative_weights: tuple[float, ...]

    def draw(self, random: Random, count: int) -> list[str]:
        """Words of a running text."""
        return random.choices(self.words, cum_weights=self.cumulative_weights, k=count)


@cache
def vocabulary(seed: int) -> Vocabulary:
    """The words that all texts of one seed are made of."""
    random = Random(f"vocabulary {seed}")
    words: dict[str, None] = {}
    while len(words) < VOCABULARY_SIZE:
        words.setdefault(_word(random, _syllables(random, rank=len(words))))
    weights = accumulate(1 / (rank + _ZIPF_OFFSET) for rank in range(1, VOCABULARY_SIZE + 1))
    return Vocabulary(tuple(words), tuple(weights))


def names(seed: int) -> Iterator[str]:
    """An endless series of different names that are not words of the vocabulary.

    So a text has exactly the names that were put into it, whatever the size of the glossary. Names
    are often parts of words, as in any language.
    """
    random = Random(f"names {seed}")
    taken = set(vocabulary(seed).words)
    while True:
        name = _word(random, random.choice((2, 2, 3)))
        if len(name) >= 5 and name not in taken:
            taken.add(name)
            yield name.capitalize()


def _syllables(random: Random, rank: int) -> int:
    """Common words are short."""
    if rank < 200:
        return 1
    return random.choice((1, 2) if rank < 1200 else (2, 2, 3))


def _word(random: Random, syllables: int) -> str:
    return "".join(
        random.choice(part) for _ in range(syllables) for part in (_ONSETS, _NUCLEI, _CODAS)
    )
