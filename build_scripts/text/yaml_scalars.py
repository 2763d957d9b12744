"""Write texts as YAML scalars on one line."""

from collections.abc import Mapping

import regex

UNSEEN = r"\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}"
"""Characters that show nothing, for a set in a pattern; blanks are not among them."""

_PLAIN = regex.compile(r"[A-Za-z][A-Za-z0-9_-]*|[0-9]{4}(?:-[0-9]{2}){1,2}")
_MEANS_SOMETHING_ELSE = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""To YAML in general, though not to this program."""
_ESCAPED = regex.compile(rf"[{UNSEEN}]|(?! )\p{{Zs}}|\A\p{{M}}")


def scalar(text: str) -> str:
    """The text as it is if it is one word or a date; quoted otherwise."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _MEANS_SOMETHING_ELSE:
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """The text as a double-quoted scalar, which YAML 1.1 and 1.2 read back as the same text.

    Characters that cannot be seen, and a mark that would sit on the quotation mark, become escapes.
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{visible(escaped)}"'


def quoted_pairs(values: Mapping[str, str]) -> str:
    """Keys and quoted values as they stand in a flow mapping: ``exact: "a", suffix: " b"``."""
    return ", ".join(f"{key}: {quoted(value)}" for key, value in values.items())


def visible(text: str) -> str:
    """The text with YAML escapes for characters that cannot be seen."""
    return _ESCAPED.sub(_escape, text)


def _escape(match: regex.Match[str]) -> str:
    code_point = ord(match.group())
    if code_point > 0xFFFF:
        return f"\\U{code_point:08X}"
    return f"\\u{code_point:04X}" if code_point > 0xFF else f"\\x{code_point:02X}"
