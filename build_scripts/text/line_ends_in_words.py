"""Find the line ends inside words, and decide what the hyphens before them are.

A text that was wrapped for print has hyphens that only mean that a word goes on in the next line
(``parlia-`` / ``ment``), and others that belong to the word (``twenty-`` / ``one``). The text
itself decides, word by word, so the same text always gives the same answer.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex
from babel import Locale, UnknownLocaleError

from build_scripts.model.line_end import LineEnd, LineEndHyphens
from build_scripts.text.scripts_without_spaces import WITHOUT_SPACES

_ONLY_AT_LINE_ENDS = "\u00ad\u00ac\u2e17"
"""The soft hyphen; what transcribers write for a hyphen at a line end; that of blackletter."""

_NEVER_ONLY_AT_LINE_ENDS = "\u05be\u2011"
"""The maqaf of Hebrew, which joins words; the hyphen after which no line is broken."""

HYPHEN_AT_LINE_END = f"[-\u2010\u058a\u1806{_ONLY_AT_LINE_ENDS}{_NEVER_ONLY_AT_LINE_ENDS}]"
"""A pattern of one hyphen that may stand at a line end, for `regex` and for JavaScript."""

_AT_LINE_END = re.compile(rf"{HYPHEN_AT_LINE_END}([ \t]*\n[ \t]*)")
_WORD = r"[\p{L}\p{M}]+"
_WORDS = regex.compile(_WORD)
_COMPOUNDS = regex.compile(rf"({_WORD}){HYPHEN_AT_LINE_END}(?=({_WORD}))")
_LETTERS_BEFORE = regex.compile(rf"(?r){_WORD}|\p{{Nd}}")
# A word does not go on with a mark, nor with a part of a Hangul syllable.
_LETTERS_AFTER = regex.compile(rf"(?![\p{{M}}\u1160-\u11ff\ud7b0-\ud7ff])(?:{_WORD}|\p{{Nd}})")
_UNSPACED = regex.compile(rf"(?!\p{{M}})(?:{WITHOUT_SPACES}|[\u3001-\u303f\uff01-\uff60])")
# All that is written without spaces is from these on, except what lies between the two ranges.
_MAY_BE_UNSPACED = re.compile("[\u0e00-\u1fff\u2e80-\U0003ffff]")
_LINE_END = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*")
_AFTER_HYPHEN = regex.compile(HYPHEN_AT_LINE_END)

_SHORTEST_OF_TWO_WORDS = 3
_WITH_CLOSED_COMPOUNDS = frozenset(
    (
        *("af", "da", "de", "et", "fi", "fo", "fy", "gsw", "hu", "is", "lb"),
        *("nb", "nds", "nl", "nn", "no", "sv"),
    )
)
"""Languages that write compounds as one word, so that both halves being words says nothing."""


def line_ends_in_words(
    text: str, language: str = "", rule: LineEndHyphens | None = None, keeps_lines: bool = False
) -> tuple[LineEnd, ...]:
    """The line ends inside words of a text that has LF as its only line end, in order.

    There are two kinds: those after a hyphen, and those between two letters of a script that has no
    spaces between words.

    Args:
        text: the text.
        language: its language (BCP 47).
        rule: what all hyphens at line ends are; None to decide word by word.
        keeps_lines: whether its lines are verses, so that words end where they end.
    """
    if "\n" not in text:
        return ()
    found = [*_after_hyphens(text, language, rule)]
    if not keeps_lines and not text.isascii() and _MAY_BE_UNSPACED.search(text):
        found += _between_letters(text)
    return tuple(sorted(found))


class _Place(NamedTuple):
    """A hyphen at a line end, with the letters or the digit on either side."""

    line_end: LineEnd
    first: str
    second: str


def _after_hyphens(text: str, language: str, rule: LineEndHyphens | None) -> Iterator[LineEnd]:
    places = [*_places(text)]
    undecided = [place for place in places if place.line_end.choice is None]
    words = _Words(text, language, undecided) if undecided and rule is None else None
    for place in places:
        if place.line_end.choice is None:
            choice = words.choice(place) if words else rule
            yield place.line_end._replace(choice=choice)
        else:
            yield place.line_end


def _places(text: str) -> Iterator[_Place]:
    for match in _AT_LINE_END.finditer(text):
        hyphen, start, end = match.start(), match.start(1), match.end()
        first = _LETTERS_BEFORE.match(text, pos=0, endpos=hyphen)
        second = _LETTERS_AFTER.match(text, end)
        if first and second:
            choice = None
            if text[hyphen] in _ONLY_AT_LINE_ENDS:
                choice = LineEndHyphens.JOIN
            elif text[hyphen] in _NEVER_ONLY_AT_LINE_ENDS:
                choice = LineEndHyphens.KEEP
            yield _Place(LineEnd(hyphen, start, end, choice), first.group(), second.group())


class _Words:
    """The words of a text, by which its broken words are judged."""

    def __init__(self, text: str, language: str, places: Sequence[_Place]) -> None:
        folded = text.casefold()
        self._text = text
        self._language = language.partition("-")[0].lower()
        self._compounds = frozenset(_COMPOUNDS.findall(folded))
        self._counts = Counter(_WORDS.findall(folded))
        for _, *pieces in places:
            self._counts.subtract(piece.casefold() for piece in pieces)

    def choice(self, place: _Place) -> LineEndHyphens | None:
        """What the hyphen in a broken word is; None where two words meet."""
        first, second = place.first, place.second
        pair = (first.casefold(), second.casefold())
        is_word, is_compound = self._has("".join(pair)), pair in self._compounds
        if is_word != is_compound:
            return LineEndHyphens.JOIN if is_word else LineEndHyphens.KEEP
        if pair[1] in _conjunctions(self._language):  # pre- and post-war
            return None
        goes_on = second[0].islower() or second[0].lower() == second[0].upper() or first.isupper()
        before = place.line_end.hyphen - len(first) - 1
        is_part_of_word = (
            len(first) == 1  # X-ray, 20-year-old: no word is broken after one letter
            or second[0].isdecimal()
            or not goes_on  # Anglo-Saxon
            or (before >= 0 and _AFTER_HYPHEN.match(self._text, before) is not None)
            or self._are_two_words(pair)
        )
        return LineEndHyphens.KEEP if is_part_of_word else LineEndHyphens.JOIN

    def _has(self, word: str) -> bool:
        return self._counts[word] > 0

    def _are_two_words(self, pair: tuple[str, str]) -> bool:
        """Whether both halves are words of the text, as in twenty-one."""
        return (
            self._language not in _WITH_CLOSED_COMPOUNDS
            and min(map(len, pair)) >= _SHORTEST_OF_TWO_WORDS
            and all(map(self._has, pair))
        )


@cache
def _conjunctions(language: str) -> frozenset[str]:
    """The words for *and* and *or* in a language, from the lists of the CLDR."""
    try:
        patterns = Locale.parse(language).list_patterns
    except (UnknownLocaleError, ValueError):
        return frozenset()
    joined = (patterns[style]["2"] for style in ("standard", "or") if style in patterns)
    return frozenset(pattern.format("", "").strip().casefold() for pattern in joined)


def _between_letters(text: str) -> Iterator[LineEnd]:
    for match in _LINE_END.finditer(text):
        start, end = match.span()
        if (
            start > 0
            and end < len(text)
            and _UNSPACED.match(text[start - 1])
            and _UNSPACED.match(text[end])
        ):
            yield LineEnd(start, start, end, LineEndHyphens.JOIN)
