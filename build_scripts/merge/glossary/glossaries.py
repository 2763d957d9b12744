"""The glossaries of a build, and how they differ from those of the build before."""

from dataclasses import replace
from typing import NamedTuple

from build_scripts.merge.glossary.changed_terms import Matched, MatchedTerm, Since
from build_scripts.merge.glossary.index import GlossaryIndex, build_glossary_index
from build_scripts.merge.visibility import Visibility
from build_scripts.model.annotation import Term
from build_scripts.model.collection import Collection
from build_scripts.model.memory import Memory

SHOWN, WHOLE = "shown", "whole"
"""The names of glossaries: the terms that are shown, and all terms."""


class Glossary(NamedTuple):
    """An index, and how it differs from those of earlier builds."""

    name: str
    forms: GlossaryIndex
    since: Since


class Glossaries(NamedTuple):
    """The terms that are shown, and all terms.

    What is said about a glossary must not depend on whether its drafts are shown.
    """

    shown: Glossary
    whole: Glossary


def glossaries_of(collection: Collection, visibility: Visibility, memory: Memory) -> Glossaries:
    """The glossaries of a collection, of which indexes are recalled if their words are the same."""
    terms = tuple(term for term in collection.terms if visibility.shows_term(term.id))
    shown = _glossary(SHOWN, terms, memory)
    if len(terms) == len(collection.terms):
        return Glossaries(shown, shown)
    return Glossaries(shown, _glossary(WHOLE, collection.terms, memory))


def _glossary(name: str, terms: tuple[Term, ...], memory: Memory) -> Glossary:
    """The index of some terms, made anew only if other words are to be found."""
    matched = memory.recall(("matched", name), _itself, tuple(map(MatchedTerm.of, terms)))
    index = memory.recall(("index", name), lambda _: build_glossary_index(terms), matched)
    now = replace(index, terms={term.id: term for term in terms})
    return Glossary(name, now, Since(matched))


def _itself(value: Matched) -> Matched:
    return value
