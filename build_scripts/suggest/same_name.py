"""Whether two spellings are likely to be of one name."""

from collections.abc import Iterator
from functools import lru_cache

import regex
from rapidfuzz.distance import OSA

from build_scripts.suggest.reading_words import plain

_LEAST_LETTERS = 5
_LEAST_SOUND = 6

# The Latin alphabets differ most in these letters when they write the same foreign name.
_SOUNDS = tuple(
    (regex.compile(pattern), sound)
    for pattern, sound in (
        (r"shch|szcz|sch|sh|sz|zh", "s"),
        (r"tch|ch|cz|ts|tz", "c"),
        (r"z|j(?=[aeou])", "s"),
        (r"kh|gh", "h"),
        (r"ph|v|w", "f"),
        (r"x", "ks"),
        (r"ck|q", "k"),
        (r"^[jy](?=e)", ""),
        (r"[jy]", "i"),
        (r"(.)\1+", r"\1"),
    )
)


def is_variant(one: str, other: str) -> bool:
    """Whether two different words are nearly the same name.

    The words sound alike, or differ in one letter, or two letters have changed places. Both have at
    least five letters and begin with the same letter or sound. A word that only goes on after the
    end of the other is not a variant: it may well be another word.
    """
    first, second = plain(one), plain(other)
    shorter, longer = sorted((first, second), key=len)
    if first == second:
        return one != other
    if len(shorter) < _LEAST_LETTERS or longer.startswith(shorter):
        return False
    if first[0] == second[0] and OSA.distance(first, second, score_cutoff=1) <= 1:
        return True
    return sounds_alike(one, other)


def sounds_alike(one: str, other: str) -> bool:
    """Whether two words may be transliterations of one name."""
    sounds = sound(one), sound(other)
    return sounds[0] == sounds[1] and len(sounds[0]) >= _LEAST_SOUND


def spellings_nearby(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters.

    Two words that differ in one letter have one of these in common.
    """
    yield word
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A rough notation of the sound of a name in Latin letters, for comparing.

    Transliterations of one name get the same notation: ``Evgeny`` and ``Yevgeni``, ``Tchaikovsky``
    and ``Czajkowski``. It does not say how a word is really pronounced.
    """
    written = plain(word)
    for pattern, replacement in _SOUNDS:
        written = pattern.sub(replacement, written)
    return written
