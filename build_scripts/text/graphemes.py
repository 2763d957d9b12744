"""What a reader sees as one character: extended grapheme clusters (Unicode Annex 29).

The clusters themselves are the `regex` module's; this file only answers quickly, at one place of
a long text, whether a cluster ends there.
"""

import enum
from collections.abc import Iterator
from functools import lru_cache

import regex

_CLUSTER = regex.compile(r"\X")

# After one of these, the two neighbours alone do not tell: whether a cluster goes on depends on
# what the marks or the joiner are attached to (an Indic consonant, a pictograph).
_ATTACHED = regex.compile(r"[\p{M}\p{Grapheme_Cluster_Break=Extend}\u200D]")
_REGIONAL_INDICATOR = regex.compile(r"\p{Regional_Indicator}")

# Below U+0300 nothing joins with its neighbour, except CR with LF.
_FIRST_THAT_MAY_JOIN = "\u0300"


class _Pair(enum.Enum):
    """What two neighbouring characters tell about the place between them."""

    BREAK = enum.auto()
    JOIN = enum.auto()
    DEPENDS = enum.auto()


@lru_cache(maxsize=65_536)
def _pair(before: str, after: str) -> _Pair:
    if _REGIONAL_INDICATOR.match(before) and _REGIONAL_INDICATOR.match(after):
        return _Pair.DEPENDS  # flags are pairs, counted from the first of the row
    if _CLUSTER.fullmatch(before + after):
        return _Pair.JOIN
    return _Pair.DEPENDS if _ATTACHED.match(before) else _Pair.BREAK


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """The grapheme clusters of a text, in order, as start and end in code points."""
    for match in _CLUSTER.finditer(text):
        yield match.span()


def is_boundary(text: str, offset: int) -> bool:
    """Whether no grapheme cluster of `text` goes on across `offset` (in code points).

    Both ends of the text are boundaries. The cost does not depend on the length of the text,
    only on that of the run of marks, joiners or flags around the offset.
    """
    if offset <= 0 or offset >= len(text):
        return True
    before, after = text[offset - 1], text[offset]
    if before < _FIRST_THAT_MAY_JOIN and after < _FIRST_THAT_MAY_JOIN:
        return not (before == "\r" and after == "\n")
    pair = _pair(before, after)
    if pair is not _Pair.DEPENDS:
        return pair is _Pair.BREAK
    position = offset - 1
    while position > 0 and _pair(text[position - 1], text[position]) is not _Pair.BREAK:
        position -= 1
    while position < offset:
        cluster = _CLUSTER.match(text, position)
        if cluster is None:  # cannot be: a cluster begins at every offset before the end
            return False
        position = cluster.end()
    return position == offset
