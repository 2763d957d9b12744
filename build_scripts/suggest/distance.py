"""How far two spellings are apart."""

from functools import lru_cache

import regex

from build_scripts.suggest.words import plain

FAR = 99
"""For what is farther apart than was asked for."""


def distance(one: str, other: str, most: int) -> int:
    """Letters put in, left out, changed, or exchanged with the next (Damerau-Levenshtein).

    Args:
        one: a word.
        other: another one.
        most: where it is more than this, the answer is `FAR`.
    """
    if abs(len(one) - len(other)) > most:
        return FAR
    before: list[int] = []
    last = [*range(len(other) + 1)]
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, other_letter in enumerate(other, start=1):
            cost = min(
                last[column] + 1,
                current[column - 1] + 1,
                last[column - 1] + (letter != other_letter),
            )
            if (
                row > 1
                and column > 1
                and letter == other[column - 2]
                and one[row - 2] == other_letter
            ):
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return FAR
        before, last = last, current
    return last[-1] if last[-1] <= most else FAR


# Where languages that write with Latin letters differ most in writing down the same foreign name.
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


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A rough notation of what a name in Latin letters sounds like, for comparing.

    It makes equal what transliterations from other scripts and languages make different, such as
    ``Evgeny`` and ``Yevgeni``, ``Tchaikovsky`` and ``Czajkowski``; it says nothing of how a word is
    really pronounced.
    """
    written = plain(word)
    for pattern, replacement in _SOUNDS:
        written = pattern.sub(replacement, written)
    return written
