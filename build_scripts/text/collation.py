"""The order of words in a language: Unicode collation with the tailorings of CLDR, from ICU.

ICU and its data are in the wheel of the library, in one exact version, so that the order is the
same on every machine.
"""

import unicodedata
from functools import cache, lru_cache

import icu

from build_scripts.text.language_scripts import locale_for_tag, script_of
from build_scripts.text.plain_letters import plain_letter

DIGITS = "0-9"
"""The heading of words that begin with a digit, or have neither letters nor digits."""

_HAN = frozenset(("Hani", "Hans", "Hant", "Jpan", "Kore"))
"""Scripts with Chinese characters. CLDR says where they stand in Chinese, Japanese and Korean."""

_REORDER = "colreorder"

SortKey = tuple[bytes, str]


def sort_key(words: str, language: str) -> SortKey:
    """What a list in a language is sorted by.

    Signs before the first letter or digit do not count, capitals and accents only where all else is
    equal, and numbers have their values. The language's own script comes first.

    Args:
        words: a name or title.
        language: the BCP 47 tag of the list's language. The order of a language that CLDR does not
            know is that of Unicode.

    Returns:
        A key to compare with keys of the same language; it differs for words that differ.
    """
    return bytes(_collator(language).getSortKey(_from_first_letter(words))), words


@lru_cache(maxsize=16_384)
def initial(words: str, language: str) -> str:
    """The letter of the alphabet under which words stand in a list of a language.

    It may have several characters, such as ``CH`` in Czech. In Chinese and Japanese it is the
    heading that CLDR gives: a letter of Pinyin, a number of strokes, a row of kana. A letter that
    the language does not have stands for itself, without its marks.
    """
    start = _from_first_letter(words)
    if not start or start[0].isdigit():
        return DIGITS
    index = _index(language)
    bucket = index.getBucketIndex(start)
    index.resetBucketIterator()
    for _ in range(bucket + 1):
        index.nextBucket()
    if index.bucketLabelType == icu.UAlphabeticIndexLabelType.NORMAL:
        return str(index.bucketLabel)
    letters = (c for c in unicodedata.normalize("NFKD", start) if not unicodedata.combining(c))
    return plain_letter(next(letters)).upper()


def _from_first_letter(words: str) -> str:
    place = next((place for place, c in enumerate(words) if c.isalnum()), len(words))
    return words[place:]


@cache
def _collator(language: str) -> icu.Collator:
    collator = _own_script_first(language) or icu.Collator.createInstance(locale_for_tag(language))
    collator.setAttribute(icu.UCollAttribute.NORMALIZATION_MODE, icu.UCollAttributeValue.ON)
    collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
    return collator


def _own_script_first(language: str) -> icu.Collator | None:
    locale = locale_for_tag(language)
    script = script_of(language)
    if not script or script in _HAN or _REORDER in locale.getName():
        return None
    locale.setKeywordValue(_REORDER, script)
    try:
        return icu.Collator.createInstance(locale)
    except icu.ICUError:  # a code that stands for no script of Unicode
        return None


@cache
def _index(language: str) -> icu.AlphabeticIndex:
    return icu.AlphabeticIndex(locale_for_tag(language))
