"""Change the quotation marks inside a quotation to those of the inner kind: “a ‘b’ c”.

This is for words that are shown between marks of our own, as a citation or the name of an entry
shows them. The text of a reading is never changed. The page's scripts do the same (`citing.js`).
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import icu
import regex

from build_scripts.text.scripts_without_spaces import WITHOUT_WORD_BORDERS

Pair = tuple[str, str]
"""An opening and a closing mark; they may be the same."""

_CLOSING = {
    '"': '"',
    "“": "”",
    "‘": "’",
    "”": "”",
    "’": "’",
    "„": "“”",
    "‚": "‘’",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
}
"""The marks that open a quotation, each with those that close it."""
_OPEN_ONLY_IN_PAIRS = "”’»›"
"""Marks that usually close; they open only where the marks of the quotation itself do so."""
_LOOK_ALIKE = "'’‘ʼ"
_INNER = {
    ("“", "”"): ("‘", "’"),
    ("‘", "’"): ("“", "”"),
    ("”", "”"): ("’", "’"),
    ("„", "“"): ("‚", "‘"),
    ("„", "”"): ("‚", "’"),
    ("‚", "‘"): ("„", "“"),
    ("«", "»"): ("“", "”"),
    ("»", "«"): ("›", "‹"),
    ('"', '"'): ("'", "'"),
    ("「", "」"): ("『", "』"),
    ("《", "》"): ("〈", "〉"),
    ("”", "“"): ("’", "‘"),
}
"""The inner marks where the data of the language do not tell: those marks of the same form that are
single, or for « » the ones that most languages with « » have inside them."""
_IN_WORD = regex.compile(rf"(?!{WITHOUT_WORD_BORDERS})[\p{{L}}\p{{M}}\p{{N}}]")
_ANGLES = "«»‹›"
_NO_BREAK = "\u00a0\u202f"
_DELIMITERS = icu.ULocaleDataDelimiterType


class QuotationMarks(NamedTuple):
    """The marks around a quotation, and those for a quotation inside it."""

    outer: Pair
    inner: Pair


@cache
def marks_of_language(language: str) -> QuotationMarks:
    """The marks that the Unicode CLDR has for a language (BCP 47); browsers use the same."""
    data = icu.LocaleData(language.replace("-", "_"))
    opening, closing, inner_opening, inner_closing = (
        str(data.getDelimiter(kind))
        for kind in (
            _DELIMITERS.QUOTATION_START,
            _DELIMITERS.QUOTATION_END,
            _DELIMITERS.ALT_QUOTATION_START,
            _DELIMITERS.ALT_QUOTATION_END,
        )
    )
    outer, inner = (opening, closing), (inner_opening, inner_closing)
    # French and others may write the same marks again, which cannot be told apart.
    is_clear = not {*inner} & {*outer} and inner != outer
    return QuotationMarks(outer, inner if is_clear else _INNER.get(outer, ("‘", "’")))


@cache
def marks_inside(outer: Pair, language: str) -> QuotationMarks:
    """Marks that somebody has chosen for a language, with those for a quotation inside them."""
    usual = marks_of_language(language)
    return usual if usual.outer == outer else QuotationMarks(outer, _INNER.get(outer, ("‘", "’")))


def marks_around(before: str, after: str) -> Pair | None:
    """The marks at the end of the words before a quotation, and near the beginning of those after.

    A full stop or comma may come before the closing mark. None if there are no such marks.
    """
    opening = before.rstrip(_NO_BREAK + " ")[-1:]
    closers = _CLOSING.get(opening)
    if closers is None:
        return None
    closing = next((c for c in after.lstrip(_NO_BREAK + " ")[:3] if c in closers), None)
    return (opening, closing) if closing else None


def quoted(words: str, marks: QuotationMarks) -> str:
    """Words as they stand between the outer marks, which are not added."""
    return "".join(quoted_characters(words, marks))


def quoted_characters(words: str, marks: QuotationMarks) -> list[str]:
    """What stands for each character of words between the outer marks.

    Pairs of the outer and inner kind alternate, from the inner kind on; so do straight double
    marks. Marks of other languages stay, as do apostrophes.
    """
    shown = list(words)
    if not any(mark in words for mark in (*marks.outer, *marks.inner, '"')):
        return shown
    paired: set[int] = set()
    for start, end, depth in _pairs(words, marks):
        paired |= {start, end}
        pair = (words[start], words[end])
        if pair in marks or pair == ('"', '"'):
            shown[start], shown[end] = marks[(depth + 1) % 2]
            _close_up(shown, words, start, end)
    for place, character in enumerate(words):
        # The other one of the pair is not in the quotation.
        if place not in paired and character in marks.outer and character not in '"' + _LOOK_ALIKE:
            shown[place] = marks.inner[marks.outer.index(character)]
    return shown


def _close_up(shown: list[str], words: str, start: int, end: int) -> None:
    """Leave out the spaces inside « and » where other marks take their place."""
    if words[start] in _ANGLES and shown[start] not in _ANGLES:
        for place in (start + 1, end - 1):
            if words[place] in _NO_BREAK:
                shown[place] = ""


def _pairs(words: str, marks: QuotationMarks) -> Iterator[tuple[int, int, int]]:
    """The places of each pair, outer pairs first, and how many other pairs are around it."""
    around: list[int] = []
    for start, end in sorted(_unordered_pairs(words, marks)):
        while around and around[-1] < start:
            around.pop()
        yield start, end, len(around)
        around.append(end)


def _unordered_pairs(words: str, marks: QuotationMarks) -> Iterator[tuple[int, int]]:
    open_marks: list[int] = []
    for place, character in enumerate(words):
        if character not in _ALL:
            continue
        closes = next(
            (
                number
                for number in range(len(open_marks) - 1, -1, -1)
                if character in _CLOSING[words[open_marks[number]]]
            ),
            None,
        )
        if closes is not None and _may_close(words, place):
            yield open_marks[closes], place
            del open_marks[closes:]
        elif character in _CLOSING and _may_open(words, place, marks):
            open_marks.append(place)


_ALL = frozenset("".join((*_CLOSING, *_CLOSING.values())))


def _may_open(words: str, place: int, marks: QuotationMarks) -> bool:
    character = words[place]
    if character in _OPEN_ONLY_IN_PAIRS and character not in (marks.outer[0], marks.inner[0]):
        return False
    if character in '"‘”’':  # these are also apostrophes, inches and closing marks
        follows = words[place + 1 : place + 2]
        return not _is_in_word(words[place - 1 : place]) and bool(follows.strip())
    return True


def _may_close(words: str, place: int) -> bool:
    character = words[place]
    if character in '"’‘”':
        before = words[place - 1 : place]
        return bool(before.strip()) and not _is_in_word(words[place + 1 : place + 2])
    return True


def _is_in_word(character: str) -> bool:
    return _IN_WORD.match(character) is not None
