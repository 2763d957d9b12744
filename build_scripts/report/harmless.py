"""Make text safe to print: it cannot end its line, or command a terminal or the log of CI."""

import unicodedata

# Right-to-left letters need none of these, and they can reverse the text around them.
_DIRECTION_CONTROLS = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}

# GitHub's runner obeys `##[command]` anywhere in a line of a log, and `::command::` at its
# beginning, also after spaces. Contributions of strangers are quoted in such logs.
OLD_COMMAND = "##["
_COMMAND = "::"


def harmless(text: str) -> str:
    """The text with code points in place of characters that end a line or command its reader."""
    if not text.isprintable():
        text = "".join(code_point(c) if _commands(c) else c for c in text)
    text = text.replace(OLD_COMMAND, f"#{code_point('#')}[")
    before, command, rest = text.partition(_COMMAND)
    if command and not before.strip():
        return f"{before}{code_point(':')}:{rest}"
    return text


def code_point(character: str) -> str:
    """The code point of a character, to be shown in its place."""
    return f"<U+{ord(character):04X}>"


def _commands(character: str) -> bool:
    category = unicodedata.category(character)
    return category in {"Cc", "Cs", "Zl", "Zp"} or character in _DIRECTION_CONTROLS
