"""Fold a text to what the search compares, and cut it into the words of an index.

In the browser, `pages/assets/scripts/search-letters.js` folds texts by the same tables, and says
more about them. Tests hold the two together.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import regex

from build_scripts.text.line_ends_in_words import HYPHEN_AT_LINE_END
from build_scripts.text.plain_letters import accent_ranges, plain_letters
from build_scripts.text.quotes_and_spaces import DOUBLE_QUOTES, HYPHENS, SINGLE_QUOTES
from build_scripts.text.scripts_without_spaces import WITHOUT_WORD_BORDERS
from build_scripts.text.unseen_characters import ATTACHED, STANDING

_DOTS_IN_WORDS = ".&\uff0e\uff06\u00b7\u2027\u30fb\uff65"
"""U.S.A., AT&T, the dots inside words of Catalan and between names in Japanese."""
_TATWEEL = "\u0640"
"""It only makes a word of Arabic longer."""

SINGLE = "'" + SINGLE_QUOTES
DOUBLE = '"' + DOUBLE_QUOTES
JOINING = "-" + HYPHENS + _DOTS_IN_WORDS
"""One of these three kinds between two letters may stand inside a word."""
UNSEEN = STANDING + ATTACHED + _TATWEEL
"""Ranges of a character class: what does not part two letters."""

_LETTER = rf"[[\p{{L}}\p{{N}}\p{{M}}]--[{UNSEEN}{regex.escape(SINGLE + DOUBLE + JOINING)}]]"
_SUFFIX = "+#\uff0b\uff03\u266f\u266d"
_RUN = regex.compile(rf"(?V1){_LETTER}[{_LETTER}{_SUFFIX}]*")
_UNSEEN = regex.compile(f"[{UNSEEN}]")
_UNSEEN_BUT_SOFT_HYPHEN = regex.compile(rf"(?V1)[[{UNSEEN}]--\u00ad]")
_LINE_END = regex.compile(rf"{HYPHEN_AT_LINE_END}\s*[\n\r\x85\u2028\u2029]\s*")
_NO_LETTER = regex.compile(r"[^\p{L}\p{N}\p{M}]|\u02bc")
_ACCENTS = regex.compile(f"[{accent_ranges()}]")
_UNSPACED = regex.compile(WITHOUT_WORD_BORDERS)
# What may be one word across blanks: scripts without spaces, and what is parted by a hyphen.
_MAY_BE_UNSPACED = re.compile("[\u0e00-\u1fff\u2e80-\U0003ffff]")
_HYPHEN_BEFORE_LINE_END = re.compile(
    rf"[{HYPHEN_AT_LINE_END[1:-1]}\u00ad][^\w]*[\n\r\x85\u2028\u2029]"
)
_UNSPACED_OR_NOT = regex.compile(rf"(?:{WITHOUT_WORD_BORDERS})+|(?:(?!{WITHOUT_WORD_BORDERS}).)+")
_PLAIN = plain_letters()
_LAST_SPACED = "\u0dff"
_BREVE = "\u0306"
_ONE_WORD, _BORDER, _BLANKS = "-", " ", "\n"


class _Run(NamedTuple):
    """Folded characters that nothing parts.

    Attributes:
        signs: what stands before the first letter and is no part of it.
        first, last: the first and the last letter as they were; empty if there is none.
    """

    signs: str
    folded: str
    first: str
    last: str


def fold(text: str) -> str:
    """Small letters without accents, with a blank at both ends.

    Between words there is one blank, or a hyphen where the two may also be written as one word.
    """
    folded = [" "]
    before, gap, end = "", "", 0
    for found in _RUN.finditer(text):
        start = found.start()
        run = _folded_run(found[0])
        gap += text[end:start] + run.signs
        end = found.end()
        if not run.folded:
            continue
        if before and (gap or run.first > _LAST_SPACED or before > _LAST_SPACED):
            folded.append(_between(before, gap, run.first))
        folded.append(run.folded)
        before, gap = run.last, ""
    folded.append(" ")
    return "".join(folded)


@lru_cache(maxsize=131_072)
def _folded_run(run: str) -> _Run:
    signs = folded = first = before = ""
    for character in run:
        if character in _SUFFIX:
            if before:
                folded += unicodedata.normalize("NFKD", character)
            else:
                signs += character
        elif letters := _letters_of(character):
            if before and (character > _LAST_SPACED or before > _LAST_SPACED):
                folded += _between(before, "", character)
            folded += letters
            first = first or character
            before = character
        elif character == _BREVE and folded.endswith("и"):
            folded += _BREVE
    return _Run(signs, folded, first, before)


@lru_cache(maxsize=65_536)
def _letters_of(character: str) -> str:
    """The letters that a character is compared by; empty for an accent."""
    letters = _ACCENTS.sub("", _NO_LETTER.sub("", unicodedata.normalize("NFKD", character)))
    # By capitals, as ß and SS have the same ones; one by one, because of the final sigma.
    small = "".join(letter.lower().upper().lower() for letter in letters)
    plain = "".join(_PLAIN.get(letter, letter) for letter in small)
    has_breve = plain == "и" and _BREVE in unicodedata.normalize("NFD", character)
    return plain + _BREVE if has_breve else plain


@lru_cache(maxsize=65_536)
def _is_unspaced(character: str) -> bool:
    return _UNSPACED.match(character) is not None


@lru_cache(maxsize=65_536)
def _gap_kind(gap: str) -> str:
    """What characters between two letters mean: nothing, `_ONE_WORD`, `_BORDER` or `_BLANKS`."""
    seen = _UNSEEN.sub("", gap)
    if not seen:
        return ""
    with_soft_hyphens = _UNSEEN_BUT_SOFT_HYPHEN.sub("", gap)
    if (len(seen) == 1 and seen in SINGLE + DOUBLE + JOINING) or any(
        _LINE_END.fullmatch(one) for one in (seen, with_soft_hyphens)
    ):
        return _ONE_WORD
    return _BLANKS if regex.fullmatch(r"[\s\ufeff]+", seen) else _BORDER


def _between(before: str, gap: str, after: str) -> str:
    kind = _gap_kind(gap)
    ends = _is_unspaced(before) + _is_unspaced(after)
    if kind == _BLANKS:
        return _ONE_WORD if ends == 2 else _BORDER
    return _ONE_WORD if not kind and ends == 1 else kind


def index_words(text: str) -> list[str]:
    """The words by which an index finds a text: from the beginning of each word.

    First come the words in their order, so that phrases can be found, then those that are made of
    several parts. Of scripts without spaces, each pair of characters is a word.
    """
    whole = bool(_MAY_BE_UNSPACED.search(text) or _HYPHEN_BEFORE_LINE_END.search(text))
    words: list[str] = []
    made_of_several: list[str] = []
    for part in (text,) if whole else text.split():
        apart, joined = _words_between_blanks(part)
        words += apart
        made_of_several += joined
    return words + made_of_several


@lru_cache(maxsize=131_072)
def _words_between_blanks(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a text in their order, and those that are made of several parts."""
    folded = fold(text)
    words = folded.replace(_ONE_WORD, " ").split()
    joined = [word.replace(_ONE_WORD, "") for word in folded.split() if _ONE_WORD in word]
    return tuple(chain(*map(words_of_index, words))), tuple(chain(*map(words_of_index, joined)))


@lru_cache(maxsize=131_072)
def words_of_index(word: str) -> tuple[str, ...]:
    """The words of an index for a folded word."""
    if max(word) <= _LAST_SPACED:
        return (word,)
    return tuple(
        piece
        for run in _UNSPACED_OR_NOT.findall(word)
        for piece in (_pairs(run) if _is_unspaced(run[0]) else (run,))
    )


def _pairs(run: str) -> Iterator[str]:
    """Each two characters that follow one another, then the last one alone."""
    yield from (run[at : at + 2] for at in range(len(run) - 1))
    yield run[-1]
