"""Parse the Markdown of bodies: CommonMark, links to entries, and markup that will be refused.

The extensions that writers are most likely to try are enabled, so that their markup is recognised
and can be refused by name. Tokens get the positions that markdown-it does not record.
"""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from build_scripts.render.bodies.body_link_rule import body_link
from build_scripts.render.bodies.foreign_markup import foreign_markup
from build_scripts.render.bodies.hidden_entities import hidden_entity
from build_scripts.render.bodies.ordinary_body import ordinary_tokens
from build_scripts.text.line_ends import with_unix_line_ends

DEEPEST_LEVEL = 20
"""Nesting in levels of the parser: a list in a list in a list takes six."""

_BlockRule = Callable[[StateBlock, int, int, bool], bool]
_InlineRule = Callable[[StateInline, bool], bool]

_PLACE: Final = "position"
# The rules whose tokens may be refused; recording a position would only slow the others.
_LOCATED_IN_LINES = (
    *("strikethrough", "link", "image", "autolink", "html_inline"),
    *("footnote_inline", "footnote_ref"),
)


class ParsedBody(NamedTuple):
    """A body and its tokens; nothing in an ordinary one needs to be refused."""

    markdown: str
    tokens: list[Token]
    is_ordinary: bool = False

    def position(self, token: Token, block: Token) -> int:
        """The position of a token in the body.

        Args:
            token: a block, or a token in a line whose position a rule has recorded.
            block: the block that the token is or belongs to.
        """
        if block.type == "inline":
            return self.position_in_lines(block, token.meta.get(_PLACE, 0))
        line = block.map[0] if block.map else 0
        start = _line_start(self.markdown, line)
        recorded: int = token.meta.get(_PLACE, start)
        if recorded >= start:
            return recorded
        # The recorded position of a list item is that of the list.
        rest = self.markdown[start:]
        return start + len(rest) - len(rest.lstrip(" \t"))

    def position_in_lines(self, block: Token, position: int) -> int:
        """Convert a position in the running text of a block into a position in the body.

        The parser removes what precedes the text of a line (spaces and `>`) and spaces
        at its end, so positions are counted from the end of the line.
        """
        content = block.content
        line_start = content.rfind("\n", 0, position) + 1
        line = content[line_start:].partition("\n")[0]
        number = content.count("\n", 0, position) + (block.map[0] if block.map else 0)
        whole_start = _line_start(self.markdown, number)
        whole = self.markdown[whole_start:].partition("\n")[0].rstrip()
        from_end = len(line.rstrip()) - (position - line_start)
        return whole_start + max(0, len(whole) - from_end)


def _line_start(text: str, line: int) -> int:
    start = 0
    for _ in range(line):
        start = text.find("\n", start) + 1
    return start


def _located_block(rule: _BlockRule) -> _BlockRule:
    """The rule, recording where its blocks begin; blocks inside them record their own positions."""

    def located(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        count = len(state.tokens)
        if not rule(state, start_line, end_line, silent):
            return False
        if not silent:
            position = state.bMarks[start_line] + state.tShift[start_line]
            for token in state.tokens[count:]:
                token.meta.setdefault(_PLACE, position)
        return True

    return located


def _located_in_line(rule: _InlineRule) -> _InlineRule:
    """The rule, recording where its tokens begin."""

    def located(state: StateInline, silent: bool) -> bool:
        count, position = len(state.tokens), state.pos
        if not rule(state, silent):
            return False
        for token in state.tokens[count:]:
            token.meta.setdefault(_PLACE, position)
        return True

    return located


def _visible_definition(rule: _BlockRule) -> _BlockRule:
    """The rule for link definitions, adding the token that the parser does not add."""

    def visible(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        matches = rule(state, start_line, end_line, silent)
        if matches and not silent:
            state.push("definition", "", 0).map = [start_line, state.line]
        return matches

    return visible


class _AnyLink(MarkdownIt):
    """A parser that recognises links to any address; others would leave some of them as text."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - as in the base class
        return True


def _parser() -> MarkdownIt:
    parser = _AnyLink("commonmark").enable(["table", "strikethrough"])
    for plugin in (footnote_plugin, deflist_plugin, admon_plugin, front_matter_plugin):
        parser.use(plugin)
    # This rule would move footnotes to the end and drop those that nothing refers to.
    parser.disable("footnote_tail")
    # The parser drops deeper nesting, so the limit is above the level at which we refuse it.
    parser.options["maxNesting"] = 2 * DEEPEST_LEVEL
    parser.inline.ruler.before("text", "foreign_markup", foreign_markup)
    parser.inline.ruler.before("link", "body_link", body_link)
    parser.inline.ruler.before("entity", "hidden_entity", hidden_entity)
    blocks: Any = parser.block.ruler
    for rule in blocks.__rules__:
        located = _located_block(
            _visible_definition(rule.fn) if rule.name == "reference" else rule.fn
        )
        blocks.at(rule.name, located, {"alt": rule.alt})
    in_lines: Any = parser.inline.ruler
    for rule in in_lines.__rules__:
        if rule.name in _LOCATED_IN_LINES:
            in_lines.at(rule.name, _located_in_line(rule.fn), {"alt": rule.alt})
    return parser


_PARSER = _parser()


def parse_body(markdown: str) -> ParsedBody:
    """Parse a body; positions are those in the body with Unix line ends."""
    markdown = with_unix_line_ends(markdown)
    tokens = ordinary_tokens(markdown)
    if tokens is not None:
        return ParsedBody(markdown, tokens, is_ordinary=True)
    return parse_any_body(markdown)


def parse_any_body(markdown: str) -> ParsedBody:
    """Parse a body with Unix line ends by all rules of the parser."""
    return ParsedBody(markdown, _PARSER.parse(markdown, {}))
