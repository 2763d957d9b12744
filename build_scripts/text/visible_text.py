"""Show text in messages, with invisible characters made visible."""

import unicodedata

CONTEXT = 16
"""How many characters are shown on either side of a place."""

_CONTROL_NAMES = {
    "\t": "TAB",
    "\n": "LINE FEED",
    "\f": "FORM FEED",
    "\r": "CARRIAGE RETURN",
}


def code_point_name(character: str) -> str:
    """The code point and Unicode name of a character: ``U+00AD SOFT HYPHEN``."""
    name = _CONTROL_NAMES.get(character) or unicodedata.name(character, "UNNAMED CHARACTER")
    return f"U+{ord(character):04X} {name}"


def character_name(text: str, index: int) -> str:
    """A character with its code point and Unicode name, or words for the end of the text."""
    if index == len(text):
        return "the end of the paragraph"
    character = text[index]
    name = code_point_name(character)
    # A mark alone would combine with the quotation mark, and a space shows nothing.
    can_be_shown = unicodedata.category(character)[0] in "LNPS"
    return f"“{character}” ({name})" if can_be_shown else name


def text_around(text: str, index: int) -> str:
    """The text around one of its characters."""
    start = max(0, index - CONTEXT)
    end = index + CONTEXT
    before = "…" if start > 0 else ""
    after = "…" if end < len(text) else ""
    return f"{before}{visible(text[start:end])}{after}"


def visible(text: str) -> str:
    """The text with each invisible character, except the space, as its code point."""
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)
