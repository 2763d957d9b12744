"""Aliases that are names of other terms, and aliases that say nothing new."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from build_scripts.merge.glossary.form_letters import form_origin
from build_scripts.model.annotation import Term
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin
from build_scripts.text.fold_case import case_key
from build_scripts.text.normalise import normalise_quotation


class _Name(NamedTuple):
    """A name of a term.

    Attributes:
        what: the kind of name, in words.
        order: a name that is reported at an alias stands before the alias in this order.
    """

    term: Term
    words: str
    what: str
    origin: Origin
    order: tuple[bool, str, int]


def alias_conflicts(terms: Iterable[Term]) -> Iterator[Diagnostic]:
    """A diagnostic for each alias that another term has as a name, or its own term already has.

    Names are compared as forms are with texts, and without capitals. Two aliases that are the same
    are reported once.
    """
    terms = tuple(terms)
    if not any(term.aliases for term in terms):
        return
    known: dict[str, list[_Name]] = {}
    for term in terms:
        for name in _names(term):
            known.setdefault(case_key(normalise_quotation(name.words)), []).append(name)
    for names in known.values():
        for alias in names:
            before = [name for name in names if name.order < alias.order]
            if alias.order[0] and before:
                own = [name for name in before if name.term is alias.term]
                yield _repeated(alias, own[0]) if own else _conflict(alias, before[0])


def _names(term: Term) -> Iterator[_Name]:
    if term.label:
        yield _Name(term, term.label, "name", term.origin.at("term"), (False, term.id, -1))
    if "forms" in term.origin.parts:
        for number, form in enumerate(term.forms):
            yield _Name(term, form, "form", form_origin(term, number), (False, term.id, number))
    for tag, name in term.translations.items():
        origin = term.origin.at("translations", tag)
        yield _Name(term, name, "translation", origin, (False, term.id, -1))
    for number, alias in enumerate(term.aliases):
        origin = term.origin.at("aliases", number)
        yield _Name(term, alias, "alias", origin, (True, term.id, number))


def _conflict(alias: _Name, other: _Name) -> Diagnostic:
    return alias.origin.diagnostic(
        Code.ALIAS_OF_TWO_TERMS,
        f"The alias “{alias.words}” is also {_ARTICLES[other.what]} {other.what} of the term "
        f"`{other.term.id}` "
        f"({other.origin.in_words})",
        "Readers who look it up would not know which is meant. Keep it in one of the two files, or "
        "add a word that tells them apart.",
    )


def _repeated(alias: _Name, other: _Name) -> Diagnostic:
    return alias.origin.diagnostic(
        Code.ALIAS_NOT_NEEDED,
        f"The alias “{alias.words}” is already {_ARTICLES[other.what]} {other.what} of this term",
        "Delete the alias: readers see and find the other one as well.",
    )


_ARTICLES = {"name": "the", "form": "a", "translation": "a", "alias": "an"}
