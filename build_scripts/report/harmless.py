"""Make text safe to print: it cannot end its line, or command a terminal or the log of CI."""

import re
import unicodedata

# Right-to-left letters need none of these, and they can reverse the text around them.
_DIRECTION_CONTROLS = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}

# GitHub's runner obeys `##[command]` anywhere in a line of a log, and `::command::` at its
# beginning, also after spaces; Azure's obeys `##vso[command]`, TeamCity `##teamcity[command]`.
# Contributions of strangers are quoted in such logs.
OLD_COMMAND = re.compile(r"##[A-Za-z]*\[")
_COMMAND = "::"
_INDENT = "    "


def harmless(text: str) -> str:
    """The text with code points in place of characters that end a line or command its reader."""
    if not text.isprintable():
        text = "".join(code_point(c) if commands_a_reader(c) else c for c in text)
    text = OLD_COMMAND.sub(lambda match: f"#{code_point('#')}{match.group()[2:]}", text)
    before, command, rest = text.partition(_COMMAND)
    if command and not before.strip():
        return f"{before}{code_point(':')}:{rest}"
    return text


def code_point(character: str) -> str:
    """The code point of a character, to be shown in its place."""
    return f"<U+{ord(character):04X}>"


def harmless_lines(text: str) -> str:
    """The same for a text of several lines; further lines cannot seem to begin a new message."""
    first, *further = map(harmless, text.split("\n"))
    indented = (line if line[:1] in ("", " ") else f"{_INDENT}{line}" for line in further)
    return "\n".join((first, *indented))


def commands_a_reader(character: str) -> bool:
    """Whether a character ends a line, reverses text or commands a terminal."""
    category = unicodedata.category(character)
    return category in {"Cc", "Cs", "Zl", "Zp"} or character in _DIRECTION_CONTROLS
