"""Forms without a letter or digit."""

from collections.abc import Iterable, Iterator

import regex

from build_scripts.model.annotation import Term
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin

_LETTER_OR_DIGIT = regex.compile(r"[\p{L}\p{N}]")


def forms_without_letters(terms: Iterable[Term]) -> Iterator[Diagnostic]:
    """A diagnostic for each name, form, alias or excepted phrase without a letter or digit."""
    for term in terms:
        for place, words, name in _words_of(term):
            if words and not has_letters(words):  # an empty name is a stand-in for a faulty one
                yield place.diagnostic(
                    Code.FORM_WITHOUT_LETTERS,
                    f"{name} has no letter or digit by which it could be found",
                    "Write the words as the texts have them, or delete this.",
                )


def has_letters(words: str) -> bool:
    """Whether the words have a letter or digit."""
    return _LETTER_OR_DIGIT.search(words) is not None


def form_origin(term: Term, number: int) -> Origin:
    """Where a form was written; without `forms:`, the term's name is its only form."""
    if "forms" in term.origin.parts:
        return term.origin.at("forms", number)
    return term.origin.at("term")


def phrase_origin(term: Term, number: int) -> Origin:
    """Where an excepted phrase was written, in a list that has readings as well."""
    place = term.origin.at("except")
    if not isinstance(place.parts, tuple):
        return place
    phrases = [
        index
        for index, part in enumerate(place.parts)
        if isinstance(part, int) or "phrase" in part.parts
    ]
    item = place.at(phrases[number]) if number < len(phrases) else place
    return item.at("phrase")


def _words_of(term: Term) -> Iterator[tuple[Origin, str, str]]:
    yield term.origin.at("term"), term.label, "The name of the term"
    if "forms" in term.origin.parts:
        for number, form in enumerate(term.forms):
            yield form_origin(term, number), form, "The form"
    for number, alias in enumerate(term.aliases):
        yield term.origin.at("aliases", number), alias, "The alias"
    for number, phrase in enumerate(term.except_phrases):
        yield phrase_origin(term, number), phrase, "The excepted phrase"
