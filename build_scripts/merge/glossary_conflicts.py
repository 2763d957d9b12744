"""Forms that two terms of a glossary claim with the same right."""

from collections.abc import Iterable
from itertools import combinations

from build_scripts.merge.glossary_index import Agreement, Claim, GlossaryIndex, fold_case
from build_scripts.merge.glossary_match import ContestedPlace
from build_scripts.model.annotation import Term
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.origin import Origin

_PLACES_SHOWN = 3


def form_conflicts(
    index: GlossaryIndex, places: Iterable[ContestedPlace]
) -> tuple[Diagnostic, ...]:
    """Reports each form that a text could match for two terms equally.

    It is no fault where the form does occur in the readings and every such place is settled,
    by `mentions:` or by the exceptions of the terms: then nothing has to be guessed.

    Args:
        index: the glossary.
        places: the contested places of all readings.

    Returns:
        `FORM_CLAIMED_TWICE` at the form of the later term, sorted.
    """
    places_by_form: dict[str, list[ContestedPlace]] = {}
    for place in places:
        places_by_form.setdefault(fold_case(place.text), []).append(place)
    diagnostics = set()
    for folded, pattern in index.patterns.items():
        forms = [claim for claim in pattern.claims if not claim.is_exception]
        for first, second in combinations(forms, 2):
            if first.term == second.term:
                continue
            contested = [
                place
                for place in places_by_form.get(folded, ())
                if {first.term, second.term} <= {*place.terms} and _tie(first, second, place.text)
            ]
            unsettled = [place for place in contested if not place.settled]
            if unsettled or (not contested and _can_tie(first, second, folded)):
                diagnostics.add(_claimed_twice(index, first, second, unsettled))
    return tuple(sorted(diagnostics))


def _tie(first: Claim, second: Claim, text: str) -> bool:
    """Whether both agree with a text, and none of them better than the other."""
    return first.agreement(text) is second.agreement(text) is not Agreement.NONE


def _can_tie(first: Claim, second: Claim, folded: str) -> bool:
    """Whether there is a text that both match equally.

    Forms that are the same tie at their own string, others only where both are tolerant; and a
    form that ignores case tolerates whatever becomes of it when one letter changes its case.
    """
    texts = _case_variants(first.form) | _case_variants(second.form)
    return any(_tie(first, second, text) for text in texts if fold_case(text) == folded)


def _case_variants(form: str) -> set[str]:
    changed = (
        form[:place] + character.swapcase() + form[place + 1 :]
        for place, character in enumerate(form)
    )
    return {form, *changed}


def _claimed_twice(
    index: GlossaryIndex, first: Claim, second: Claim, unsettled: list[ContestedPlace]
) -> Diagnostic:
    rival, term = index.terms[first.term], index.terms[second.term]
    form = term.forms[second.number]
    place = _origin(rival, first)
    line, _ = place.document.line_and_column(place.offset)
    hint = (
        f"Keep “{form}” in one of the two files only, or say in `mentions:` of the reading which "
        "term is meant, at each place where it stands."
    )
    if unsettled:
        shown = [
            f"{contested.reading}, paragraph {contested.paragraph}"
            for contested in unsettled[:_PLACES_SHOWN]
        ]
        more = len(unsettled) - len(shown)
        hint += f"\nOpen places: {'; '.join(shown)}" + (f"; and {more} more." if more else ".")
    return _origin(term, second).diagnostic(
        Code.FORM_CLAIMED_TWICE,
        f"The form “{form}” is already claimed by the term {rival.id} "
        f"({place.document.path}, line {line})",
        hint,
    )


def _origin(term: Term, claim: Claim) -> Origin:
    """Where a form was written; without `forms:`, the term's name is its form."""
    if "forms" in term.origin.parts:
        return term.origin.at("forms", claim.number)
    return term.origin.at("term")
