"""Recognise references to invisible characters, such as `&#x202E;`, so that they are refused.

They are visible in the file but not on the page. Some of them reverse the text that follows, some
carry text that nobody reads, and a carriage return (`&#13;`) would be lost. Spaces (`&nbsp;`,
`&thinsp;`), soft hyphens, joiners (`&zwj;`, `&zwnj;`) and direction marks (`&lrm;`, `&rlm;`) are
harmless and allowed, but no more than two together: more could spell out a message.
"""

import re
from html.entities import html5

from markdown_it.rules_inline import StateInline

_REFERENCE = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));")
HIDDEN = re.compile(
    "[\r\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)

_ALLOWED = re.compile("[\u00ad\u061c\u200c-\u200f]")
_MOST_TOGETHER = 2


def hidden_entity(state: StateInline, silent: bool) -> bool:
    """The rule. It adds a token `refused` for a reference to a hidden character."""
    if state.src[state.pos] != "&":
        return False
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    end = match.end()
    what, hint = f"The invisible character `{match.group()}`", "Delete it."
    if not HIDDEN.search(_character(match)):
        count, end = _together(state)
        if count <= _MOST_TOGETHER:
            return False
        what, hint = f"A row of {count} invisible characters", "Keep the one that is needed."
    if not silent:
        token = state.push("refused", "", 0)
        token.meta.update(position=state.pos, what=what, hint=hint)
    state.pos = end
    return True


def _together(state: StateInline) -> tuple[int, int]:
    """How many invisible characters that are allowed stand here, and where they end."""
    count, end = 0, state.pos
    while end < state.posMax:
        match = _REFERENCE.match(state.src, end, state.posMax)
        if not _ALLOWED.search(_character(match) if match else state.src[end]):
            break
        count, end = count + 1, match.end() if match else end + 1
    return count, end


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return html5.get(f"{name};", "")
    number = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(number) if number <= 0x10FFFF else ""
