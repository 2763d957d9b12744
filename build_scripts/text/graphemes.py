"""Find extended grapheme clusters, which readers see as one character (Unicode Annex 29).

The `regex` module finds the clusters; this file adds a quick test for a single place in a long
text.
"""

import enum
from collections.abc import Iterator
from functools import lru_cache

import regex

_CLUSTER = regex.compile(r"\X")

# After one of these, two neighbours are not enough: whether a cluster goes on depends on what the
# marks or the joiner are attached to (an Indic consonant, a pictograph).
_ATTACHED = regex.compile(r"[\p{M}\p{Grapheme_Cluster_Break=Extend}\u200D]")
_REGIONAL_INDICATOR = regex.compile(r"\p{Regional_Indicator}")

# Below U+0300 no character joins its neighbour, except CR and LF.
_FIRST_THAT_MAY_JOIN = "\u0300"


class _Pair(enum.Enum):
    """Whether a cluster ends between two neighbouring characters."""

    BREAK = enum.auto()
    JOIN = enum.auto()
    DEPENDS = enum.auto()


@lru_cache(maxsize=65_536)
def _pair(before: str, after: str) -> _Pair:
    if _REGIONAL_INDICATOR.match(before) and _REGIONAL_INDICATOR.match(after):
        return _Pair.DEPENDS  # flags are pairs, counted from the first of the run
    if _CLUSTER.fullmatch(before + after):
        return _Pair.JOIN
    return _Pair.DEPENDS if _ATTACHED.match(before) else _Pair.BREAK


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each grapheme cluster of a text, in order, in code points."""
    for match in _CLUSTER.finditer(text):
        yield match.span()


def is_boundary(text: str, offset: int) -> bool:
    """Whether an offset, in code points, lies inside no grapheme cluster.

    Both ends of the text are boundaries. The time does not depend on the length of the text, only
    on that of the run of marks, joiners or flags around the offset.
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
        if cluster is None:  # never: a cluster begins at every offset before the end
            return False
        position = cluster.end()
    return position == offset
