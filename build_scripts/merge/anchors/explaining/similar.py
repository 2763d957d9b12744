"""Find the passage that most resembles a quotation.

Used only in messages, never to place an annotation.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from difflib import Match
from functools import lru_cache
from itertools import accumulate

from rapidfuzz import process
from rapidfuzz.distance import Indel

from build_scripts.merge.anchors.explaining.allowance import Allowance
from build_scripts.merge.anchors.explaining.counted_matcher import CountedMatcher
from build_scripts.merge.anchors.explaining.tokens import Token, tokens_of
from build_scripts.model.span import Span

_LEAST_SIMILARITY = 0.6
"""The share of words that must agree; a word that nearly agrees counts in part."""

_ENOUGH_WORDS = 5
"""If at least this many words agree, words at either end that differ are ignored."""

_MOST_BEYOND = 3
"""How many words are shown beyond those that agree, at either end."""

_COMMON = 500
"""A word that occurs more often than this says little about the place and is slow to process."""

_LEAST_LETTERS = 4
"""The shortest word that is compared letter by letter."""

_MOST_MISSPELT = 8
"""How many words of a quotation are compared in this way, each with every word of the text."""

_WORD_SIMILARITY = 0.7

_NEARLY = 0.5
"""Two words with fewer letters in common than this are different words."""

_WHOLE_VOTE = 1_000_000_000
"""The vote of a word that occurs once; a whole number, so that sums are exact in any order."""


def similar_passage(text: str, quotation: str, allowance: Allowance) -> Span | None:
    """The passage whose words agree best with those of a quotation.

    None where too few agree, or where the allowance does not suffice to find out.

    Each word of the quotation that occurs in the text votes for the place where the quotation
    would then begin; a rare word counts more than a common one. Around the winning place, the text
    and the quotation are compared word for word. Text, quotation and result are normalised.
    """
    if not allowance.prepare(text):
        return None
    sought, tokens = tokens_of(quotation), tokens_of(text)
    if not sought or not tokens:
        return None
    begins = _most_likely_beginning(sought, text, allowance)
    if begins is None:
        return None
    # A narrow window has few chance agreements; a quotation that leaves words out, or begins a
    # little earlier or later, needs a wider one.
    best: Sequence[Token] = ()
    best_similarity = 0.0
    for slack in (0, 1 + len(sought) // 4, 3 + len(sought) // 2):
        first = max(0, begins - slack)
        window = tokens[first : begins + len(sought) + slack]
        passage = _agreeing_passage(sought, window, begins - first, allowance)
        similarity = _similarity(sought, passage, allowance)
        if similarity > best_similarity:
            best, best_similarity = passage, similarity
    if not best or allowance.is_used_up:
        return None
    return Span(best[0].start, best[-1].end)


def _agreeing_passage(
    sought: Sequence[Token], window: Sequence[Token], begins: int, allowance: Allowance
) -> Sequence[Token]:
    """The part of the window that agrees with a quotation; empty where too little agrees."""
    blocks = [
        block
        for block in _matcher(sought, window, allowance).get_matching_blocks()
        if any(token.plain for token in sought[block.a : block.a + block.size])
    ]
    densest = _densest(blocks)
    has_enough = sum(block.size for block in densest) >= _ENOUGH_WORDS
    if has_enough:
        blocks = [*densest]
    if blocks:
        # If words at either end of the quotation do not agree, assume that they replace the same
        # number of words in the text.
        first, last = blocks[0], blocks[-1]
        start = first.b - _reach(window[: first.b][::-1], _words(sought[: first.a]))
        end = last.b + last.size
        end += _reach(window[end:], _words(sought[last.a + last.size :]))
    else:  # no word agrees, but one nearly does
        start, end = begins, begins + len(sought)
    passage = _without_marks_at_ends(window[max(0, start) : end])
    compared = _between(blocks, sought, window) if has_enough else (sought, passage)
    return passage if _similarity(*compared, allowance) >= _LEAST_SIMILARITY else ()


def _words(tokens: Sequence[Token]) -> int:
    """How many of the tokens are words."""
    return sum(1 for token in tokens if token.plain)


def _reach(tokens: Sequence[Token], words: int) -> int:
    """How many tokens hold that many words, or the most that may be shown."""
    places = [number for number, token in enumerate(tokens, start=1) if token.plain]
    shown = min(words, _MOST_BEYOND, len(places))
    return places[shown - 1] if shown else 0


def _without_marks_at_ends(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens from the first word to the last: a mark at an end belongs to other words."""
    places = [number for number, token in enumerate(tokens) if token.plain]
    return tokens[places[0] : places[-1] + 1] if places else ()


def _between(
    blocks: Sequence[Match], sought: Sequence[Token], window: Sequence[Token]
) -> tuple[Sequence[Token], Sequence[Token]]:
    """The pieces of both that reach from the first block to the last."""
    first, last = blocks[0], blocks[-1]
    return sought[first.a : last.a + last.size], window[first.b : last.b + last.size]


def _densest(blocks: Sequence[Match]) -> Sequence[Match]:
    """The consecutive blocks in which agreeing words most outnumber the words between them."""
    best, best_score = range(0), 0
    start = score = 0
    for number, block in enumerate(blocks):
        if number > start:
            before = blocks[number - 1]
            score -= max(block.a - before.a, block.b - before.b) - before.size
        if score < 0:
            start, score = number, 0
        score += block.size
        if score > best_score:
            best, best_score = range(start, number + 1), score
    return [blocks[number] for number in best]


def _matcher(
    sought: Sequence[Token], window: Sequence[Token], allowance: Allowance
) -> CountedMatcher:
    return CountedMatcher(
        [token.plain or token.words for token in sought],
        [token.plain or token.words for token in window],
        allowance,
    )


def _most_likely_beginning(sought: Sequence[Token], text: str, allowance: Allowance) -> int | None:
    """The number of the token at which the quotation would begin."""
    places = _places(text)
    votes: dict[int, int] = defaultdict(int)
    misspelt = 0
    for number, token in enumerate(sought):
        word = token.plain
        if word and word not in places and len(word) >= _LEAST_LETTERS:
            misspelt += 1
            searchable = misspelt <= _MOST_MISSPELT and allowance.spend(len(places))
            word = _nearest_word(word, places) if searchable else ""
        occurrences = places.get(word, ()) if word else ()
        if len(occurrences) <= _COMMON or len(sought) == 1:
            if not allowance.spend(len(occurrences)):
                return None
            for place in occurrences:
                votes[place - number] += _WHOLE_VOTE // len(occurrences)
    if not votes:
        return None
    # Words that were added or left out move the start a little, so neighbours vote together.
    reach = 1 + len(sought) // 4
    starts = sorted(votes)
    sums = [0, *accumulate(votes[start] for start in starts)]

    def votes_near(start: int) -> int:
        first = bisect_left(starts, start - reach)
        return sums[bisect_right(starts, start + reach)] - sums[first]

    return max(0, max(starts, key=lambda start: (votes_near(start), votes[start], -start)))


def _nearest_word(word: str, places: Mapping[str, Sequence[int]]) -> str:
    near = [other for other in places if abs(len(other) - len(word)) <= 2]
    best = process.extractOne(
        word, near, scorer=Indel.normalized_similarity, score_cutoff=_WORD_SIMILARITY
    )
    return best[0] if best else ""


@lru_cache(maxsize=8)
def _places(text: str) -> dict[str, list[int]]:
    """For each word, the numbers of the tokens that are this word."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, token in enumerate(tokens_of(text)):
        if token.plain:
            places[token.plain].append(number)
    return dict(places)


def _similarity(sought: Sequence[Token], passage: Sequence[Token], allowance: Allowance) -> float:
    """How many words of the longer of the two agree with the shorter, between 0 and 1."""
    sought = [token for token in sought if token.plain]
    passage = [token for token in passage if token.plain]
    agreeing = 0.0
    for kind, a_start, a_end, b_start, b_end in _matcher(sought, passage, allowance).get_opcodes():
        if kind == "equal":
            agreeing += a_end - a_start
        elif kind == "replace":
            ours = "".join(token.plain for token in sought[a_start:a_end])
            theirs = "".join(token.plain for token in passage[b_start:b_end])
            share = CountedMatcher(ours, theirs, allowance).ratio()
            if share >= _NEARLY:
                agreeing += share * min(a_end - a_start, b_end - b_start)
    return agreeing / max(len(sought), len(passage), 1)
