"""Find the terms of a glossary in texts that are not readings."""

from collections.abc import Iterable
from functools import lru_cache

from build_scripts.merge.glossary.changed_terms import Since
from build_scripts.merge.glossary.index import GlossaryIndex
from build_scripts.merge.glossary.match import find_in_plain_text
from build_scripts.model.span import Span


class FindTerms:
    """Finds the first place of each term in a text in the language of the site, but of one term.

    Two are equal if they find the same in every text.
    """

    def __init__(self, glossary: GlossaryIndex, since: Since, language: str) -> None:
        """Begin with a glossary, and how it differs from earlier states."""
        self._since = since
        self._language = language

        # Of a definition it is asked three times.
        @lru_cache(maxsize=4_096)
        def find(text: str, excluded_term: str) -> tuple[tuple[str, Span], ...]:
            return find_in_plain_text(glossary, text, language, excluded_term)

        self._find = find

    def __call__(self, text: str, excluded_term: str) -> tuple[tuple[str, Span], ...]:
        """The ids of the terms in a text, and their places."""
        return self._find(text, excluded_term)

    def may_differ(self, before: object, texts: Iterable[str]) -> bool:
        """Whether another one may have found other terms in one of some texts."""
        if not isinstance(before, FindTerms) or before._language != self._language:
            return True
        if before._since.now is self._since.now:
            return False
        changes = self._since.changes(before._since.now)
        return any(changes.may_stand_in_plain_text(text, self._language) for text in texts)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, FindTerms)
            and self._language == other._language
            and self._since.now == other._since.now
        )

    def __hash__(self) -> int:
        return hash(self._language)
