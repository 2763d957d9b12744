"""Text that neither ends its line nor commands the terminal."""

import unicodedata

# Letters of a right-to-left text are in order by themselves; these turn other people's letters.
_DIRECTION_CONTROLS = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}


def harmless(text: str) -> str:
    """A text with what would end the line, or command the terminal, written as code points."""
    if text.isprintable():
        return text
    return "".join(code_point(c) if _commands(c) else c for c in text)


def code_point(character: str) -> str:
    """A character that cannot be shown itself."""
    return f"<U+{ord(character):04X}>"


def _commands(character: str) -> bool:
    category = unicodedata.category(character)
    return category in {"Cc", "Cs", "Zl", "Zp"} or character in _DIRECTION_CONTROLS
