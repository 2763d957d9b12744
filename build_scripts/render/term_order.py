"""The alphabetical order of terms, by the rules of the language of the site."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from build_scripts.model.annotation import Term
from build_scripts.text.collation import initial, sort_key

_PERSON = "person"


class GlossaryLine(NamedTuple):
    """A line in the alphabet of the glossary: a term, or an alias that points to its term.

    Attributes:
        alias: empty for the term itself.
    """

    term: Term
    alias: str = ""

    @property
    def kind(self) -> str:
        """The kind of the term, under which its aliases stand as well."""
        return self.term.kind

    @property
    def entry(self) -> str:
        """What names it among the entries of the list; see `name_in_entry`."""
        return f".{self.term.id}.{self.alias}" if self.alias else self.term.id

    @property
    def sorted_by(self) -> str:
        """The words that it is sorted by.

        If somebody stands under another word than the first, such as a surname, so do the aliases.
        """
        key = sorted_by(self.term)
        is_inverted = self.kind == _PERSON and key.split()[:1] != self.term.label.split()[:1]
        if not self.alias or not is_inverted:
            return self.alias or key
        first, blank, last = self.alias.rpartition(" ")
        return f"{last}{blank}{first}"

    def initial(self, language: str) -> str:
        """The letter under which it stands."""
        return initial(self.sorted_by, language)


def name_in_entry(entry: str) -> tuple[str, str]:
    """The id of the term and the alias, if it is one, that `GlossaryLine.entry` names."""
    if not entry.startswith("."):
        return entry, ""
    term_id, _, alias = entry.removeprefix(".").partition(".")
    return term_id, alias


def in_order(terms: Iterable[Term], language: str) -> list[Term]:
    """Terms in the alphabetical order of a language, that of the site."""
    return sorted(terms, key=lambda term: (sort_key(sorted_by(term), language), term.id))


def lines_in_order(terms: Iterable[Term], language: str) -> list[GlossaryLine]:
    """Terms and their aliases in the same order; a term comes before an alias that is the same."""
    return sorted(
        (line for term in terms for line in _lines_of(term)),
        key=lambda line: (sort_key(line.sorted_by, language), bool(line.alias), line.term.id),
    )


def _lines_of(term: Term) -> Iterator[GlossaryLine]:
    yield GlossaryLine(term)
    for alias in dict.fromkeys(term.aliases):
        yield GlossaryLine(term, alias)


def sorted_by(term: Term) -> str:
    """The words that a term is sorted by."""
    return term.sort_key or term.label
