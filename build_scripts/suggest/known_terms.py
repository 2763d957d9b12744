"""What is known of the names of terms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from build_scripts.model.annotation import Linking, Term

_IN_BRACKETS = regex.compile(r"\(([^()]*)\)")
_AROUND = " \t\n\"'“”„«»‘’,;:"
_SEPARATOR = regex.compile(r"[;/]")
_WORDS = regex.compile(r"[^\s]+")


@dataclass(frozen=True, slots=True, eq=False)
class KnownTerm:
    """A term, and everything that it is called.

    Attributes:
        term: the glossary entry.
        names: its forms, its label with what stands there in brackets apart, and, apart from
            those, its names in other languages.
        translations: the names in other languages.
    """

    term: Term
    names: tuple[str, ...]
    translations: tuple[str, ...]

    @property
    def is_linked_by_form(self) -> bool:
        """Whether forms of it are to be found at all: some terms are linked by mentions alone."""
        return bool(self.term.forms) and self.term.linking is not Linking.NONE


def known_terms(terms: Iterable[Term]) -> tuple[KnownTerm, ...]:
    """What is known of the names of each term."""
    return tuple(
        KnownTerm(term, tuple(dict.fromkeys(_names(term))), tuple(_translations(term)))
        for term in terms
    )


def _names(term: Term) -> Iterator[str]:
    yield from term.forms
    for piece in (_IN_BRACKETS.sub(" ", term.label), *_IN_BRACKETS.findall(term.label)):
        if name := " ".join(_WORDS.findall(piece)).strip(_AROUND):
            yield name


def _translations(term: Term) -> Iterator[str]:
    for translation in term.translations.values():
        for piece in _SEPARATOR.split(translation):
            if name := piece.strip(_AROUND):
                yield name
