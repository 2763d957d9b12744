"""Letters without their marks, as people type them on a keyboard that has no marks."""

import unicodedata
from functools import cache


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
