"""The names of glossary terms, with their translations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from build_scripts.model.annotation import Linking, Term

_IN_BRACKETS = regex.compile(r"\(([^()]*)\)")
_AROUND = " \t\n\"'“”„«»‘’,;:"
_SEPARATOR = regex.compile(r"[;/]")
_SEPARATOR_OR_COMMA = regex.compile(r"[;/,]")
_PERSON = "person"


@dataclass(frozen=True, slots=True, eq=False)
class KnownTerm:
    """A term and its names.

    Attributes:
        names: its forms and its label; parts in brackets or between commas are names of their own.
        translations: its names in other languages.
    """

    term: Term
    names: tuple[str, ...]
    translations: tuple[str, ...]

    @property
    def is_linked_by_form(self) -> bool:
        """Whether its forms are looked for in texts: some terms are linked by mentions alone."""
        return bool(self.term.forms) and self.term.linking is not Linking.NONE


def known_terms(terms: Iterable[Term]) -> tuple[KnownTerm, ...]:
    """Each term with its names."""
    return tuple(
        KnownTerm(term, tuple(dict.fromkeys(_names(term))), tuple(_translations(term)))
        for term in terms
    )


def _names(term: Term) -> Iterator[str]:
    # Commas in a label separate names, but not in the label of a person: “Quill, Ada”.
    separators = _SEPARATOR if term.kind == _PERSON else _SEPARATOR_OR_COMMA
    for name in (*term.forms, term.label):
        for piece in (_IN_BRACKETS.sub(" ", name), *_IN_BRACKETS.findall(name)):
            for one in separators.split(piece) if name == term.label else (piece,):
                if words := " ".join(one.split()).strip(_AROUND):
                    yield words


def _translations(term: Term) -> Iterator[str]:
    for translation in term.translations.values():
        for piece in _SEPARATOR.split(translation):
            if name := piece.strip(_AROUND):
                yield name
