"""Compare words without regard to case, by Unicode's full case folding and by language.

Folding changes lengths (ß is ss). So the search is in a *key* of the text, which has an exact way
back, and what was found there is then compared in full.
"""

import re
from functools import cache
from unicodedata import combining, normalize

from build_scripts.text.normalised_text import NormalisedText, changed

_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_DOT_ABOVE = "\u0307"
_TURKIC = re.compile(r"(?i)((tr|az|crh|gag)(-|$)|(ba|kaa|kk|tt)-latn)")
"""Languages with an alphabet in which I is the capital of ı, and İ that of i: those of Unicode's
SpecialCasing.txt, and others that write the same two letters."""


@cache
def is_turkic(language: str) -> bool:
    """Whether a language (BCP 47) has a dotted and a dotless i."""
    return _TURKIC.match(language) is not None


def fold_case(text: str, *, turkic: bool = False) -> str:
    """The text without differences of case; it may be longer than before."""
    if turkic:
        text = text.replace("I", "ı").replace("İ", "i")
    return text.casefold()


def differ_only_in_case(text: str, form: str, *, turkic: bool = False) -> bool:
    """Whether a text is a form in other capitals.

    Greek words lose their accents when they are written in capitals, and only then. Marks that are
    characters of their own stay: no Greek word has them.
    """
    one, other = fold_case(text, turkic=turkic), fold_case(form, turkic=turkic)
    if one == other:
        return True
    return text.isupper() and _as_capitals(text) == _as_capitals(form)


def title_case(form: str, *, turkic: bool = False) -> str:
    """The form at the beginning of a sentence."""
    first = "İ" if turkic and form[0] == "i" else form[0].title()
    return first + form[1:]


def _as_capitals(text: str) -> str:
    """What is the same for a word and for its capitals, which have no accents in Greek."""
    return "".join(map(_as_capital, text))


def _as_capital(character: str) -> str:
    folded = character.casefold()
    if not _GREEK.match(character):
        return folded
    return "".join(c for c in normalize("NFD", folded) if not combining(c))


class _Keys(dict[int, str]):
    """What stands for each character in a key: for `str.translate`, worked out when first asked."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character == "ı":
            key = "i"
        elif _GREEK.match(character):
            key = _as_capital(character)
        else:
            key = character.casefold().replace(_DOT_ABOVE, "")
        self[code] = key
        return key


_KEYS = _Keys()


def case_key(text: str) -> str:
    """A text that is the same for all words that differ only in case, whatever the language.

    It is coarser than that: it knows neither dots on i nor the accents of Greek.
    """
    return text.lower() if text.isascii() else text.translate(_KEYS)


_EVEN: set[str] = set()
"""Characters whose key is known to be the small letter, or the character itself."""


def keyed(text: str) -> NormalisedText:
    """The key of a text, with the way back."""
    if text.isascii():
        return NormalisedText(text, text.lower())
    characters = set(text)
    if not characters <= _EVEN:
        _EVEN.update(c for c in characters - _EVEN if c != "Σ" and _KEYS[ord(c)] == c.lower())
    if characters <= _EVEN and len(key := text.lower()) == len(text):
        return NormalisedText(text, key)
    uneven = "".join(c for c in characters if len(_KEYS[ord(c)]) != 1)
    if not uneven:
        return NormalisedText(text, case_key(text))
    changes = [
        (match.start(), match.end(), _KEYS[ord(match.group())])
        for match in re.finditer(f"[{re.escape(uneven)}]", text)
    ]
    folded = text.translate({ord(c): " " if c in uneven else _KEYS[ord(c)] for c in set(text)})
    return changed(text, folded, changes)
