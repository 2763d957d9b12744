"""Text that neither ends its line nor commands what shows it: a terminal, or the log of CI."""

import unicodedata

# Letters of a right-to-left text are in order by themselves; these turn other people's letters.
_DIRECTION_CONTROLS = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}

# GitHub's runner obeys `##[command]` anywhere in a line of a log, and `::command::` where a line
# begins, behind blanks as well. Contributions of strangers are quoted in such logs.
OLD_COMMAND = "##["
_COMMAND = "::"


def harmless(text: str) -> str:
    """A text with what would end the line, or command what shows it, written as code points."""
    if not text.isprintable():
        text = "".join(code_point(c) if _commands(c) else c for c in text)
    text = text.replace(OLD_COMMAND, f"#{code_point('#')}[")
    before, command, rest = text.partition(_COMMAND)
    if command and not before.strip():
        return f"{before}{code_point(':')}:{rest}"
    return text


def code_point(character: str) -> str:
    """A character that cannot be shown itself."""
    return f"<U+{ord(character):04X}>"


def _commands(character: str) -> bool:
    category = unicodedata.category(character)
    return category in {"Cc", "Cs", "Zl", "Zp"} or character in _DIRECTION_CONTROLS
