"""Forms that two terms of a glossary claim with equal right."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from build_scripts.merge.glossary.form_letters import form_origin
from build_scripts.merge.glossary.index import Agreement, Claim, GlossaryIndex
from build_scripts.merge.glossary.mention_faults import ANY_TERM
from build_scripts.merge.glossary.term_places import ContestedPlace
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.text.fold_case import case_key

_PLACES_SHOWN = 3


def form_conflicts(
    index: GlossaryIndex,
    places: Iterable[ContestedPlace],
    faulty_mentions: Mapping[str, Sequence[str]],
) -> tuple[Diagnostic, ...]:
    """Report each form that could match a text for two terms equally.

    It is not a fault if the form occurs in the readings and every such place is settled by
    `mentions:` or by the exceptions of the terms, since then nothing has to be guessed.

    Args:
        index: the glossary.
        places: the contested places of all readings.
        faulty_mentions: by reading, the terms that faulty mentions name; each of these mentions
            may have been meant to settle one place.
    """
    tied: dict[_Pair, list[ContestedPlace]] = {}
    for place in places:
        for first, second in _rivals(place.claims):
            is_contested = {first.term, second.term} <= {*place.terms}
            if is_contested and _tie(first, second, place.text, turkic=place.turkic):
                tied.setdefault(_pair(first, second), []).append(place)
    forms = {(claim.term, claim.number): claim for claim in _all_claims(index)}
    could_tie = {
        _pair(first, second)
        for key, pattern in index.patterns.items()
        for first, second in _rivals(pattern.claims)
        if _can_tie(first, second, key)
    }
    diagnostics = set()
    for pair in {*tied, *could_tie}:
        first, second = (forms[one] for one in pair)
        unsettled = _left_open(tied.get(pair, ()), {first.term, second.term}, faulty_mentions)
        if unsettled or pair not in tied:
            diagnostics.add(_claimed_twice(index, first, second, unsettled))
    return tuple(sorted(diagnostics))


_Pair = tuple[tuple[str, int], tuple[str, int]]
"""Two forms, each by its term and its number there."""


def _pair(first: Claim, second: Claim) -> _Pair:
    return (first.term, first.number), (second.term, second.number)


def _rivals(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each two forms of different terms."""
    forms = [claim for claim in claims if not claim.is_exception]
    return (pair for pair in combinations(forms, 2) if pair[0].term != pair[1].term)


def _all_claims(index: GlossaryIndex) -> Iterator[Claim]:
    for pattern in index.patterns.values():
        yield from (claim for claim in pattern.claims if not claim.is_exception)


def _left_open(
    contested: Iterable[ContestedPlace],
    terms: set[str],
    faulty_mentions: Mapping[str, Sequence[str]],
) -> list[ContestedPlace]:
    """The places that are not settled, and that no faulty mention can have been meant for."""
    by_reading: dict[str, list[ContestedPlace]] = {}
    for place in contested:
        if not place.settled:
            by_reading.setdefault(place.reading, []).append(place)
    left: list[ContestedPlace] = []
    for reading, places in by_reading.items():
        meant = sum(term in terms or term == ANY_TERM for term in faulty_mentions.get(reading, ()))
        left += places if len(places) > meant else []
    return left


def _tie(first: Claim, second: Claim, text: str, *, turkic: bool = False) -> bool:
    """Whether both claims agree with a text equally well."""
    agreement = first.agreement(text, turkic=turkic)
    return agreement is second.agreement(text, turkic=turkic) is not Agreement.NONE


def _can_tie(first: Claim, second: Claim, key: str) -> bool:
    """Whether there is a text that both claims match equally well.

    Equal forms tie at their own string, others only where both are tolerant. A form that ignores
    case also matches each string that differs from it in the case of one letter.
    """
    texts = _case_variants(first.form) | _case_variants(second.form)
    return any(_tie(first, second, text) for text in texts if case_key(text) == key)


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
    hint = (
        f"Keep “{form}” in only one of the two files; or, under `mentions:` of the reading, say "
        "which term is meant at each place where it occurs."
    )
    if unsettled:
        shown = [
            f"{contested.reading}, paragraph {contested.paragraph}"
            for contested in unsettled[:_PLACES_SHOWN]
        ]
        more = len(unsettled) - len(shown)
        hint += f"\nPlaces to decide: {'; '.join(shown)}" + (f"; and {more} more." if more else ".")
    return form_origin(term, second.number).diagnostic(
        Code.FORM_CLAIMED_TWICE,
        f"The form “{form}” also belongs to the term `{rival.id}` "
        f"({form_origin(rival, first.number).in_words})",
        hint,
    )
