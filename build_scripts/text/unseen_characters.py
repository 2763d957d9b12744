"""Characters that nobody sees, and that therefore do not count when words are compared.

They are those with the Unicode property Default_Ignorable_Code_Point, except the fillers of Hangul,
which take the place of a letter. Joiners (U+200C, U+200D) are among them: they belong to the
spelling of Persian and of Indic words, but readers see only the shape of the letters beside them,
and people often leave them out.
"""

STANDING = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e001f\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
)
"""Ranges of a character class: those that stand alone, such as soft hyphens."""

ATTACHED = (
    "\u034f\u17b4\u17b5\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0f"
    "\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
"""Ranges: those that belong to the character before them, such as variation selectors."""

VARIATION_SELECTORS = "\ufe00-\ufe0f"
"""Ranges: all that may be left out of a picture, whose parts are held together by joiners."""
