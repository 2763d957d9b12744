"""Unused terms and forms."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from build_scripts.merge.anchors.explaining.passage_in_context import place
from build_scripts.merge.glossary.form_letters import form_origin, has_letters, phrase_origin
from build_scripts.merge.glossary.index import Agreement, Claim, GlossaryIndex
from build_scripts.merge.glossary.term_places import MatchResult, PassedOver
from build_scripts.merge.stated_people import stated_people
from build_scripts.model.annotation import Linking, Term, TermReference
from build_scripts.model.body_link import BodyLink, BodyLinkKind
from build_scripts.model.codes import Code
from build_scripts.model.collection import Collection
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin
from build_scripts.model.reading import Reading
from build_scripts.text.did_you_mean import names_meant
from build_scripts.text.fold_case import case_key, fold_case, is_turkic
from build_scripts.text.normalise import normalise_quotation

_ANY_LANGUAGE = ""
"""The language of definitions is not known, so no rules of a language are applied."""


class _PassedOverIn(NamedTuple):
    """A place at which a term was passed over, and its reading."""

    place: PassedOver
    reading: Reading


def idle_terms_and_forms(
    collection: Collection,
    index: GlossaryIndex,
    found: Mapping[str, MatchResult],
    body_links: Iterable[BodyLink],
    words_in_definition: Callable[[Term, str], frozenset[str]],
) -> Iterator[Diagnostic]:
    """A diagnostic for each term that nothing leads to, and each form that occurs in no text.

    A term with `linking: none` of its own is in the glossary for its own sake, so nothing needs to
    lead to it. If nothing leads to a term, its forms are not reported as well.

    Args:
        collection: everything that was written; an entry that could not be read might use anything.
        index: of all its terms, drafts included.
        found: by the id of the reading, its places of the terms in this index.
        body_links: the links in the bodies of annotations.
        words_in_definition: `words_of_terms` in this index and the definition of a term, given the
            language that it is taken for.
    """
    used = _used(collection, found, body_links)
    words = frozenset[str]().union(*(result.words for result in found.values()))
    occurring = {
        claim
        for reading in collection.readings
        for claim in _claims_on(index, found[reading.id].words, reading.metadata.language)
    }
    if not (used >= index.terms.keys() and occurring >= _claims_that_count(index)):
        in_definitions = _claims_on_definitions(index, words_in_definition)
        used.update(term for term, is_exception, _ in in_definitions if not is_exception)
        occurring |= in_definitions
    passed_over = _passed_over(collection.readings, found)
    by_letters = {case_key(piece): piece for piece in sorted(words, reverse=True)}
    for term in collection.terms:
        if term.id in used:
            for form in _forms_that_count(term):
                if (term.id, form.is_exception, form.number) not in occurring:
                    yield _idle_form(form)
        elif term.linking is not Linking.NONE and all(map(has_letters, term.forms)):
            yield _idle_term(term, passed_over.get(term.id), _in_other_capitals(term, by_letters))


class _Form(NamedTuple):
    """A form or an excepted phrase that was written in order to be found."""

    words: str
    number: int
    is_exception: bool
    origin: Origin


def _forms_that_count(term: Term) -> Iterator[_Form]:
    """All forms and phrases except the term's own name, which does not claim to be in a text."""
    for number, form in enumerate(term.forms):
        if not _is_name(form, term) and has_letters(form):
            yield _Form(form, number, False, form_origin(term, number))
    for number, phrase in enumerate(term.except_phrases):
        if has_letters(phrase):
            yield _Form(phrase, number, True, phrase_origin(term, number))


def _idle_form(form: _Form) -> Diagnostic:
    if form.is_exception:
        return form.origin.diagnostic(
            Code.FORM_NEVER_FOUND,
            f"The excepted phrase “{form.words}” does not occur in any text",
            "Check its spelling, or delete it.",
        )
    return form.origin.diagnostic(
        Code.FORM_NEVER_FOUND,
        f"The form “{form.words}” does not occur in any text",
        "Check its spelling, or delete it: the glossary tells readers that the texts have it.",
    )


def _in_other_capitals(term: Term, by_letters: Mapping[str, str]) -> str:
    """The words that differ from a form in capitals only; empty where the texts have none."""
    letters = (case_key(normalise_quotation(form)) for form in term.forms)
    return next((by_letters[form] for form in letters if form in by_letters), "")


def _idle_term(term: Term, where: _PassedOverIn | None, in_other_capitals: str) -> Diagnostic:
    origin = term.origin.at("term")
    if where is None and in_other_capitals:
        return origin.diagnostic(
            Code.TERM_NEVER_USED,
            f"Nothing leads to the term `{term.id}`: the texts have it only with other capitals",
            f"Write `forms: [{in_other_capitals}]`; or write `case: ignore`, so that "
            "capitals do not count.",
        )
    if where is None:
        return origin.diagnostic(
            Code.TERM_NEVER_USED,
            f"Nothing leads to the term `{term.id}`: none of its forms occurs in a text",
            f"Check the spelling of its forms; or link to it with a mention, or with "
            f"`[[{term.id}]]` in a text. To keep it only in the glossary, add `linking: none`.",
        )
    shown = f"  {where.reading.id}, {place(where.place.span, where.reading.source)}"
    if where.place.is_excluded:
        return origin.diagnostic(
            Code.TERM_EXCLUDED_EVERYWHERE,
            f"Nothing leads to the term `{term.id}`: it is excluded wherever it occurs",
            "Check `except` in its file, and the mentions with `forbid` in these readings. To keep "
            f"the term only in the glossary, add `linking: none`. The first place:\n{shown}",
        )
    return origin.diagnostic(
        Code.TERM_NEVER_USED,
        f"Nothing leads to the term `{term.id}`: wherever it occurs, another term takes its place",
        "The other term has a longer form, or one whose capitals fit better. To link this term, "
        "add a mention. To keep it only in the glossary, add `linking: none`. The first place:\n"
        f"{shown}",
    )


def _used(
    collection: Collection, found: Mapping[str, MatchResult], body_links: Iterable[BodyLink]
) -> set[str]:
    """The terms that occur in a text, or that an annotation names."""
    named = [link.id for link in body_links if link.kind is BodyLinkKind.TERM]
    named += [person.term for person in stated_people(collection)]
    for reading in collection.readings:
        named += [mention.term for mention in reading.mentions if mention.term]
        named += [
            reference.refers_to.term
            for reference in reading.cross_references
            if isinstance(reference.refers_to, TermReference)
        ]
    used = names_meant(named, {term.id for term in collection.terms})
    for result in found.values():
        used.update(match.term for match in result.matches)
        # That several terms claim the place is reported as an error.
        used.update(
            term
            for contested in result.contested
            if not contested.settled
            for term in contested.terms
        )
    return used


def _passed_over(
    readings: Iterable[Reading], found: Mapping[str, MatchResult]
) -> dict[str, _PassedOverIn]:
    """For each term its first place; displaced places go before excluded ones."""
    first: dict[str, _PassedOverIn] = {}
    for reading in readings:
        for passed in found[reading.id].passed_over:
            known = first.get(passed.term)
            if known is None or (known.place.is_excluded and not passed.is_excluded):
                first[passed.term] = _PassedOverIn(passed, reading)
    return first


_Number = tuple[str, bool, int]
"""A form or an excepted phrase: its term, whether it is excepted, and its number there."""


def _number(claim: Claim) -> _Number:
    return claim.term, claim.is_exception, claim.number


def _claims_that_count(index: GlossaryIndex) -> set[_Number]:
    return {
        _number(claim)
        for pattern in index.patterns.values()
        for claim in pattern.claims
        if claim.is_exception
        or not _is_name(index.terms[claim.term].forms[claim.number], index.terms[claim.term])
    }


def _is_name(form: str, term: Term) -> bool:
    return fold_case(form) == fold_case(term.label)


def _claims_on(index: GlossaryIndex, words: Iterable[str], language: str) -> Iterator[_Number]:
    """The forms and excepted phrases that agree with words of a text in a language."""
    turkic = is_turkic(language)
    for forms in (index.forms, index.looser(language)):
        for piece in words:
            pattern = forms.patterns.get(case_key(piece))
            for claim in pattern.claims if pattern is not None else ():
                if claim.agreement(piece, turkic=turkic) is not Agreement.NONE:
                    yield _number(claim)


def _claims_on_definitions(
    index: GlossaryIndex, words_in: Callable[[Term, str], frozenset[str]]
) -> set[_Number]:
    """The forms and phrases in the definitions of other terms, where links are made too."""
    return {
        number
        for term in index.terms.values()
        for number in _claims_on(index, words_in(term, _ANY_LANGUAGE), _ANY_LANGUAGE)
        if number[0] != term.id
    }
