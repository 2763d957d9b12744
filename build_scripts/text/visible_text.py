"""Pieces of text for messages, with everything visible that would otherwise show nothing."""

import unicodedata

CONTEXT = 16
"""How many characters are shown on either side of a place."""

_CONTROL_NAMES = {
    "\t": "TAB",
    "\n": "LINE FEED",
    "\f": "FORM FEED",
    "\r": "CARRIAGE RETURN",
}


def character_name(text: str, index: int) -> str:
    """A character with its code point and Unicode name, or words for the end of the text."""
    if index == len(text):
        return "the end of the paragraph"
    character = text[index]
    name = _CONTROL_NAMES.get(character) or unicodedata.name(character, "UNNAMED CHARACTER")
    code_point = f"U+{ord(character):04X} {name}"
    # A mark alone would combine with the quotation mark, and a space shows nothing.
    can_be_shown = unicodedata.category(character)[0] in "LNPS"
    return f"“{character}” ({code_point})" if can_be_shown else code_point


def text_around(text: str, index: int) -> str:
    """A text around one of its characters."""
    start = max(0, index - CONTEXT)
    end = index + CONTEXT
    before = "…" if start > 0 else ""
    after = "…" if end < len(text) else ""
    return f"{before}{visible(text[start:end])}{after}"


def visible(text: str) -> str:
    """Text with everything that shows nothing, except the space, written as its code point."""
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)
