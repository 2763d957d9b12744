"""Index all forms of a glossary in one automaton, built once for all readings."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, NamedTuple, Protocol

import ahocorasick

from build_scripts.model.annotation import CaseRule, Term
from build_scripts.text.fold_case import fold_case
from build_scripts.text.normalise import normalise_quotation


class Agreement(IntEnum):
    """How well a form agrees with a text: not at all, by its case rule, or literally."""

    NONE = 0
    TOLERATED = 1
    LITERAL = 2


class Claim(NamedTuple):
    """A form or an excepted phrase of a term.

    Attributes:
        number: its index among the term's forms, or among its excepted phrases.
        form: the string, normalised.
        capitalised: the form with an initial capital, where the case rule allows it; else empty.
        ignores_case: whether only the folded strings need to be equal.
        is_exception: whether it is a phrase inside which the term is *not* meant.
    """

    term: str
    number: int
    form: str
    capitalised: str
    ignores_case: bool
    is_exception: bool

    def agreement(self, text: str) -> Agreement:
        """How well the form agrees with a text that folds to the same string."""
        if text == self.form:
            return Agreement.LITERAL
        if self.ignores_case or text == self.capitalised:
            return Agreement.TOLERATED
        return Agreement.NONE


class Claimants(NamedTuple):
    """The terms that a text may stand for.

    Attributes:
        agreements: the terms with a form that agrees, and how well the best form does.
        best: the terms that agree best; where there are several, their rights are equal.
        excepting: the terms with an excepted phrase that agrees.
    """

    agreements: tuple[tuple[str, Agreement], ...]
    best: tuple[str, ...]
    excepting: tuple[str, ...]

    def without(self, terms: Collection[str]) -> "Claimants":
        """The remaining claimants when some terms are ruled out."""
        left = {term: agreement for term, agreement in self.agreements if term not in terms}
        return _ranked(left, self.excepting)


NO_CLAIMANTS: Final = Claimants((), (), ())


class Pattern(NamedTuple):
    """A folded string that the automaton looks for.

    Attributes:
        length: in code points.
        claims: the forms and phrases that fold to this string, in the glossary's order.
        by_text: for each way of writing it that some claim names, the claimants.
        otherwise: the claimants of any other way of writing it.
    """

    length: int
    claims: tuple[Claim, ...]
    by_text: Mapping[str, Claimants]
    otherwise: Claimants

    def claimants(self, text: str) -> Claimants:
        """The terms that a text may stand for, if it folds to this string."""
        return self.by_text.get(text, self.otherwise)


class _Automaton(Protocol):
    def iter(self, text: str, /) -> Iterator[tuple[int, Pattern]]: ...


@dataclass(frozen=True, slots=True, eq=False)
class GlossaryIndex:
    """The forms of a glossary, ready for searching.

    Attributes:
        terms: by id, in the order given.
        patterns: by folded string.
        excluded: by reading, the terms that are not linked in it.
        automaton: finds the patterns; None if there are none.
    """

    terms: Mapping[str, Term]
    patterns: Mapping[str, Pattern]
    excluded: Mapping[str, frozenset[str]]
    automaton: _Automaton | None

    def raw_matches(self, text: str) -> Iterator[tuple[int, Pattern]]:
        """Every place of every pattern in a normalised text, overlapping ones included.

        Only the folded characters are compared: neither borders of words nor case. A place is given
        by the offset of its last character; offsets rise.
        """
        return iter(()) if self.automaton is None else self.automaton.iter(fold_case(text))


def build_glossary_index(terms: tuple[Term, ...]) -> GlossaryIndex:
    """Put the forms and excepted phrases of all terms into one automaton."""
    claims: dict[str, list[Claim]] = {}
    excluded: dict[str, set[str]] = {}
    for term in terms:
        for claim in _claims(term):
            # A capital and its small letter may fold differently, as I and ı do.
            folded = (fold_case(claim.form), fold_case(claim.capitalised or claim.form))
            for key in dict.fromkeys(folded):
                claims.setdefault(key, []).append(claim)
        for reading in term.except_readings:
            excluded.setdefault(reading, set()).add(term.id)
    patterns = {key: _pattern(key, tuple(claimed)) for key, claimed in claims.items()}
    return GlossaryIndex(
        terms={term.id: term for term in terms},
        patterns=patterns,
        excluded={reading: frozenset(ids) for reading, ids in excluded.items()},
        automaton=_automaton(patterns),
    )


def _claims(term: Term) -> Iterator[Claim]:
    for strings, is_exception in ((term.forms, False), (term.except_phrases, True)):
        for number, string in enumerate(strings):
            form = normalise_quotation(string)
            if form:
                yield Claim(
                    term=term.id,
                    number=number,
                    form=form,
                    capitalised=_capitalised(form) if term.case is CaseRule.INITIAL else "",
                    ignores_case=term.case is CaseRule.IGNORE,
                    is_exception=is_exception,
                )


def _capitalised(form: str) -> str:
    """The form at the beginning of a sentence, which may be the form itself.

    Empty where the capital is not a single character (ß): no such form begins a sentence.
    """
    capital = form[0].title()
    return capital + form[1:] if len(capital) == 1 else ""


def _pattern(key: str, claims: tuple[Claim, ...]) -> Pattern:
    texts = {text for claim in claims for text in (claim.form, claim.capitalised) if text}
    return Pattern(
        length=len(key),
        claims=claims,
        by_text={
            text: _claimants([(claim, claim.agreement(text)) for claim in claims]) for text in texts
        },
        otherwise=_claimants(
            [(claim, Agreement.TOLERATED) for claim in claims if claim.ignores_case]
        ),
    )


def _claimants(agreements: Iterable[tuple[Claim, Agreement]]) -> Claimants:
    by_term: dict[str, Agreement] = {}
    excepting = []
    for claim, agreement in agreements:
        if agreement is not Agreement.NONE:
            if claim.is_exception:
                excepting.append(claim.term)
            else:
                by_term[claim.term] = max(agreement, by_term.get(claim.term, agreement))
    return _ranked(by_term, tuple(excepting))


def _ranked(by_term: Mapping[str, Agreement], excepting: tuple[str, ...]) -> Claimants:
    if not by_term and not excepting:
        return NO_CLAIMANTS
    best = max(by_term.values(), default=Agreement.NONE)
    return Claimants(
        agreements=tuple(by_term.items()),
        best=tuple(term for term, agreement in by_term.items() if agreement is best),
        excepting=excepting,
    )


def _automaton(patterns: Mapping[str, Pattern]) -> _Automaton | None:
    if not patterns:
        return None
    automaton = ahocorasick.Automaton()
    for key, pattern in patterns.items():
        automaton.add_word(key, pattern)
    automaton.make_automaton()
    finished: _Automaton = automaton
    return finished
