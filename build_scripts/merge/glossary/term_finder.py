"""Find the terms of a glossary in texts that are not readings."""

from collections.abc import Iterable
from functools import lru_cache

from build_scripts.merge.glossary.index import GlossaryIndex
from build_scripts.merge.glossary.match import find_in_plain_text
from build_scripts.model.annotation import Term
from build_scripts.model.span import Span


class FindTerms:
    """Finds the first place of each term in a text in the language of the site, but of one term.

    Two are equal if they find the same in every text. `matched` is `what_is_matched` of the terms.
    """

    def __init__(self, glossary: GlossaryIndex, matched: tuple[object, ...], language: str) -> None:
        self._finds = language, matched

        # Of a definition it is asked three times.
        @lru_cache(maxsize=4_096)
        def find(text: str, excluded_term: str) -> tuple[tuple[str, Span], ...]:
            return find_in_plain_text(glossary, text, language, excluded_term)

        self._find = find

    def __call__(self, text: str, excluded_term: str) -> tuple[tuple[str, Span], ...]:
        """The ids of the terms in a text, and their places."""
        return self._find(text, excluded_term)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FindTerms) and self._finds == other._finds

    def __hash__(self) -> int:
        return hash(self._finds)


def what_is_matched(terms: Iterable[Term]) -> tuple[object, ...]:
    """What decides where terms are found; their names and definitions do not."""
    return tuple(
        (term.id, term.forms, term.case, term.except_phrases, term.except_readings)
        for term in terms
    )
