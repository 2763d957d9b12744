"""Which scripts are written without spaces between words.

The form in the browser is handed the list as data. Hangul and Ethiopic are not among them: they
are written with spaces, or with a mark between words.
"""

_EAST_ASIAN = "Han Hiragana Katakana Bopomofo Yi"
_SOUTH_EAST_ASIAN = (
    "Thai Lao Khmer Myanmar Tai_Le New_Tai_Lue Tai_Tham Tai_Viet Ahom Balinese Javanese"
)


def _character_of(scripts: str) -> str:
    """A pattern for one character that the scripts have, marks and digits included.

    All these scripts begin at U+0E00. The data of Unicode lists a few signs below that for them as
    well, such as U+0303 for Thai, but those belong to the Latin script first.
    """
    properties = "".join(rf"\p{{scx={script}}}" for script in scripts.split())
    return rf"(?![\x00-\u0DFF])[{properties}]"


WITHOUT_SPACES = _character_of(f"{_EAST_ASIAN} {_SOUTH_EAST_ASIAN} Tibetan")
"""A pattern of one character of any such script, for `regex` and for JavaScript (flag `u`)."""

WITHOUT_WORD_BORDERS = _character_of(f"{_EAST_ASIAN} {_SOUTH_EAST_ASIAN}")
"""Where a word may begin or end between any two letters: Tibetan parts syllables by a mark."""

IDEOGRAPHIC = _character_of(_EAST_ASIAN)
"""Where a character is about a syllable or a word, and a line may break after any of them."""

BROKEN_AT_WORDS = _character_of(_SOUTH_EAST_ASIAN)
"""Where lines break between words, so that writers mark these places with U+200B."""
