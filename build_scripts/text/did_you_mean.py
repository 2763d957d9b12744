"""Guess which of the known names was meant, for "did you mean" hints."""

import difflib
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Indel

_SHORT = 2
_ROUNDING = 0.001


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice that was probably meant, or an empty string.

    Capitals do not count, nor do hyphens or blanks instead of underscores.
    """
    return _nearest(word, choices if isinstance(choices, frozenset) else frozenset(choices))


@lru_cache(maxsize=1_024)
def _nearest(word: str, choices: frozenset[str]) -> str:
    by_plain_form = _by_plain_form(choices)
    plain = _plain(word)
    if plain in by_plain_form:
        return by_plain_form[plain]
    # Most short words share half of their letters with some other word.
    likeness = 0.6 if len(plain) > _SHORT else 0.75
    best = max(_alike(plain, by_plain_form, likeness), default=None)
    return by_plain_form[best[1]] if best else ""


def _alike(plain: str, names: Iterable[str], likeness: float) -> Iterator[tuple[float, str]]:
    """The most alike of some names, and a few others, with how alike they are by difflib.

    The blocks that difflib finds in two words are a common subsequence. So the longest one says how
    alike the words can be at most, and it is found a hundred times as fast.
    """
    at_most = process.extract(
        plain,
        list(names),
        scorer=Indel.normalized_similarity,
        score_cutoff=likeness - _ROUNDING,
        limit=None,
    )
    matcher = difflib.SequenceMatcher(b=plain)
    for name, most, _ in at_most:  # the most alike first
        if most < likeness - _ROUNDING:
            return
        matcher.set_seq1(name)
        ratio = matcher.ratio()
        if ratio >= likeness:
            likeness = ratio
            yield ratio, name


@lru_cache(maxsize=16)
def _by_plain_form(choices: frozenset[str]) -> dict[str, str]:
    return {_plain(choice): choice for choice in sorted(choices, reverse=True)}


def did_you_mean(word: str, choices: Iterable[str], otherwise: str) -> str:
    """A hint with the choice that was probably meant, or else another hint."""
    guess = nearest(word, choices)
    return f"Did you mean `{guess}`?" if guess else otherwise


def names_meant(names: Iterable[str], known: set[str]) -> set[str]:
    """The known ids that are named, counting a misspelt name as the id that was meant.

    The misspelling is reported where it stands; that nothing else names this id is not a second
    mistake.
    """
    named = set(names)
    choices = frozenset(known)
    return (named & known) | {nearest(name, choices) for name in named - known}


def _plain(word: str) -> str:
    return word.strip().casefold().replace("-", "_").replace(" ", "_")
