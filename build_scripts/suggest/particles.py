"""Small words inside names: `University of Tartu`, `Rio de Janeiro`, `Otto von Moor`.

They do not make a name by themselves: the texts must have the whole again and again. So those of
all languages are in one set, and names in a foreign language are seen as well.
"""

OF_PEOPLE = frozenset(
    ("da", "dos", "du", "van", "von", "der", "den", "zu", "af", "av", "bin", "ibn", "al", "el")
)
"""In names of people: `Otto von Moor`."""

PARTICLES = OF_PEOPLE | frozenset(
    (
        *("dalla", "das", "de", "degli", "dei", "del", "dell", "della", "delle", "dello", "dels"),
        *("des", "di", "do", "för", "for", "het", "la", "las", "le", "les", "los", "of", "per"),
        *("sur", "ter", "the", "vom", "zum", "zur"),
    )
)
"""In names of people and of other things."""
