"""Index all forms of a glossary in one automaton, built once for all readings."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final, NamedTuple, Protocol

import ahocorasick

from build_scripts.model.annotation import CaseRule, Term
from build_scripts.text.fold_case import case_key, differ_only_in_case, keyed, title_case
from build_scripts.text.learners_marks import LearnersMarks, learners_marks
from build_scripts.text.looser import loosened
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
        may_begin_sentence: whether a capital may stand for its first letter.
        ignores_case: whether capitals do not count at all.
        is_exception: whether it is a phrase inside which the term is *not* meant.
    """

    term: str
    number: int
    form: str
    may_begin_sentence: bool
    ignores_case: bool
    is_exception: bool

    def agreement(self, text: str, *, turkic: bool = False) -> Agreement:
        """How well the form agrees with a text that has the same key."""
        if text == self.form:
            return Agreement.LITERAL
        if self.may_begin_sentence and text == title_case(self.form, turkic=turkic):
            return Agreement.TOLERATED
        if self.ignores_case and differ_only_in_case(text, self.form, turkic=turkic):
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
    """A key that the automaton looks for.

    Attributes:
        length: in code points.
        claims: the forms and phrases with this key, in the glossary's order.
        by_text: for each way of writing it that some claim names, the claimants, in a language
            without a dotless i.
    """

    length: int
    claims: tuple[Claim, ...]
    by_text: Mapping[str, Claimants]

    def claimants(self, text: str, *, turkic: bool = False) -> Claimants:
        """The terms that a text may stand for, if it has this key."""
        known = None if turkic else self.by_text.get(text)
        if known is not None:
            return known
        if turkic or any(claim.ignores_case for claim in self.claims):
            return _claimants((c, c.agreement(text, turkic=turkic)) for c in self.claims)
        return NO_CLAIMANTS


class _Automaton(Protocol):
    def iter(self, text: str, /) -> Iterator[tuple[int, Pattern]]: ...


class Forms(NamedTuple):
    """The forms of a glossary in one way of comparing them.

    Attributes:
        patterns: by key.
        automaton: finds the patterns; None if there are none.
    """

    patterns: Mapping[str, Pattern]
    automaton: _Automaton | None

    def raw_matches(self, text: str) -> Iterator[tuple[int, int, Pattern]]:
        """Every place of every pattern in a normalised text, overlapping ones included.

        Only keys are compared: neither borders of words nor case. A place is given by its start and
        end; ends rise.
        """
        if self.automaton is None:
            return
        key = keyed(text)
        has_same_offsets = key.has_same_offsets
        for last, pattern in self.automaton.iter(key.text):
            start, end = last + 1 - pattern.length, last + 1
            if not has_same_offsets:
                found = key.source_span(start, end)
                if key.normalised_offset(found.start) != start or (
                    key.normalised_offset(found.end) != end
                ):
                    continue  # half of a letter, such as one s of ß
                start, end = found
                while end < len(text) and not case_key(text[end]):
                    end += 1  # a dot on the last letter
            yield start, end, pattern


@dataclass(frozen=True, slots=True, eq=False)
class GlossaryIndex:
    """The forms of a glossary, ready for searching.

    Attributes:
        terms: by id, in the order given.
        forms: as they are written, normalised.
        excluded: by reading, the terms that are not linked in it.
    """

    terms: Mapping[str, Term]
    forms: Forms
    excluded: Mapping[str, frozenset[str]]
    _looser: dict[tuple[LearnersMarks, ...], Forms] = field(default_factory=dict, repr=False)
    _looser_in: dict[str, Forms] = field(default_factory=dict, repr=False)

    @property
    def patterns(self) -> Mapping[str, Pattern]:
        """The patterns of the forms as they are written."""
        return self.forms.patterns

    def looser(self, language: str) -> Forms:
        """The forms as texts in a language are searched for them more loosely.

        They are the forms as they are written, if these are the same.
        """
        found = self._looser_in.get(language)
        if found is None:
            marks = learners_marks(language)
            found = self._looser.get(marks) or self._loosened(language)
            self._looser_in[language] = self._looser[marks] = found
        return found

    def _loosened(self, language: str) -> Forms:
        claims = [claim for term in self.terms.values() for claim in _claims(term)]
        loose = [claim._replace(form=loosened(claim.form, language)) for claim in claims]
        return self.forms if loose == claims else _forms(claim for claim in loose if claim.form)


def build_glossary_index(terms: tuple[Term, ...]) -> GlossaryIndex:
    """Put the forms and excepted phrases of all terms into one automaton."""
    excluded: dict[str, set[str]] = {}
    for term in terms:
        for reading in term.except_readings:
            excluded.setdefault(reading, set()).add(term.id)
    return GlossaryIndex(
        terms={term.id: term for term in terms},
        forms=_forms(claim for term in terms for claim in _claims(term)),
        excluded={reading: frozenset(ids) for reading, ids in excluded.items()},
    )


def _forms(claims: Iterable[Claim]) -> Forms:
    by_key: dict[str, list[Claim]] = {}
    for claim in claims:
        by_key.setdefault(case_key(claim.form), []).append(claim)
    patterns = {key: _pattern(key, tuple(claimed)) for key, claimed in by_key.items()}
    return Forms(patterns, _automaton(patterns))


def _claims(term: Term) -> Iterator[Claim]:
    for strings, is_exception in ((term.forms, False), (term.except_phrases, True)):
        for number, string in enumerate(strings):
            form = normalise_quotation(string)
            if form:
                yield Claim(
                    term=term.id,
                    number=number,
                    form=form,
                    may_begin_sentence=term.case is CaseRule.INITIAL,
                    ignores_case=term.case is CaseRule.IGNORE,
                    is_exception=is_exception,
                )


def _pattern(key: str, claims: tuple[Claim, ...]) -> Pattern:
    texts = {claim.form for claim in claims}
    texts.update(title_case(claim.form) for claim in claims if claim.may_begin_sentence)
    return Pattern(
        length=len(key),
        claims=claims,
        by_text={
            text: _claimants((claim, claim.agreement(text)) for claim in claims) for text in texts
        },
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
