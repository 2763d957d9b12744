"""On which side words begin: the direction of a language, of a text, and of a place in a text."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import Literal

import icu

from build_scripts.text.language_scripts import script_of

RIGHT_TO_LEFT = frozenset(("R", "AL"))
"""The bidirectional classes of letters that run from right to left."""

_STRONG = {"L"} | RIGHT_TO_LEFT

# The blocks that Unicode keeps for scripts from right to left (DerivedBidiClass.txt), and the
# controls that begin such words. Without them, nothing in a text from left to right is reordered.
_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

LTR: Literal["ltr"] = "ltr"
RTL: Literal["rtl"] = "rtl"
IN_NUMBER: Literal["in-number"] = "in-number"
"""Inside a number in words from right to left, such as between ``12`` and ``/05``. An isolated
element would put the parts of the number in another order."""

Place = Literal["ltr", "rtl", "in-number"]

_AN_OBJECT = "\ufffc"


def direction(tag: str, words: str = "") -> str:
    """``rtl`` or ``ltr``: the direction of the script of a language.

    Args:
        tag: the BCP 47 tag of the language.
        words: a text in that language. It counts only if nobody knows the script of the language:
            then the direction is that of most of its letters.
    """
    return _of_script(tag) or _of_most_letters(words)


@cache
def _of_script(tag: str) -> str:
    """The direction of the script of a language; empty if nobody knows the script."""
    script = script_of(tag)
    codes = icu.Script.getCode(script) if script else ()
    if not codes:
        return ""
    return "rtl" if any(icu.Script(code).isRightToLeft() for code in codes) else "ltr"


@lru_cache(maxsize=1_024)
def _of_most_letters(words: str) -> str:
    if words.isascii():
        return "ltr"
    kinds = [unicodedata.bidirectional(character) for character in words]
    return "rtl" if sum(map(kinds.count, RIGHT_TO_LEFT)) > kinds.count("L") else "ltr"


def first_direction(words: str) -> str:
    """The direction of the first letter, as ``dir="auto"`` finds it."""
    kinds = (unicodedata.bidirectional(character) for character in words)
    return "rtl" if next((k for k in kinds if k in _STRONG), "L") in RIGHT_TO_LEFT else "ltr"


def runs_one_way(words: str, base: str) -> bool:
    """Whether all of a text runs from left to right, so that browsers reorder nothing in it."""
    if base == "rtl":
        return False
    return words.isascii() or not _FROM_RIGHT.search(words)


def paragraph_direction(words: str, around: str) -> str:
    """The direction of a paragraph: that of the text, unless all its letters run the other way."""
    if around == "ltr" and runs_one_way(words, around):
        return around
    kinds = set(map(unicodedata.bidirectional, words))
    if around == "ltr":
        return "ltr" if "L" in kinds or kinds.isdisjoint(RIGHT_TO_LEFT) else "rtl"
    return "ltr" if "L" in kinds and kinds.isdisjoint(RIGHT_TO_LEFT) else "rtl"


def directions_at(words: str, base: str, places: Iterable[int]) -> Mapping[int, Place]:
    """The directions in which a paragraph runs at places where isolated elements are put into it.

    Such an element stands in the paragraph like a picture: it takes the direction of the words
    around it if both sides have the same, or else that of the paragraph (UAX 9, rule N1).

    Args:
        words: the paragraph.
        base: its direction.
        places: offsets in it, in code points.

    Returns:
        The direction by offset.
    """
    places = sorted(set(places))
    plain = _levels(words, base, ())
    with_objects = _levels(words, base, places)
    directions: dict[int, Place] = {}
    for index, place in enumerate(places):
        level = with_objects[place + index]
        around = {*plain[max(place - 1, 0) : place + 1]}
        # Level 1 is words from right to left, and 2 a number among them.
        tears = 0 < place < len(words) and level % 2 == 1 and around == {level + 1}
        directions[place] = IN_NUMBER if tears else RTL if level % 2 else LTR
    return directions


def _levels(words: str, base: str, places: Sequence[int]) -> list[int]:
    """The level of each character, with an object at each of some places."""
    cuts = (0, *places, len(words))
    content = _AN_OBJECT.join(words[start:end] for start, end in pairwise(cuts))
    paragraph = icu.Bidi()
    paragraph.setPara(icu.UnicodeString(content), int(base == "rtl"))
    levels = paragraph.getLevels() if content else ()
    if len(levels) == len(content):
        return [*levels]
    # ICU has a level for each code unit of UTF-16.
    units = accumulate((1 + (c > "\uffff") for c in content), initial=0)
    return [levels[unit] for unit, _ in zip(units, content, strict=False)]
