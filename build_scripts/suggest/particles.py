"""Small words inside names: `University of Tartu`, `Ministère de la Culture`, `Ludwig van …`.

The tables cover some languages. In the others a name ends before a word without a capital.
"""

from functools import cache

_OF_PEOPLE = "da dos du van von der den zu af av bin ibn al el"
"""In names of people, in texts of any language."""
_OF_BOTH = "de del della di le la"
"""In names of people and of other things, in texts of any language."""

_KNOWN = {
    "ca": "de del dels d la les el els per",
    "da": "for af",
    "de": "von vom zu zum zur der des den für",
    "en": "of the for",
    "es": "de del la las los el para",
    "fr": "de du des la le les d pour",
    "it": "di del della dei delle degli dello d per la",
    "nb": "for av",
    "nl": "van der den de voor het",
    "pt": "de do da dos das para o a",
    "sv": "för av",
}
_PERSONAL = frozenset(_OF_PEOPLE.split())
_ARTICLES = frozenset(("the", "der", "den", "het", "el", "la", "los", "las", "le", "les", "o", "a"))
_AND = {
    "ca": "i",
    "da": "og",
    "de": "und",
    "en": "and",
    "es": "y e",
    "fr": "et",
    "it": "e ed",
    "nb": "og",
    "nl": "en",
    "pt": "e",
    "sv": "och",
}


@cache
def particles(language: str) -> frozenset[str]:
    """The small words inside names, in small letters.

    Args:
        language: without its variety.
    """
    return frozenset((f"{_OF_PEOPLE} {_OF_BOTH} {_KNOWN.get(language, '')}").split())


@cache
def conjunctions(language: str) -> frozenset[str]:
    """The words for *and*: they belong to a name only after one of its particles."""
    return frozenset(_AND.get(language, "").split())


def is_article(word: str) -> bool:
    """Whether a small word is an article, which does not continue a name: `Ada the …`."""
    return word in _ARTICLES


def is_of_people(word: str) -> bool:
    """Whether a small word stands only in names of people: `Otto von Moor`."""
    return word in _PERSONAL
