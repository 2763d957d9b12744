"""Recognise references to invisible characters, such as `&#x202E;`, so that they are refused.

They are visible in the file but not on the page. Some of them reverse the text that follows, some
carry text that nobody reads, and a carriage return (`&#13;`) would be lost. Spaces (`&nbsp;`,
`&thinsp;`), soft hyphens, joiners (`&zwj;`, `&zwnj;`) and direction marks (`&lrm;`, `&rlm;`) are
harmless and allowed.
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


def hidden_entity(state: StateInline, silent: bool) -> bool:
    """The rule. It adds a token `refused` for a reference to a hidden character."""
    if state.src[state.pos] != "&":
        return False
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None or not HIDDEN.search(_character(match)):
        return False
    if not silent:
        token = state.push("refused", "", 0)
        what = f"The invisible character `{match.group()}`"
        token.meta.update(position=state.pos, what=what, hint="Delete it.")
    state.pos = match.end()
    return True


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return html5.get(f"{name};", "")
    number = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(number) if number <= 0x10FFFF else ""
