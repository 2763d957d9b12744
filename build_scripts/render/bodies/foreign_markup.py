"""Recognise the markup of Markdown extensions that are not supported, so that it is refused.

Such markup is a command in other programs. Its writer means that command, and should learn that it
does not work here instead of finding it as text on the page. Ordinary sentences are not taken for
markup: two dollar signs in a row begin a formula, "$650 million and $900 million" does not. Between
backticks, or after a backslash, such markup is text.
"""

import re
from typing import NamedTuple

from markdown_it.rules_inline import StateInline

LONGEST = 1_000
"""Characters within which a piece of markup must end."""


class _Enclosed(NamedTuple):
    """Markup that begins with an opener; only with `needs_closer` must its closer follow."""

    opener: str
    closer: str
    name: str
    needs_closer: bool = False


class _Pattern(NamedTuple):
    """Markup that matches a regular expression."""

    shape: str
    name: str
    begins_line: bool = False


_ATTRIBUTES = "A list of attributes in braces"
_CRITIC = "The markup of a change"
_BLOCK = "A block of an extension"

ENCLOSED = {
    "{": (
        _Enclosed("{{", "}}", "A template expression"),
        _Enclosed("{%", "%}", "A template statement"),
        _Enclosed("{#", "}", "A template comment or a list of attributes"),
        _Enclosed("{:", "}", _ATTRIBUTES),
        _Enclosed("{.", "}", _ATTRIBUTES),
        _Enclosed("{!", "!}", "The inclusion of a file"),
        _Enclosed("{++", "++}", _CRITIC),
        _Enclosed("{--", "--}", _CRITIC),
        _Enclosed("{~~", "~~}", _CRITIC),
        _Enclosed("{==", "==}", _CRITIC),
        _Enclosed("{>>", "<<}", _CRITIC),
    ),
    "$": (_Enclosed("$$", "$$", "A formula", needs_closer=True),),
    "-": (_Enclosed("--8<--", "\n", "The inclusion of a file"),),
}
PATTERNS = {
    "{": (_Pattern(r"\{[ ]+[.#][\w-][^}\n]*\}|\{[ ]*[\w-]+=[^}\n]*\}", _ATTRIBUTES),),
    "[": (
        _Pattern(r"\[\^[^\s\[\]]+\]", "A footnote"),
        _Pattern(r"\[TOC\](?=[ ]*$)", "A table of contents", True),
        _Pattern(r"\[![A-Za-z]+\][+-]?", "A highlighted box (admonition)", True),
    ),
    "*": (_Pattern(r"\*\[[^\]\n]+\]:", "The definition of an abbreviation", True),),
    "=": (
        _Pattern(r'===[!+]*[ ]+".*', "A tab", True),
        _Pattern(r"(?<![\w=])==(?![\s=])[^=\n]*(?<!\s)==(?![\w=])", "Highlighted text"),
    ),
    "^": (_Pattern(r"(?<![\w^])\^\^(?![\s^])[^\^\n]*(?<!\s)\^\^(?![\w^])", "Underlined text"),),
    "+": (_Pattern(r'(?<![\w+])\+\+["\w][\w "+-]{0,60}\+\+(?![\w+])', "A key"),),
    ":": (
        _Pattern(r":{3,}[ \t]*[\w{].*", _BLOCK, True),
        _Pattern(r"(?<![\w:/]):[a-z][a-z0-9_+-]*:(?![\w:/])", "The name of an emoji"),
    ),
    "/": (_Pattern(r"/{3,}[ \t]*[\w-]+[ \t]*(?:\|.*)?$", _BLOCK, True),),
}
_SHAPES = {
    pattern: re.compile(pattern.shape, re.MULTILINE)
    for patterns in PATTERNS.values()
    for pattern in patterns
}
INSTEAD_OF_FOOTNOTE = (
    "Put the text of the footnote in the sentence itself, or list the source under `sources:`."
)
_SHOW_IT = "To show these characters just as they are, put a backtick (`) before and after them."
_AS_TEXT = f"Delete it. {_SHOW_IT}"
_HINTS = {
    _CRITIC: "Write only the final words.",
    "A footnote": INSTEAD_OF_FOOTNOTE,
    "Highlighted text": "For emphasis, write *word* or **word**.",
    "Underlined text": "For emphasis, write *word* or **word**.",
    "The name of an emoji": f"Write the emoji itself. {_SHOW_IT}",
    "A formula": f"Formulas cannot be displayed. {_SHOW_IT}",
}
_FIRST_CHARACTERS = frozenset((*ENCLOSED, *PATTERNS))


def foreign_markup(state: StateInline, silent: bool) -> bool:
    """The rule. It adds a token `refused` with the name of the markup."""
    source, start = state.src, state.pos
    if source[start] not in _FIRST_CHARACTERS:
        return False
    name, end = _markup_at(source, start)
    if not name or end > state.posMax:
        return False
    if not silent:
        token = state.push("refused", "", 0)
        token.meta.update(position=start, what=name, hint=_HINTS.get(name, _AS_TEXT))
    state.pos = end
    return True


def _markup_at(source: str, start: int) -> tuple[str, int]:
    """The name and the end of the markup that begins at a position; an empty name if none does."""
    for markup in ENCLOSED.get(source[start], ()):
        if source.startswith(markup.opener, start):
            inside = start + len(markup.opener)
            closer = source.find(markup.closer, inside, inside + LONGEST)
            if closer >= 0:
                return markup.name, closer + len(markup.closer)
            if not markup.needs_closer:
                return markup.name, inside
    for pattern in PATTERNS.get(source[start], ()):
        # Asked first: from each sign of a long row of signs, the pattern would read the whole row.
        if pattern.begins_line and _is_inside_line(source, start):
            continue
        if match := _SHAPES[pattern].match(source, start):
            return pattern.name, match.end()
    return "", start


def _is_inside_line(source: str, position: int) -> bool:
    return bool(source[source.rfind("\n", 0, position) + 1 : position].strip(" \t"))
