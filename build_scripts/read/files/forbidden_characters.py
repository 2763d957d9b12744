"""Refuse control characters and noncharacters, which no source or annotation may hold."""

import json
import re

import regex

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin

# C0 and C1 controls except tab, line feed and form feed (carriage returns are gone by then),
# surrogates, which UTF-8 cannot encode anyway, and the 66 noncharacters of Unicode.
FORBIDDEN = regex.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]|\p{Noncharacter_Code_Point}"
)


def described(character: str) -> str:
    """A name for a character, which may be invisible, without the character itself."""
    if character in _NAMES:
        return _NAMES[character]
    number = f"U+{ord(character):04X}"
    is_forbidden = FORBIDDEN.match(character)
    return f"the character {number}, which cannot be displayed" if is_forbidden else number


_NAMES = {"\t": "a tab", "\n": "a line break (U+000A)", "\f": "a page break (U+000C)"}


_SURROGATE_PAIR = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
)


def join_surrogates(text: str) -> str:
    r"""Rewrite JSON's escapes for an emoji (``\ud83d\ude00``) as YAML's (``\U0001F600``).

    Otherwise JSON is YAML. A text that is not JSON is returned unchanged, because the same letters
    may mean themselves there. Columns after such a pair are two less than in the file.
    """
    if text[:1] not in ("{", "[") or not _SURROGATE_PAIR.search(text):
        return text
    try:
        json.loads(text)
    except ValueError:
        return text
    return _SURROGATE_PAIR.sub(_joined, text)


def _joined(match: re.Match[str]) -> str:
    units = bytes.fromhex(match[2] + match[3])
    return f"{match[1]}\\U{ord(units.decode('utf-16-be')):08X}"


_SHOWN = 20


def forbidden_characters(document: Document, code: Code) -> tuple[Diagnostic, ...]:
    """Diagnostics with this code for the first forbidden characters of a file."""
    # Printable characters are not forbidden; checking this first takes an eighth of the time.
    if document.text.replace("\n", "").isprintable():
        return ()
    found = [(match.start(), match.group()) for match in FORBIDDEN.finditer(document.text)]
    hint = "Delete it, or type the character that was meant. It is probably invisible."
    more = f"\nThere are {len(found) - _SHOWN} more in this file." if len(found) > _SHOWN else ""
    return tuple(
        Origin(document, offset).diagnostic(
            code,
            f"The file contains {described(character)}",
            hint + (more if number == _SHOWN else ""),
        )
        for number, (offset, character) in enumerate(found[:_SHOWN], start=1)
    )
