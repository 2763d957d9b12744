"""Decide where a word begins and ends, in every script.

The rules follow Unicode Standard Annex #29 (word boundaries), with additions for prose:
possessives, elision, hyphenated compounds, and scripts without spaces between words. Apostrophes
and quotation marks must be straight, as `build_scripts.text.normalise` leaves them.
"""

from functools import cache
from typing import Final

import regex

from build_scripts.text.scripts_without_spaces import WITHOUT_WORD_BORDERS

# Kinds of characters. Words are made of _MARK and the kinds after it.
_OTHER: Final = 0
_APOSTROPHE: Final = 1
_HYPHEN: Final = 2
_INSIDE_WORDS: Final = 3
_QUOTATION_MARK: Final = 4
_INSIDE_NUMBERS: Final = 5
_INVISIBLE: Final = 6
_MARK: Final = 7
_DIGIT: Final = 8
_UNSPACED: Final = 9
_LETTER: Final = 10

# The first pattern that matches decides.
_PATTERNS: Final = tuple(
    (regex.compile(pattern), kind)
    for pattern, kind in (
        ("'", _APOSTROPHE),
        (r"[-\u2010\u2011]", _HYPHEN),
        # Between letters these do not end a word (UAX #29, MidLetter): col·legi, צה״ל.
        (r"[\u00B7\u2027\u05F3\u05F4]", _INSIDE_WORDS),
        ('"', _QUOTATION_MARK),
        (r"[.,\u066B\u066C]", _INSIDE_NUMBERS),
        # Soft hyphen, joiners, direction marks … but not the zero-width space, which separates
        # words.
        (r"[\p{WB=Format}\u200C\u200D]", _INVISIBLE),
        (r"[\p{M}\p{GCB=Extend}\p{GCB=SpacingMark}]", _MARK),
        (r"\p{Nd}", _DIGIT),
        (rf"(?=[\p{{L}}\p{{Nl}}]){WITHOUT_WORD_BORDERS}", _UNSPACED),
        (r"[\p{L}\p{Nl}\p{Pc}]", _LETTER),
    )
)


class _Kinds(dict[str, int]):
    """The kinds of characters, worked out when first asked for: a cache without a function call."""

    def __missing__(self, character: str) -> int:
        kind = next((kind for pattern, kind in _PATTERNS if pattern.match(character)), _OTHER)
        self[character] = kind
        return kind


_KINDS: Final = _Kinds()

# It puts the following letter below the one before, so no boundary can lie between them.
_STACKER: Final = regex.compile(r"\p{InSC=Invisible_Stacker}")

_HEBREW: Final = regex.compile(r"\p{Hebrew}")

# Languages in which an article or a preposition loses its vowel and is joined to the next word
# by an apostrophe: l’Union, dell’Unione, d’Lëtzebuerg.
_ELIDING_LANGUAGE: Final = regex.compile(
    r"(?i)(ca|co|eo|fr|frp|fur|ga|gd|gsw|it|lb|lij|lmo|mt|nap|nrf|oc|pcd|pms|rm|sc|scn|vec|wa)(-|$)"
)


def has_elision(language: str) -> bool:
    """Whether a language (BCP 47) joins shortened words to the next, as in ``l'Union``."""
    return _ELIDING_LANGUAGE.match(language) is not None


def is_whole_word(text: str, start: int, end: int, elision: bool) -> bool:
    """Whether ``text[start:end]``, which is not empty, is bounded on both sides.

    The rules, each with an example for the piece in brackets:

    - There is no boundary between two word characters (letters, marks, digits, connectors):
      ``[Union]ist`` — unless one of them is of a script without spaces: ``[白俄罗斯]总统``.
    - A combining mark belongs to the letter before it. Invisible characters inside a word (soft
      hyphen, joiners) do not divide it.
    - A word ends before a possessive, but not before any other apostrophe with a letter after it:
      ``[Lukashenka]'s``, but ``[don]'t``. A word begins after an apostrophe with a letter before it
      only if the language has elision: ``dell'[Unione]``, but ``O'[Brien]``.
    - A hyphen joins a lower-case piece to its compound, but not a name, nor a piece in a script
      without case: ``[slow]-moving`` is one word, ``[Moscow]-based`` and ``pro-[Moscow]`` are two.
    - A number is not cut: ``[28].5``. Nor is an abbreviation: ``[U.S.]A.``.
    """
    # Plain cases are decided here, since a glossary of thousands of terms asks very often.
    if end < len(text):
        after = _KINDS[text[end]]
        if after == _LETTER == _KINDS[text[end - 1]]:
            return False
        if after != _OTHER and not _ends_word(text, start, end):
            return False
    if start > 0:
        before, first = _KINDS[text[start - 1]], _KINDS[text[start]]
        if before == _LETTER == first:
            return False
        if (before != _OTHER or first == _MARK) and not _begins_word(text, start, elision):
            return False
    return True


def _ends_word(text: str, start: int, end: int) -> bool:
    after = end
    while True:
        if after == len(text):
            return True
        kind = _KINDS[text[after]]
        if kind != _INVISIBLE:
            break
        after += 1
    if kind == _OTHER:
        return True
    if kind == _MARK:
        return False
    last_kind = _kind_of_base(text, end - 1)
    if last_kind < _MARK:
        return text[end - 1] != "." or kind != _LETTER
    if kind == _INSIDE_NUMBERS and last_kind != _DIGIT:
        return True
    if kind > _MARK:
        return _UNSPACED in (kind, last_kind) and not _stacks(text[end - 1])
    if after + 1 == len(text):
        return True
    next_kind = _KINDS[text[after + 1]]
    if kind == _APOSTROPHE:
        is_possessive = text[after + 1] in "sS" and _ends_word(text, start, after + 2)
        return is_possessive or not _is_of_letters(next_kind)
    if kind == _HYPHEN:
        return next_kind < _MARK or not _is_small(text[start])
    return not _is_inside(kind, text[end - 1], text[after + 1])


def _begins_word(text: str, start: int, elision: bool) -> bool:
    before = start - 1
    while True:
        if before < 0:
            return True
        kind = _KINDS[text[before]]
        if kind != _INVISIBLE:
            break
        before -= 1
    first_kind = _KINDS[text[start]]
    if first_kind == _MARK:
        return False
    if kind == _OTHER or first_kind < _MARK:
        return True
    if kind >= _MARK:
        kind = _kind_of_base(text, before)
        if kind < _MARK:
            return True
        return _UNSPACED in (first_kind, kind) and not _stacks(text[before])
    if before == 0:
        return True
    previous_kind = _KINDS[text[before - 1]]
    if kind == _APOSTROPHE:
        return elision or not _is_of_letters(previous_kind)
    if kind == _HYPHEN:
        return previous_kind < _MARK or not _is_small(text[start])
    return not _is_inside(kind, text[before - 1], text[start])


def _kind_of_base(text: str, index: int) -> int:
    """The kind of the character at `index`, or of the character that a mark there belongs to."""
    while index > 0 and _KINDS[text[index]] in (_INVISIBLE, _MARK):
        index -= 1
    return _KINDS[text[index]]


@cache
def _stacks(character: str) -> bool:
    return _STACKER.match(character) is not None


def _is_of_letters(kind: int) -> bool:
    return kind >= _MARK and kind != _DIGIT


@cache
def _is_small(character: str) -> bool:
    """Whether a character is a small letter of a script that writes names with a capital.

    Georgian, for example, has capitals, but does not begin names with them.
    """
    return character.islower() and character.title() != character


def _is_inside(kind: int, before: str, after: str) -> bool:
    """Whether punctuation of this kind joins its two neighbours into one word or number."""
    if kind == _INSIDE_NUMBERS:
        return _KINDS[before] == _KINDS[after] == _DIGIT
    if kind == _QUOTATION_MARK:  # typed instead of gershayim in abbreviations: צה"ל
        return bool(_HEBREW.match(before) and _HEBREW.match(after))
    return _is_of_letters(_KINDS[before]) and _is_of_letters(_KINDS[after])
