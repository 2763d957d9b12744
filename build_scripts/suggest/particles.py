"""Small words inside names: `University of Tartu`, `Ministère de la Culture`, `Ludwig van …`.

The tables cover some languages. In the others a name ends before a word without a capital.
"""

from functools import cache

OF_PEOPLE = frozenset(
    ("da", "dos", "du", "van", "von", "der", "den", "zu", "af", "av", "bin", "ibn", "al", "el")
)
"""In names of people alone, in texts of any language: `Otto von Moor`."""
_OF_BOTH = frozenset(("de", "del", "della", "di", "le", "la"))
"""In names of people and of other things, in texts of any language."""
ARTICLES = frozenset(("the", "der", "den", "het", "el", "la", "los", "las", "le", "les", "o", "a"))
"""They do not continue a name: `Ada the …`."""

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
    """The small words inside names, in small letters, for a language without its variety."""
    return OF_PEOPLE | _OF_BOTH | {*_KNOWN.get(language, "").split()}


@cache
def conjunctions(language: str) -> frozenset[str]:
    """The words for *and*: they belong to a name only after one of its particles."""
    return frozenset(_AND.get(language, "").split())
