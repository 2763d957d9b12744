"""Letters without the marks on them, as one types them who has no key for the marks."""

import unicodedata
from functools import cache


@cache
def plain_letter(character: str) -> str:
    """A letter less the stroke or hook that Unicode does not take apart, told by its name."""
    plain, joint, _ = unicodedata.name(character, "").partition(" WITH ")
    try:
        return unicodedata.lookup(plain) if joint else character
    except KeyError:
        return character


def without_marks(word: str) -> str:
    """A word as it is found without its accents, vowel points, strokes and soft hyphens.

    What is no accent but a part of the letter stays: the vowel signs of India and South-East Asia,
    the voicing of kana, the breve of й, which no reader leaves out.
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
    """By the canonical combining class: points of Hebrew and Arabic, and marks above and below."""
    combining_class = unicodedata.combining(character)
    return 10 <= combining_class <= 36 or 200 <= combining_class <= 240
