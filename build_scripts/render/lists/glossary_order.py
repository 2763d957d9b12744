"""The order of kinds in the glossary, and their headings."""

from collections.abc import Iterable

from build_scripts.model.annotation import Term
from build_scripts.render.language.interface_words import Words
from build_scripts.text.collation import SortKey, sort_key

KINDS = (
    *("person", "organisation", "place", "event", "treaty", "concept", "work", "publication"),
    "word",
)
"""The common kinds in their order; others follow in alphabetical order."""


def by_kind(terms: Iterable[Term], words: Words) -> list[tuple[str, list[Term]]]:
    """Terms under their kinds; the common kinds first, in the order of `KINDS`."""
    order = {kind: index for index, kind in enumerate(KINDS)}
    kinds: dict[str, list[Term]] = {}
    for term in terms:
        kinds.setdefault(term.kind, []).append(term)

    def place(kind: str) -> tuple[int, SortKey]:
        return order.get(kind, len(order)), sort_key(kind_title(kind, words), words.language)

    return sorted(kinds.items(), key=lambda item: place(item[0]))


def kind_title(kind: str, words: Words) -> str:
    """The heading of a kind of terms; a kind without a message is its own heading."""
    message = f"kinds-{kind}"
    return words.text(message) if message in words else kind.replace("-", " ").capitalize()
