"""The Markdown parser of bodies: CommonMark, links between entries, and eyes for the rest.

The extensions that writers are most likely to try are switched on, so that they are seen and can
be refused by name. Every token knows its place, which the parser itself forgets.
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

DEEPEST_LEVEL = 20
"""In levels of the parser: a list in a list in a list takes six. Nobody means twenty."""

_BlockRule = Callable[[StateBlock, int, int, bool], bool]
_InlineRule = Callable[[StateInline, bool], bool]

_PLACE: Final = "position"
# Rules whose tokens may be refused; the others would only be slower for it.
_LOCATED_IN_LINES = (
    *("strikethrough", "link", "image", "autolink", "html_inline"),
    *("footnote_inline", "footnote_ref"),
)


class ParsedBody(NamedTuple):
    """A body as the parser's tokens."""

    markdown: str
    tokens: list[Token]

    def position(self, token: Token, block: Token) -> int:
        """The place of a token in the body.

        Args:
            token: a block, or something in a line, where a rule has noted its place.
            block: the block that it is or stands in.
        """
        if block.type == "inline":
            return self.position_in_lines(block, token.meta.get(_PLACE, 0))
        line = block.map[0] if block.map else 0
        start = _line_start(self.markdown, line)
        noted: int = token.meta.get(_PLACE, start)
        if noted >= start:
            return noted
        # An item of a list is noted where the list begins.
        rest = self.markdown[start:]
        return start + len(rest) - len(rest.lstrip(" \t"))

    def position_in_lines(self, block: Token, position: int) -> int:
        """The place in the body of a place in the running text of a block.

        The parser cuts what stands before a line (blanks, marks of quotations) and blanks at
        its end; so the text of a line is the end of the line in the body.
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
    """The rule, noting where the blocks begin that it makes; what is inside notes its own."""

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
    """The rule, noting where the tokens begin that it makes."""

    def located(state: StateInline, silent: bool) -> bool:
        count, position = len(state.tokens), state.pos
        if not rule(state, silent):
            return False
        for token in state.tokens[count:]:
            token.meta.setdefault(_PLACE, position)
        return True

    return located


def _visible_definition(rule: _BlockRule) -> _BlockRule:
    """The rule for definitions of link addresses, leaving a token where the parser leaves none."""

    def visible(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        found = rule(state, start_line, end_line, silent)
        if found and not silent:
            state.push("definition", "", 0).map = [start_line, state.line]
        return found

    return visible


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for plugin in (footnote_plugin, deflist_plugin, admon_plugin, front_matter_plugin):
        parser.use(plugin)
    # Refused with their place; the parser itself would leave such links standing as text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    # It would move footnotes to the end, and drop those that nothing refers to.
    parser.disable("footnote_tail")
    # What is nested deeper the parser drops; it is to be seen, and refused, before that.
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


def with_unix_line_ends(markdown: str) -> str:
    """A body as the parser sees it: quoted YAML can hold carriage returns, written as escapes."""
    return markdown.replace("\r\n", "\n").replace("\r", "\n")


def parse_body(markdown: str) -> ParsedBody:
    """The tokens of a body, each with its place."""
    markdown = with_unix_line_ends(markdown)
    return ParsedBody(markdown, _PARSER.parse(markdown, {}))
