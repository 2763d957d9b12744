"""Letters without their marks, as people type them on a keyboard that has no marks."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

_TWO_LETTERS = {"æ": "ae", "œ": "oe"}
"""Letters that the Unicode Collation Algorithm, too, takes for two."""
_LETTERS_END = 0x2C80
"""Behind the Latin, Greek, Cyrillic and Arabic letters, and those for phonetics."""
_MARKS_END = 0x3100


@cache
def plain_letter(character: str) -> str:
    """A letter without a stroke or hook. Unicode tells these only in its name for the letter."""
    plain, joint, _ = unicodedata.name(character, "").partition(" WITH ")
    try:
        return unicodedata.lookup(plain) if joint else character
    except KeyError:
        return character


def without_marks(word: str) -> str:
    """A word without accents, vowel points, strokes and soft hyphens, as the search finds it.

    Marks that are part of a letter stay, because no reader leaves them out: the vowel signs of
    India and South-East Asia, the voicing of kana, the breve of й.
    """
    if word.isascii():
        return word
    plain = "".join(map(_without_marks, unicodedata.normalize("NFC", word)))
    return unicodedata.normalize("NFC", plain)


_LETTERS_OF_THEIR_OWN = "йЙ"
_NOT_SHOWN = "\u00ad\u200c\u200d"


@cache
def _without_marks(character: str) -> str:
    if character in _LETTERS_OF_THEIR_OWN:
        return character
    if character in _NOT_SHOWN:
        return ""
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(plain_letter(c) for c in decomposed if not _is_accent(c))


def _is_accent(character: str) -> bool:
    """Whether a character is a point of Hebrew or Arabic, or a mark above or below a letter."""
    combining_class = unicodedata.combining(character)
    return 10 <= combining_class <= 36 or 200 <= combining_class <= 240


def plain_letters() -> Mapping[str, str]:
    """Small letters with a stroke or hook, or made of two, and what people type: l for ł."""
    letters = map(chr, range(_LETTERS_END))
    pairs = ((letter, plain_letter(letter)) for letter in letters if letter == letter.casefold())
    return {letter: plain for letter, plain in pairs if not _is_plain(letter, plain)} | _TWO_LETTERS


def _is_plain(letter: str, plain: str) -> bool:
    return letter == plain or unicodedata.normalize("NFKD", letter) != letter


def accent_ranges() -> str:
    """The marks that a search leaves out, as the inside of a class of a regular expression."""
    return "".join(f"{first}-{last}" for first, last in _runs_of_accents())


def _runs_of_accents() -> Iterator[tuple[str, str]]:
    first = ""
    for character in map(chr, range(_MARKS_END)):
        if _is_accent(character):
            first = first or character
        elif first:
            yield first, chr(ord(character) - 1)
            first = ""
