"""Find the terms of a glossary in a text."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from build_scripts.merge.anchors.quotable_text import QuotableText
from build_scripts.merge.glossary.candidates import (
    Candidate,
    ExceptedPlace,
    allowed_candidates,
    is_contested,
    longest_first,
    passed_over,
    stands_at,
)
from build_scripts.merge.glossary.index import NO_CLAIMANTS, GlossaryIndex
from build_scripts.merge.glossary.term_places import (
    ContestedPlace,
    ForbiddenMention,
    ForcedMention,
    MatchResult,
    TermMatch,
)
from build_scripts.model.span import Span
from build_scripts.text.normalise import normalise
from build_scripts.text.normalised_text import NormalisedText
from build_scripts.text.word_boundary import has_elision, is_whole_word


def find_occurrences(
    index: GlossaryIndex,
    reading_id: str,
    text: QuotableText,
    language: str,
    forced: Sequence[ForcedMention],
    forbidden: Sequence[ForbiddenMention],
) -> MatchResult:
    """Find every place of every term in a reading.

    Where matches overlap, the longest wins, then the leftmost. Before that, all matches are dropped
    that a contributor ruled out: terms not linked in this reading, matches inside a phrase that the
    term excepts, forbidden places, and matches that overlap a forced place. If the forms of two
    terms differ only in case, the one that the text has literally wins. No match of several words
    crosses the border of a paragraph.
    """
    paragraph_starts = [paragraph.span.start for paragraph in text.source.paragraphs]
    candidates, exceptions, words = _search(index, text.normalised, language, paragraph_starts)
    allowed = candidates
    excluded = index.excluded.get(reading_id, frozenset[str]())
    if exceptions or excluded or forced or forbidden:
        allowed = allowed_candidates(candidates, exceptions, excluded, forced, forbidden)
    winners = longest_first(allowed)

    matches = [
        TermMatch(winner.claimants.best[0], winner.span, False)
        for winner in winners
        if len(winner.claimants.best) == 1
    ]
    if forced:
        matches += [TermMatch(mention.term, mention.span, True) for mention in set(forced)]
        matches.sort(key=lambda match: (match.span, match.term))

    still_contested = {candidate.span for candidate in allowed if is_contested(candidate)}
    contested = [(place, False) for place in winners if place.span in still_contested] + [
        (place, True)
        for place in candidates
        if is_contested(place) and place.span not in still_contested
    ]
    return MatchResult(
        tuple(matches),
        tuple(
            sorted(
                ContestedPlace(
                    reading=reading_id,
                    paragraph=bisect_right(paragraph_starts, place.span.start),
                    span=place.span,
                    text=text.normalised.text[place.start : place.end],
                    terms=place.claimants.best,
                    settled=settled,
                )
                for place, settled in contested
            )
        ),
        passed_over(candidates, allowed, {match.term for match in matches}),
        words,
        tuple(mention for mention in forbidden if not stands_at(mention, candidates)),
    )


def find_in_plain_text(
    index: GlossaryIndex, text: str, language: str, excluded_term: str
) -> tuple[tuple[str, Span], ...]:
    """Find the first place of each term in a text that is not a reading, such as a definition.

    Blank lines part its paragraphs. The excluded term, which is being defined, is not returned, but
    its longer forms still keep shorter forms of other terms from being found inside them. Contested
    places are left out.
    """
    paragraph_starts = [match.end() for match in _BLANK_LINES.finditer(text)]
    candidates, exceptions, _ = _search(index, normalise(text), language, paragraph_starts)
    if exceptions:
        candidates = allowed_candidates(candidates, exceptions, frozenset(), (), ())
    first: dict[str, Span] = {}
    for winner in longest_first(candidates):
        best = winner.claimants.best
        if len(best) == 1 and best[0] != excluded_term:
            first.setdefault(best[0], winner.span)
    return tuple(first.items())


def words_of_terms(index: GlossaryIndex, text: str, language: str) -> frozenset[str]:
    """The words in a text that have the letters of a form or an excepted phrase of any term.

    Blank lines part the paragraphs of the text, which is plain text.
    """
    paragraph_starts = [match.end() for match in _BLANK_LINES.finditer(text)]
    return _search(index, normalise(text), language, paragraph_starts)[2]


_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


def _search(
    index: GlossaryIndex,
    normalised: NormalisedText,
    language: str,
    paragraph_starts: Sequence[int],
) -> tuple[list[Candidate], list[ExceptedPlace], frozenset[str]]:
    """All candidates and excepted places, by their ends, and the words that have their letters."""
    text = normalised.text
    elision = has_elision(language)
    candidates: list[Candidate] = []
    exceptions: list[ExceptedPlace] = []
    words: set[str] = set()
    for last, pattern in index.raw_matches(text):
        # Word borders are checked first, since most raw matches are only parts of words.
        end = last + 1
        start = end - pattern.length
        if not is_whole_word(text, start, end, elision):
            continue
        matched = text[start:end]
        words.add(matched)
        claimants = pattern.claimants(matched)
        if claimants is NO_CLAIMANTS:
            continue
        span = normalised.source_span(start, end)
        if " " in matched:
            following = bisect_right(paragraph_starts, span.start)
            if following < len(paragraph_starts) and paragraph_starts[following] < span.end:
                continue
        if claimants.agreements:
            candidates.append(Candidate(start, end, span, claimants))
        exceptions += [ExceptedPlace(term, start, end) for term in claimants.excepting]
    return candidates, exceptions, frozenset(words)
