"""Bodies of notes: Markdown in a safe subset to HTML, or a diagnostic that says what is not in it.

The subset is plain CommonMark less what could load, hide or restructure something: paragraphs,
emphasis, strong emphasis, links (http, https, mailto), lists, block quotations, code. Whatever
else the parser recognises is refused by the name of its token, not by a list of bad words; what
the sanitiser would change is refused as well, and its output is what is published.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from build_scripts.model.annotation import Body
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.origin import Document, Origin
from build_scripts.render.body_refusals import (
    DEEPEST_LEVEL,
    ELEMENTS,
    Refusal,
    kind_of,
    refusals,
)
from build_scripts.render.html import Html, raw_block_safe
from build_scripts.render.sanitise import escape_text, link_start, sanitise


class RenderedBody(NamedTuple):
    """HTML of a body (empty where it was refused), and what was refused."""

    html: Html
    refusals: tuple[Refusal, ...]


TextLinker = Callable[[str], Html]
"""Makes running text of a body into markup, escaped as `escape_text` does it."""


def _parser() -> MarkdownIt:
    """CommonMark, and the extensions that writers are most likely to try, so that they are seen."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for plugin in (footnote_plugin, deflist_plugin, admon_plugin, front_matter_plugin):
        parser.use(plugin)
    # Refused here with their place; the parser itself would leave such links standing as text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    # It would move footnotes to the end, and drop those that nothing refers to.
    parser.disable("footnote_tail")
    # What is nested deeper the parser drops; it is to be seen, and refused, before that.
    parser.options["maxNesting"] = 2 * DEEPEST_LEVEL
    return parser


_PARSER = _parser()


def _inline(tokens: list[Token], linker: TextLinker) -> Iterator[str]:
    inside_link = 0
    for token in tokens:
        kind = kind_of(token)
        if kind == "text":
            yield escape_text(token.content) if inside_link else linker(token.content)
        elif kind == "softbreak":
            yield " "
        elif kind == "hardbreak":
            yield "<br>"
        elif kind == "code_inline":
            yield f"<code>{escape_text(token.content)}</code>"
        elif kind == "link":
            inside_link += token.nesting
            yield link_start(str(token.attrGet("href"))) if token.nesting == 1 else "</a>"
        else:
            yield f"<{'/' if token.nesting < 0 else ''}{ELEMENTS[kind]}>"


def _blocks(tokens: list[Token], linker: TextLinker) -> Iterator[str]:
    for token in tokens:
        kind = kind_of(token)
        if kind == "inline":
            yield from _inline(token.children or [], linker)
        elif kind in ("code_block", "fence"):
            yield f"<pre><code>{escape_text(token.content)}</code></pre>"
        elif token.hidden:
            continue
        elif kind == "ordered_list" and token.nesting == 1 and token.attrGet("start") is not None:
            yield f'<ol start="{token.attrGet("start")}">'
        else:
            yield f"<{'/' if token.nesting < 0 else ''}{ELEMENTS[kind]}>"


def render_markdown(markdown: str, linker: TextLinker = escape_text) -> RenderedBody:
    """Render a body.

    Args:
        markdown: the source.
        linker: makes running text outside links and code into markup.

    Returns:
        HTML for a raw block, on one line; or, with empty HTML, everything that is not allowed.
    """
    environment: dict[str, Any] = {}
    tokens = _PARSER.parse(markdown, environment)
    refused = refusals(tokens, environment)
    if refused:
        return RenderedBody(Html(""), refused)
    markup = "".join(_blocks(tokens, linker))
    sanitised = sanitise(markup)
    if sanitised != markup:
        return RenderedBody(Html(""), (Refusal("Something in this text", 0),))
    return RenderedBody(raw_block_safe(sanitised), ())


@cache
def _render_cached(markdown: str) -> RenderedBody:
    """By content: under `mkdocs serve` only what changed is rendered again."""
    return render_markdown(markdown)


def render_body(body: Body) -> tuple[Html, tuple[Diagnostic, ...]]:
    """Render a body, with diagnostics at its lines."""
    rendered = _render_cached(body.markdown)
    return rendered.html, tuple(_diagnostic(body, refusal) for refusal in rendered.refusals)


def _diagnostic(body: Body, refusal: Refusal) -> Diagnostic:
    return _line_origin(body, refusal.line).diagnostic(
        Code.BODY_NOT_ALLOWED, f"{refusal.what} is not allowed in annotations", refusal.hint
    )


def _line_origin(body: Body, line: int) -> Origin:
    """The place of a line of the body in its YAML file, where the YAML keeps lines (``|``)."""
    document: Document = body.origin.document
    start = body.origin.offset
    if document.text[start : start + 1] != "|":
        return body.origin
    for _ in range(line + 1):
        start = document.text.find("\n", start) + 1
    indent = len(document.text[start:]) - len(document.text[start:].lstrip(" "))
    return Origin(document, start + indent)
