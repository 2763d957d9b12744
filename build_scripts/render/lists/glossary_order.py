"""The order of terms in the glossary, and the headings and letters that they stand under."""

import unicodedata
from collections.abc import Iterable

from build_scripts.model.annotation import Term
from build_scripts.model.collection import GlossaryPages, Settings
from build_scripts.render.addresses import GLOSSARY_PAGE
from build_scripts.render.language.interface_words import Words
from build_scripts.text.plain_letters import plain_letter

KINDS = (
    *("person", "organisation", "place", "event", "treaty", "concept", "work", "publication"),
    "word",
)
"""The common kinds in their order; others follow in alphabetical order."""


def in_order(terms: Iterable[Term]) -> list[Term]:
    """Terms in alphabetical order."""
    return sorted(terms, key=lambda term: (_sort_key(term), term.id))


def _sort_key(term: Term) -> str:
    return _letters_of(term.sort_key or term.label)


def _letters_of(words: str) -> str:
    """The letters of words without marks, so that É stands with E and Ł with L."""
    decomposed = unicodedata.normalize("NFKD", words)
    letters = (c for c in decomposed if not unicodedata.combining(c))
    return "".join(map(plain_letter, letters)).casefold()


def initial_of(term: Term) -> str:
    """The letter under which a term stands; ``0-9`` for digits."""
    return initial_of_words(term.sort_key or term.label)


def initial_of_words(words: str) -> str:
    """The letter under which words stand; ``0-9`` for digits."""
    first = next((c for c in _letters_of(words) if c.isalnum()), "0")
    return "0-9" if first.isdigit() else first


def page_of_term(term: Term, settings: Settings) -> str:
    """The page that defines a term: the glossary itself, or the page of the term's letter."""
    if settings.glossary_pages is GlossaryPages.ONE:
        return GLOSSARY_PAGE
    initial = initial_of(term)
    name = initial if initial.isascii() else f"u{ord(initial):04x}"
    return f"glossary/{name}.md"


def by_kind(terms: Iterable[Term]) -> list[tuple[str, list[Term]]]:
    """Terms under their kinds; the common kinds first, in the order of `KINDS`."""
    order = {kind: index for index, kind in enumerate(KINDS)}
    kinds: dict[str, list[Term]] = {}
    for term in terms:
        kinds.setdefault(term.kind, []).append(term)
    return sorted(kinds.items(), key=lambda item: (order.get(item[0], len(order)), item[0]))


def kind_title(kind: str, words: Words) -> str:
    """The heading of a kind of terms; a kind without a message is its own heading."""
    message = f"kinds-{kind}"
    return words.text(message) if message in words else kind.replace("-", " ").capitalize()
