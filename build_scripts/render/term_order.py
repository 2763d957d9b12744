"""The alphabetical order of terms, by the rules of the language of the site."""

from collections.abc import Iterable

from build_scripts.model.annotation import Term
from build_scripts.text.collation import sort_key


def in_order(terms: Iterable[Term], language: str) -> list[Term]:
    """Terms in the alphabetical order of a language, that of the site."""
    return sorted(terms, key=lambda term: (sort_key(sorted_by(term), language), term.id))


def sorted_by(term: Term) -> str:
    """The words that a term is sorted by."""
    return term.sort_key or term.label
