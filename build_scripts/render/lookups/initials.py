"""The letters under which the entries of alphabetical lists stand."""

from build_scripts.model.annotation import Term
from build_scripts.render.term_order import sorted_by
from build_scripts.text.collation import initial


def initial_of(term: Term, language: str) -> str:
    """The letter under which a term stands; ``0-9`` for digits."""
    return initial(sorted_by(term), language)
