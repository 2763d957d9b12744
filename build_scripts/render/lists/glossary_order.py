"""The order of kinds in the glossary, and their headings."""

from collections.abc import Iterable
from typing import TypeVar

from build_scripts.model.annotation import Term
from build_scripts.render.language.interface_words import Words
from build_scripts.render.term_order import GlossaryLine
from build_scripts.text.collation import SortKey, sort_key

KINDS = (
    *("person", "organisation", "place", "event", "treaty", "concept", "work", "publication"),
    "word",
)
"""The common kinds in their order; others follow in alphabetical order."""


Line = TypeVar("Line", Term, GlossaryLine)


def by_kind(lines: Iterable[Line], words: Words) -> list[tuple[str, list[Line]]]:
    """Terms, or lines of the glossary, under their kinds; first the common ones, as in `KINDS`."""
    order = {kind: index for index, kind in enumerate(KINDS)}
    kinds: dict[str, list[Line]] = {}
    for line in lines:
        kinds.setdefault(line.kind, []).append(line)

    def place(kind: str) -> tuple[int, SortKey]:
        return order.get(kind, len(order)), sort_key(kind_title(kind, words), words.language)

    return sorted(kinds.items(), key=lambda item: place(item[0]))


def kind_title(kind: str, words: Words) -> str:
    """The heading of a kind of terms; a kind without a message is its own heading."""
    message = f"kinds-{kind}"
    return words.text(message) if message in words else kind.replace("-", " ").capitalize()
