"""Narrow down the places in a text that terms claim to those that go to one term."""

from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from build_scripts.merge.glossary.index import Claim, Claimants
from build_scripts.merge.glossary.term_places import ForbiddenMention, ForcedMention, PassedOver
from build_scripts.model.span import Span


class Candidate(NamedTuple):
    """One or more whole words that at least one term claims.

    Attributes:
        start, end: offsets in the normalised text.
        span: the same place in the source.
        words: as they were compared.
        claims: the forms that have their key.
    """

    start: int
    end: int
    span: Span
    claimants: Claimants
    words: str
    claims: tuple[Claim, ...]


class ExceptedPlace(NamedTuple):
    """A place of a phrase inside which the term is not meant, as offsets in the normalised text."""

    term: str
    start: int
    end: int


def with_looser(candidates: Sequence[Candidate], looser: Sequence[Candidate]) -> list[Candidate]:
    """All candidates by their ends, but looser ones only where no other has all their words."""
    starts: list[int] = []
    reached: list[int] = []  # the furthest end of all candidates up to here
    for candidate in sorted(candidates, key=_start):
        starts.append(candidate.start)
        reached.append(max(candidate.end, reached[-1] if reached else 0))
    kept = [*candidates]
    for candidate in looser:
        before = bisect(starts, candidate.start)
        if before == 0 or reached[before - 1] < candidate.end:
            kept.append(candidate)
    kept.sort(key=lambda candidate: (candidate.end, candidate.start))
    return kept


def allowed_candidates(
    candidates: Sequence[Candidate],
    exceptions: Sequence[ExceptedPlace],
    excluded: frozenset[str],
    forced: Sequence[ForcedMention],
    forbidden: Sequence[ForbiddenMention],
) -> list[Candidate]:
    """The candidates that some term may still claim after exceptions and mentions are applied."""
    allowed = []
    for candidate in candidates:
        if any(mention.span.overlaps(candidate.span) for mention in forced):
            continue
        ruled_out = excluded.union(
            (
                exception.term
                for exception in exceptions
                if exception.start <= candidate.start and candidate.end <= exception.end
            ),
            (mention.term for mention in forbidden if mention.span.overlaps(candidate.span)),
        )
        claimants = candidate.claimants.without(ruled_out)
        if claimants.agreements:
            allowed.append(candidate._replace(claimants=claimants))
    return allowed


def longest_first(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, by position, without those that overlap a longer or an earlier one."""
    if all(before.end <= after.start for before, after in pairwise(candidates)):
        return list(candidates)
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, c.start)):
        place = bisect(kept, candidate.start, key=_start)
        is_free = (place == 0 or kept[place - 1].end <= candidate.start) and (
            place == len(kept) or candidate.end <= kept[place].start
        )
        if is_free:
            kept.insert(place, candidate)
    return kept


def _start(candidate: Candidate) -> int:
    return candidate.start


def is_contested(candidate: Candidate) -> bool:
    """Whether several terms claim the words with equal right."""
    return len(candidate.claimants.best) > 1


def passed_over(
    candidates: Sequence[Candidate], allowed: Sequence[Candidate], matched: set[str]
) -> tuple[PassedOver, ...]:
    """For each term that occurs in the text but has no match, its first place.

    A place where it is displaced goes before one where it is excluded.
    """
    occurring = {term for candidate in candidates for term, _ in candidate.claimants.agreements}
    if occurring <= matched:
        return ()
    left = {
        (candidate.span, term)
        for candidate in allowed
        for term, _ in candidate.claimants.agreements
        if term not in matched
    }
    places = sorted(
        (term, (candidate.span, term) not in left, candidate.span)
        for candidate in candidates
        for term, _ in candidate.claimants.agreements
        if term not in matched
    )
    first: dict[str, PassedOver] = {}
    for term, is_excluded, span in places:
        first.setdefault(term, PassedOver(term, span, is_excluded))
    return tuple(first.values())


def stands_at(mention: ForbiddenMention, candidates: Sequence[Candidate]) -> bool:
    """Whether a form of the forbidden term overlaps the passage."""
    return any(
        mention.span.overlaps(candidate.span)
        and any(term == mention.term for term, _ in candidate.claimants.agreements)
        for candidate in candidates
    )
