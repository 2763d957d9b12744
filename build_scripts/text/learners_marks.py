"""Marks that a language has only in books for learners: of stress, of length, vowel points.

The same word is written with them and without them, so they do not count where nothing else is
found. Marks that make another letter of a letter (й, ё, ї, ў, č) are never among them, nor are
those of languages that always write them, such as Yiddish and Spanish.
"""

import re
from functools import cache
from typing import NamedTuple
from unicodedata import normalize


class LearnersMarks(NamedTuple):
    """Marks that do not count on some letters.

    Attributes:
        letters: small letters in form D; empty for any.
        marks: the marks.
    """

    letters: str
    marks: str


def _range(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


_GRAVE, _ACUTE, _CIRCUMFLEX, _TILDE = "\u0300", "\u0301", "\u0302", "\u0303"
_MACRON, _BREVE, _DOT_ABOVE, _DOUBLE_GRAVE, _INVERTED_BREVE = (
    *("\u0304", "\u0306", "\u0307", "\u030f", "\u0311"),
)
_EAST_SLAVIC = (LearnersMarks("аеєиіоуыэюяѣѵ", _GRAVE + _ACUTE),)
_SERBO_CROATIAN = (
    LearnersMarks("аеиоурaeiour", _GRAVE + _ACUTE + _MACRON + _DOUBLE_GRAVE + _INVERTED_BREVE),
)
_HEBREW = (LearnersMarks("", _range(0x0591, 0x05BD) + "\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"),)
_ARABIC = (
    LearnersMarks(
        "",
        _range(0x064B, 0x0652)
        + "\u0670"
        + _range(0x06D6, 0x06DC)
        + _range(0x06DF, 0x06E4)
        + "\u06e7\u06e8"
        + _range(0x06EA, 0x06ED),
    ),
)
_SYRIAC = (LearnersMarks("", _range(0x0730, 0x074A)),)
_FILIPINO = (LearnersMarks("aeiou", _GRAVE + _ACUTE + _CIRCUMFLEX),)

_BY_LANGUAGE = {
    # Unicode CLDR, auxiliary exemplar characters of ru, uk, be: vowels with U+0301; the grave is
    # that of secondary stress in dictionaries.
    **dict.fromkeys(("ru", "uk", "be", "rue"), _EAST_SLAVIC),
    # CLDR, auxiliary exemplar characters of bg: vowels with U+0300. The word ѝ is spelt with it.
    "bg": (LearnersMarks("аеоуъюя", _GRAVE), LearnersMarks("аеиоуъюя", _ACUTE)),
    # The orthography of Macedonian has ѐ and ѝ; the acute marks stress in dictionaries.
    "mk": (LearnersMarks("аеиоур", _ACUTE),),
    # The Unicode Standard, names list, U+030F and U+0311: Serbo-Croatian and Slovenian poetics.
    **dict.fromkeys(("sr", "hr", "bs", "sh", "cnr"), _SERBO_CROATIAN),
    "sl": (
        LearnersMarks("aeiour", _GRAVE + _ACUTE + _CIRCUMFLEX + _DOUBLE_GRAVE + _INVERTED_BREVE),
    ),
    # CLDR, auxiliary exemplar characters of lt; a dot is written below an accent on i and j.
    "lt": (LearnersMarks("aeiyoulmnrj", _GRAVE + _ACUTE + _TILDE), LearnersMarks("ij", _DOT_ABOVE)),
    # Allen and Greenough, New Latin Grammar, § 10: macron and breve; the acute is that of missals.
    "la": (LearnersMarks("aeiouyæœ", _MACRON + _BREVE + _ACUTE),),
    # Mitchell and Robinson, A Guide to Old English, § 5 to 9: added by editors.
    "ang": (LearnersMarks("aeiouyæ", _MACRON), LearnersMarks("cg", _DOT_ABOVE)),
    # Smyth, Greek Grammar, § 4: length of the vowels that may have either.
    "grc": (LearnersMarks("αιυ", _MACRON + _BREVE),),
    # CLDR, auxiliary exemplar characters of he; The Unicode Standard, 9.1: points and accents.
    **dict.fromkeys(("he", "hbo"), _HEBREW),
    # The Unicode Standard, 9.2: tashkil, “optional diacritics”; signs of the Qur’an.
    **dict.fromkeys(("ar", "arb", "arz", "apc", "ary"), _ARABIC),
    # CLDR, auxiliary exemplar characters of fa.
    "fa": (LearnersMarks("", "\u064e\u064f\u0650\u0652\u0656\u0670"),),
    # The Unicode Standard, 9.3: vowel points.
    **dict.fromkeys(("syr", "syc"), _SYRIAC),
    # The Unicode Standard, 12.1: tone marks of Vedic texts.
    "sa": (LearnersMarks("", "\u0951\u0952\u1cda"),),
    # Komisyon sa Wikang Filipino, Ortograpiyang Pambansa: marks of stress are for learners.
    **dict.fromkeys(("fil", "tl"), _FILIPINO),
}


_NOTHING = re.compile("(?!)")


def learners_marks(language: str) -> tuple[LearnersMarks, ...]:
    """The marks that a language (BCP 47) has only for learners."""
    return _BY_LANGUAGE.get(language.partition("-")[0].lower(), ())


@cache
def without_learners_marks(cluster: str, marks: tuple[LearnersMarks, ...]) -> str:
    """A grapheme cluster without such marks, in form C."""
    apart = normalize("NFD", cluster)
    left = "".join(
        c
        for c in apart
        if not any(
            c in these and (not letters or apart[0].lower() in letters) for letters, these in marks
        )
    )
    return normalize("NFC", left)


@cache
def has_learners_marks(marks: tuple[LearnersMarks, ...]) -> "re.Pattern[str]":
    """A pattern that finds any of such marks in a text in form D."""
    return re.compile("[" + "".join(these for _, these in marks) + "]") if marks else _NOTHING
