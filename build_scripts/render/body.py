"""Bodies of notes: Markdown in a safe subset to HTML, or a diagnostic that says what is not in it.

The subset is plain CommonMark less what could load, hide or restructure something: paragraphs,
emphasis, strong emphasis, links (http, https, mailto), lists, block quotations, code. Whatever
else the parser recognises is refused by the name of its token, not by a list of bad words; what
the sanitiser would change is refused as well, and its output is what is published.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import nh3
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
from build_scripts.render.html import Html, raw_block_safe

SAFE_SUBSET = (
    "Allowed are paragraphs, *emphasis*, **strong emphasis**, [links](https://…), lists, "
    "> quotations and `code`."
)

_ELEMENTS = {
    "paragraph": "p",
    "em": "em",
    "strong": "strong",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "blockquote": "blockquote",
}
_NAMES = {
    "html_block": "Raw HTML",
    "html_inline": "Raw HTML",
    "image": "An image",
    "heading": "A heading",
    "hr": "A rule",
    "table": "A table",
    "s": "Struck-out text",
    "footnote": "A footnote",
    "front": "Front matter",
    "dl": "A definition list",
    "admonition": "An admonition",
}
_LINK_SCHEMES = ("http://", "https://", "mailto:")
_FOREIGN_MARKUP = {
    "{{": "A template expression",
    "{%": "A template statement",
    "{#": "A template comment or an attribute list",
    "{:": "An attribute list",
    "{.": "An attribute list",
    "{++": "Critic markup",
    "{--": "Critic markup",
    "{~~": "Critic markup",
    "{==": "Critic markup",
    "{>>": "Critic markup",
    "--8<--": "A snippet",
    "*[": "An abbreviation",
}
_SANITISER_TAGS = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "a", "br"}
_SANITISER_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}


class _Refusal(NamedTuple):
    """Something outside the subset: what it is, and the line of the body, from 0."""

    what: str
    line: int
    hint: str = SAFE_SUBSET


class RenderedBody(NamedTuple):
    """HTML of a body (empty where it was refused), and what was refused."""

    html: Html
    refusals: tuple[_Refusal, ...]


TextLinker = Callable[[str], Html]
"""Makes running text of a body into markup, escaped as `escape_text` does it."""


def _parser() -> MarkdownIt:
    """CommonMark, and the extensions that writers are most likely to try, so that they are seen."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for plugin in (footnote_plugin, deflist_plugin, admon_plugin, front_matter_plugin):
        parser.use(plugin)
    # Refused here with their place; the parser itself would leave such links standing as text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return parser


_PARSER = _parser()


def _refusals(tokens: list[Token]) -> Iterator[_Refusal]:
    line = 0
    refused_level: int | None = None
    for token in tokens:
        line = token.map[0] if token.map else line
        kind = _kind(token)
        if refused_level is not None:  # what stands inside something refused is not named again
            if token.level <= refused_level:
                refused_level = None
        elif kind == "inline":
            yield from _inline_refusals(token.children or [], line)
        elif kind not in _ELEMENTS and kind not in ("code_block", "fence"):
            yield _Refusal(_name(kind), line)
            refused_level = token.level if token.nesting == 1 else None


def _kind(token: Token) -> str:
    return token.type.removesuffix("_open").removesuffix("_close")


def _name(kind: str) -> str:
    return _NAMES.get(kind) or _NAMES.get(kind.partition("_")[0], "This")


def _inline_refusals(tokens: list[Token], line: int) -> Iterator[_Refusal]:
    for token in tokens:
        kind = _kind(token)
        if kind in ("softbreak", "hardbreak"):
            line += 1
        elif kind == "text":
            found = next((m for m in _FOREIGN_MARKUP if m in token.content), None)
            if found is not None:
                yield _Refusal(_FOREIGN_MARKUP[found], line)
        elif kind == "link":
            if token.nesting == 1 and not _is_allowed_link(token):
                yield _Refusal(
                    f"The link address `{token.attrGet('href')}`",
                    line,
                    "Addresses begin with https://, http:// or mailto:.",
                )
        elif kind not in _ELEMENTS and kind != "code_inline" and token.nesting >= 0:
            yield _Refusal(_name(kind), line)


def _is_allowed_link(token: Token) -> bool:
    return str(token.attrGet("href")).lower().startswith(_LINK_SCHEMES)


def _inline(tokens: list[Token], linker: TextLinker) -> Iterator[str]:
    inside_link = 0
    for token in tokens:
        kind = _kind(token)
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
            opening = f'<a href="{escape_text(str(token.attrGet("href")))}">'
            yield opening if token.nesting == 1 else "</a>"
        else:
            yield f"<{'/' if token.nesting < 0 else ''}{_ELEMENTS[kind]}>"


def _blocks(tokens: list[Token], linker: TextLinker) -> Iterator[str]:
    for token in tokens:
        kind = _kind(token)
        if kind == "inline":
            yield from _inline(token.children or [], linker)
        elif kind in ("code_block", "fence"):
            yield f"<pre><code>{escape_text(token.content)}</code></pre>"
        elif token.hidden:
            continue
        elif kind == "ordered_list" and token.nesting == 1 and token.attrGet("start"):
            yield f'<ol start="{token.attrGet("start")}">'
        else:
            yield f"<{'/' if token.nesting < 0 else ''}{_ELEMENTS[kind]}>"


def escape_text(value: str) -> Html:
    """Escape exactly as the sanitiser writes text, so that its output can be compared."""
    for character, reference in _ESCAPES:
        value = value.replace(character, reference)
    return Html(value)


_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\u00a0", "&nbsp;"))


def sanitise(markup: str) -> str:
    """What the sanitiser leaves of a body's HTML."""
    return nh3.clean(
        markup,
        tags=_SANITISER_TAGS,
        attributes=_SANITISER_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def render_markdown(markdown: str, linker: TextLinker = escape_text) -> RenderedBody:
    """Render a body.

    Args:
        markdown: the source.
        linker: makes running text outside links and code into markup.

    Returns:
        HTML for a raw block, on one line; or, with empty HTML, everything that is not allowed.
    """
    environment: dict[str, object] = {}
    tokens = _PARSER.parse(markdown, environment)
    refusals = list(dict.fromkeys(_refusals(tokens)))
    if environment.get("references"):
        refusals.append(_Refusal("A link definition", 0, "Write the address behind the link."))
    if refusals:
        return RenderedBody(Html(""), tuple(refusals))
    markup = "".join(_blocks(tokens, linker))
    sanitised = sanitise(markup)
    if sanitised != markup:
        return RenderedBody(Html(""), (_Refusal("Something in this text", 0),))
    return RenderedBody(raw_block_safe(sanitised), ())


@cache
def _render_cached(markdown: str) -> RenderedBody:
    """By content: under `mkdocs serve` only what changed is rendered again."""
    return render_markdown(markdown)


def render_body(body: Body) -> tuple[Html, tuple[Diagnostic, ...]]:
    """Render a body, with diagnostics at its lines."""
    rendered = _render_cached(body.markdown)
    return rendered.html, tuple(_diagnostic(body, refusal) for refusal in rendered.refusals)


def _diagnostic(body: Body, refusal: _Refusal) -> Diagnostic:
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
