"""Collects places where a term has an unknown spelling into new forms of the term."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from build_scripts.model.annotation import CaseRule, Term
from build_scripts.model.span import Span
from build_scripts.suggest.proposal import FormsProposal, Kind, Spelling
from build_scripts.suggest.subject import Subject
from build_scripts.text.fold_case import fold_case


class Found(NamedTuple):
    """Words that clearly belong to a term, and the reason."""

    term: str
    form: str
    span: Span
    why: str


def as_forms(found: Iterable[Found], kind: Kind, subject: Subject) -> Iterator[FormsProposal]:
    """A proposal for each term, with its forms and the new ones.

    The first spelling that was found at a place counts. A spelling that belongs to two terms, or is
    a form of another term, is left out.
    """
    by_place: dict[Span, Found] = {}
    terms_of: dict[str, set[str]] = {}
    for known in subject.terms:
        for form in known.term.forms:
            terms_of.setdefault(fold_case(form), set()).add(known.term.id)
    for one in found:
        terms_of.setdefault(fold_case(one.form), set()).add(one.term)
        if not subject.is_excluded(one.term, one.span):
            by_place.setdefault(one.span, one)
    end_of: dict[str, int] = {}
    by_term: dict[str, dict[str, list[Found]]] = {}
    for span in sorted(by_place, key=lambda place: (place.start, -place.end)):
        one = by_place[span]
        if span.start < end_of.get(one.term, 0):  # inside a longer one
            continue
        end_of[one.term] = span.end
        if terms_of[fold_case(one.form)] == {one.term}:
            by_term.setdefault(one.term, {}).setdefault(one.form, []).append(one)
    terms = {known.term.id: known.term for known in subject.terms}
    for term_id, by_form in by_term.items():
        spellings = tuple(
            Spelling(form, tuple(one.span for one in ones), ones[0].why)
            for form, ones in by_form.items()
            if not _has(terms[term_id], form)
        )
        if spellings:
            forms = (*terms[term_id].forms, *(spelling.form for spelling in spellings))
            yield FormsProposal(kind, term_id, forms, spellings)


def _has(term: Term, form: str) -> bool:
    """Whether a term already has a form; something else then keeps it from being linked."""
    if term.case is CaseRule.IGNORE:
        return fold_case(form) in map(fold_case, term.forms)
    return form in term.forms
