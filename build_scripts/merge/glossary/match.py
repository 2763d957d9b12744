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
    with_looser,
)
from build_scripts.merge.glossary.index import NO_CLAIMANTS, Forms, GlossaryIndex
from build_scripts.merge.glossary.term_places import (
    ContestedPlace,
    ForbiddenMention,
    ForcedMention,
    MatchResult,
    TermMatch,
)
from build_scripts.model.span import Span
from build_scripts.text.addresses_in_text import addresses, is_part
from build_scripts.text.fold_case import is_turkic
from build_scripts.text.looser import looser_forms
from build_scripts.text.normalise import comparable
from build_scripts.text.normalised_text import NormalisedText
from build_scripts.text.word_boundary import is_whole_word, word_rules


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
                    text=place.words,
                    claims=place.claims,
                    terms=place.claimants.best,
                    settled=settled,
                    turkic=is_turkic(language),
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
    candidates, exceptions, _ = _search(
        index, comparable(text, language), language, paragraph_starts
    )
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
    return _search(index, comparable(text, language), language, paragraph_starts)[2]


_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


def _search(
    index: GlossaryIndex,
    normalised: NormalisedText,
    language: str,
    paragraph_starts: Sequence[int],
) -> tuple[list[Candidate], list[ExceptedPlace], frozenset[str]]:
    """All candidates and excepted places, by their ends, and the words that have their letters."""
    candidates, exceptions, words = _places(
        index.forms, normalised, normalised, language, paragraph_starts
    )
    looser = index.looser(language)
    texts = looser_forms(normalised)
    if looser is not index.forms:
        texts = (normalised, *texts)
    for text in texts:
        more, further, loose_words = _places(looser, text, normalised, language, paragraph_starts)
        candidates = with_looser(candidates, more)
        exceptions += further
        words |= loose_words
    return candidates, exceptions, frozenset(words)


def _places(
    forms: Forms,
    compared: NormalisedText,
    normalised: NormalisedText,
    language: str,
    paragraph_starts: Sequence[int],
) -> tuple[list[Candidate], list[ExceptedPlace], set[str]]:
    """What is found in one of the forms in which a text is compared, by its place in the first."""
    text = compared.text
    rules, turkic = word_rules(language), is_turkic(language)
    in_addresses: tuple[Span, ...] | None = None  # looked for when a word is found
    candidates: list[Candidate] = []
    exceptions: list[ExceptedPlace] = []
    words: set[str] = set()
    for start, end, pattern in forms.raw_matches(text):
        # Word borders are checked first, since most raw matches are only parts of words.
        if not is_whole_word(text, start, end, rules):
            continue
        if in_addresses is None:
            in_addresses = addresses(text)
        if is_part(start, end, in_addresses):
            continue
        matched = text[start:end]
        words.add(matched)
        claimants = pattern.claimants(matched, turkic=turkic)
        if claimants is NO_CLAIMANTS:
            continue
        span = compared.source_span(start, end)
        if " " in matched:
            following = bisect_right(paragraph_starts, span.start)
            if following < len(paragraph_starts) and paragraph_starts[following] < span.end:
                continue
        place = (start, end)
        if compared is not normalised:
            if not normalised.has_whole(span):
                continue
            first, last = map(normalised.normalised_offset, span)
            place = (first, last)
        if claimants.agreements:
            candidates.append(Candidate(*place, span, claimants, matched, pattern.claims))
        exceptions += [ExceptedPlace(term, *place) for term in claimants.excepting]
    return candidates, exceptions, words
