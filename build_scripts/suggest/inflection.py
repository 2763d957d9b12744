"""Whether two words are forms of one word, with different endings."""

import regex
from rapidfuzz.distance import Prefix

_LEAST_STEM = 4
_LONGEST_ENDING = 3
_NAMES_STAY = (
    *("af", "br", "ca", "cy", "da", "de", "en", "eo", "es", "fr", "ga", "gd", "gl", "id", "it"),
    *("lb", "mg", "ms", "mt", "nb", "nl", "nn", "no", "oc", "pt", "rm", "sv", "sw", "tl", "vi"),
)
"""Languages without cases: in each sentence a name keeps its form, or takes an `s`."""

_OF_A_FATHER = regex.compile(r"(?:ич|вн|чн)(?:[аеуыи]|[ое][йм]|ам)?$")
"""The endings of East Slavonic patronymics: *Николаич* is not a form of *Николай*."""

_PLURALS = frozenset({"s", "es", "'s", "’s"})
_CASED = regex.compile(r"\p{Lu}|\p{Ll}")


def names_stay(language: str) -> bool:
    """Whether names have no cases in a language."""
    return language in _NAMES_STAY


def is_inflected(word: str, form: str, language: str) -> bool:
    """Whether a word is clearly a form of another word, with a different ending.

    If names have cases in the language, up to three letters may differ after a stem of at least
    four letters and two thirds of the word. Otherwise only the endings of plural and possessive
    may differ. Both words are in small letters.
    """
    if word == form or not _CASED.match(word):
        return False
    shared = Prefix.similarity(word, form)
    ending, other_ending = word[shared:], form[shared:]
    if names_stay(language):
        return shared >= _LEAST_STEM and (
            (ending in _PLURALS and not other_ending) or (other_ending in _PLURALS and not ending)
        )
    longest = max(len(word), len(form))
    if bool(_OF_A_FATHER.search(word)) != bool(_OF_A_FATHER.search(form)):
        return False
    return (
        shared >= _LEAST_STEM
        and 3 * shared >= 2 * longest
        and len(ending) <= _LONGEST_ENDING
        and len(other_ending) <= _LONGEST_ENDING - 1
    )


def stem_of_name(name: str) -> str:
    """The part of a name that derived words begin with: a long name loses its last letter."""
    return name[:-1] if len(name) > _LEAST_STEM + 1 else name


def stems_of_derived(word: str) -> tuple[str, ...]:
    """The stems that a word may be derived from, as `Persian` is derived from `Persia`."""
    lengths = range(max(_LEAST_STEM, len(word) - _LONGEST_ENDING - 1), len(word))
    return tuple(word[:length] for length in lengths)
