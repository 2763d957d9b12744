"""Whether two spellings are likely to be of one name."""

from rapidfuzz.distance import OSA

from build_scripts.suggest.reading_words import plain
from build_scripts.suggest.sounds import sound

_LEAST_LETTERS = 5
_LONG = 9
_LEAST_SOUND = 6


def is_variant(one: str, other: str) -> bool:
    """Whether two names are nearly the same.

    Of words with at least five letters, one may differ; of those with nine, two; or they sound
    alike. The first letter must be the same, or sound the same. A name made longer at its end is
    no other spelling of it, but may well be another word.

    Args:
        one: a word.
        other: another one.
    """
    first, second = plain(one), plain(other)
    shorter, longer = sorted((first, second), key=len)
    if first == second:
        return one != other
    if len(shorter) < _LEAST_LETTERS or longer.startswith(shorter):
        return False
    most = 2 if len(shorter) >= _LONG else 1
    if first[0] == second[0] and OSA.distance(first, second, score_cutoff=most) <= most:
        return True
    sounds = sound(one), sound(other)
    return sounds[0] == sounds[1] and len(sounds[0]) >= _LEAST_SOUND
