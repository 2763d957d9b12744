"""Mark the words in which two passages differ."""

from collections.abc import Sequence

from build_scripts.merge.anchors.explaining.allowance import Allowance
from build_scripts.merge.anchors.explaining.counted_matcher import CountedMatcher
from build_scripts.merge.anchors.explaining.tokens import Token, tokens_of
from build_scripts.text.yaml_scalars import visible

OPENING, CLOSING = "▸", "◂"
_KEPT = 5
"""How many equal words are shown on either side of a difference."""


def marked_differences(one: str, other: str, allowance: Allowance) -> tuple[str, str]:
    """Put the words that one of two passages has and the other lacks between ▸ and ◂.

    Where the allowance does not suffice, more words are marked than differ.
    """
    ours, theirs = tokens_of(one), tokens_of(other)
    matcher = CountedMatcher(
        [token.words for token in ours], [token.words for token in theirs], allowance
    )
    codes = matcher.get_opcodes()
    first = [(kind == "equal", start, end) for kind, start, end, _, _ in codes]
    second = [(kind == "equal", start, end) for kind, _, _, start, end in codes]
    return _marked(one, ours, first), _marked(other, theirs, second)


def _marked(text: str, tokens: Sequence[Token], pieces: Sequence[tuple[bool, int, int]]) -> str:
    """The text, with the pieces marked that are not the same in the other passage."""
    result = ""
    position = 0
    for number, (is_same, start, end) in enumerate(pieces):
        if start == end:
            continue
        begins, ends = tokens[start].start, tokens[end - 1].end
        result += visible(text[position:begins])
        position = ends
        if not is_same:
            result += OPENING + visible(text[begins:ends]) + CLOSING
            continue
        head = 0 if number == 0 else _KEPT
        tail = 0 if number == len(pieces) - 1 else _KEPT
        if len(pieces) == 1 or end - start <= head + tail + 1:
            result += visible(text[begins:ends])
            continue
        kept_start = visible(text[begins : tokens[start + head - 1].end]) + " " if head else ""
        kept_end = " " + visible(text[tokens[end - tail].start : ends]) if tail else ""
        result += f"{kept_start}…{kept_end}"
    return result
