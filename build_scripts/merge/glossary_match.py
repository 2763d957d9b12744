"""Where the terms of a glossary stand in a text."""

import re
from bisect import bisect, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from build_scripts.merge.glossary_index import NO_CLAIMANTS, Claimants, GlossaryIndex
from build_scripts.merge.normalise import NormalisedText, normalise
from build_scripts.merge.word_boundary import has_elision, is_whole_word
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span


class ForcedMention(NamedTuple):
    """A passage, of whatever words, that is linked to this term in any case."""

    term: str
    span: Span


class ForbiddenMention(NamedTuple):
    """A passage where this term is not meant."""

    term: str
    span: Span


class TermMatch(NamedTuple):
    """A term's place in a text, and whether a contributor put it there."""

    term: str
    span: Span
    forced: bool


class ContestedPlace(NamedTuple):
    """A place where several terms have the same right to a form.

    Attributes:
        reading: the reading's id.
        paragraph: the number of the paragraph.
        span: the place.
        text: what stands there, normalised.
        terms: ids of the terms, in the glossary's order.
        settled: whether mentions or exceptions leave at most one of them, so that nothing has to
            be guessed.
    """

    reading: str
    paragraph: int
    span: Span
    text: str
    terms: tuple[str, ...]
    settled: bool


class MatchResult(NamedTuple):
    """What was found in one text.

    Attributes:
        matches: by position; two of them overlap only where both are forced.
        contested: places that several terms claim, by position; where they are not settled, there
            is no match.
    """

    matches: tuple[TermMatch, ...]
    contested: tuple[ContestedPlace, ...]


class _Candidate(NamedTuple):
    """A whole word, or several, that at least one term claims.

    Attributes:
        start, end: offsets in the normalised text.
        span: the same place in the source.
        claimants: the terms that it may stand for; at least one.
    """

    start: int
    end: int
    span: Span
    claimants: Claimants


class _Exception(NamedTuple):
    """A place of a phrase inside which the term is not meant; offsets as in `_Candidate`."""

    term: str
    start: int
    end: int


def find_occurrences(
    index: GlossaryIndex,
    reading_id: str,
    text: SourceText,
    normalised: NormalisedText,
    language: str,
    forced: Sequence[ForcedMention],
    forbidden: Sequence[ForbiddenMention],
) -> MatchResult:
    """Finds every place of every term in a reading.

    Where matches overlap, the longest wins, then the leftmost. Before that, all are dropped that
    a contributor ruled out: terms not linked in this reading, matches inside a phrase that the
    term excepts, forbidden places, and what overlaps a forced place. Of two terms whose forms
    differ only in case, the one whose form is literally there has the better right.

    Args:
        index: the glossary.
        reading_id: the reading.
        text: its source, for the borders of paragraphs, which no match crosses.
        normalised: ``text.text``, normalised.
        language: BCP 47 tag of the text.
        forced: places linked in any case, of known terms.
        forbidden: places not linked, of known terms.

    Returns:
        Matches and contested places, as spans of the source.
    """
    paragraph_starts = [paragraph.span.start for paragraph in text.paragraphs]
    candidates, exceptions = _search(index, normalised, language, paragraph_starts)
    allowed = candidates
    excluded = index.excluded.get(reading_id, frozenset[str]())
    if exceptions or excluded or forced or forbidden:
        allowed = _allowed(candidates, exceptions, excluded, forced, forbidden)
    winners = _longest_first(allowed)

    matches = [
        TermMatch(winner.claimants.best[0], winner.span, False)
        for winner in winners
        if len(winner.claimants.best) == 1
    ]
    if forced:
        matches += [TermMatch(mention.term, mention.span, True) for mention in set(forced)]
        matches.sort(key=lambda match: (match.span, match.term))

    still_contested = {candidate.span for candidate in allowed if _is_contested(candidate)}
    contested = [(place, False) for place in winners if place.span in still_contested] + [
        (place, True)
        for place in candidates
        if _is_contested(place) and place.span not in still_contested
    ]
    return MatchResult(
        tuple(matches),
        tuple(
            sorted(
                ContestedPlace(
                    reading=reading_id,
                    paragraph=bisect_right(paragraph_starts, place.span.start),
                    span=place.span,
                    text=normalised.text[place.start : place.end],
                    terms=place.claimants.best,
                    settled=settled,
                )
                for place, settled in contested
            )
        ),
    )


def find_in_plain_text(
    index: GlossaryIndex, text: str, language: str, excluded_term: str
) -> tuple[tuple[str, Span], ...]:
    """Finds the first place of each term in a text that is not a reading, such as a definition.

    Args:
        index: the glossary.
        text: plain text; blank lines part its paragraphs.
        language: BCP 47 tag of the text.
        excluded_term: the term that is being defined. It is not returned, but a longer form of it
            still keeps the shorter form of another term from being found inside.

    Returns:
        Ids of terms and spans in `text`, by position. Contested places are left out.
    """
    paragraph_starts = [match.end() for match in _BLANK_LINES.finditer(text)]
    candidates, exceptions = _search(index, normalise(text), language, paragraph_starts)
    if exceptions:
        candidates = _allowed(candidates, exceptions, frozenset(), (), ())
    first: dict[str, Span] = {}
    for winner in _longest_first(candidates):
        best = winner.claimants.best
        if len(best) == 1 and best[0] != excluded_term:
            first.setdefault(best[0], winner.span)
    return tuple(first.items())


_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


def _search(
    index: GlossaryIndex,
    normalised: NormalisedText,
    language: str,
    paragraph_starts: Sequence[int],
) -> tuple[list[_Candidate], list[_Exception]]:
    """All that agrees with the text, overlaps included, in the order of its ends."""
    text = normalised.text
    elision = has_elision(language)
    candidates: list[_Candidate] = []
    exceptions: list[_Exception] = []
    for last, pattern in index.raw_matches(text):
        # Borders first: most raw matches are pieces of words, and this is all they cost.
        end = last + 1
        start = end - pattern.length
        if not is_whole_word(text, start, end, elision):
            continue
        matched = text[start:end]
        claimants = pattern.claimants(matched)
        if claimants is NO_CLAIMANTS:
            continue
        span = normalised.source_span(start, end)
        if " " in matched:
            following = bisect_right(paragraph_starts, span.start)
            if following < len(paragraph_starts) and paragraph_starts[following] < span.end:
                continue
        if claimants.agreements:
            candidates.append(_Candidate(start, end, span, claimants))
        exceptions += [_Exception(term, start, end) for term in claimants.excepting]
    return candidates, exceptions


def _allowed(
    candidates: Sequence[_Candidate],
    exceptions: Sequence[_Exception],
    excluded: frozenset[str],
    forced: Sequence[ForcedMention],
    forbidden: Sequence[ForbiddenMention],
) -> list[_Candidate]:
    """The candidates that are left to somebody when contributors have had their say."""
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


def _longest_first(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The candidates, by position, without those that a longer one, or one before it, displaces."""
    if all(one.end <= following.start for one, following in pairwise(candidates)):
        return list(candidates)
    kept: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda found: (found.start - found.end, found.start)):
        place = bisect(kept, candidate.start, key=_start)
        is_free = (place == 0 or kept[place - 1].end <= candidate.start) and (
            place == len(kept) or candidate.end <= kept[place].start
        )
        if is_free:
            kept.insert(place, candidate)
    return kept


def _start(candidate: _Candidate) -> int:
    return candidate.start


def _is_contested(candidate: _Candidate) -> bool:
    return len(candidate.claimants.best) > 1
