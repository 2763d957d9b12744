"""Render bodies of annotations: a safe subset of Markdown becomes HTML, the rest diagnostics.

The subset is CommonMark without anything that could load, hide or restructure content: paragraphs,
emphasis, strong emphasis, links (http, https, mailto, and to entries of the site), lists, block
quotations and code. Every other token that the parser recognises is refused by its name; there is
no list of bad words. A body that the sanitiser would change is refused as well, so the published
HTML is the sanitiser's output.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple, cast

from markdown_it.token import Token

from build_scripts.model.annotation import Body
from build_scripts.model.body_link import IN_READINGS, BodyLink, BodyLinkKind
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.scalar_place import place_in_scalar
from build_scripts.render.bodies.body_link_rule import WrittenLink
from build_scripts.render.bodies.body_parser import ParsedBody, parse_body
from build_scripts.render.bodies.body_pieces import Pieces
from build_scripts.render.bodies.body_refusals import ELEMENTS, Refusal, kind_of, refusals
from build_scripts.render.bodies.sanitise import escape_text, link_start, sanitise
from build_scripts.render.markdown_safe_html import Html, raw_block_safe
from build_scripts.text.hidden_characters import looks_blank
from build_scripts.text.line_ends import with_unix_line_ends

MOST_REFUSALS = 20
"""The most findings that are reported for one body at a time."""


class RenderedBody(NamedTuple):
    """A rendered body without its place in a file.

    Attributes:
        pieces: finished markup for a raw block, on one line, and between it the links to entries;
            empty if anything was refused.
        links: the links to entries, in order, even if something else was refused.
        refusals: what is not allowed.
    """

    pieces: tuple[Html | WrittenLink, ...]
    links: tuple[WrittenLink, ...]
    refusals: tuple[Refusal, ...]


class LocatedBody(NamedTuple):
    """A rendered body at its place: links and findings have positions in its file."""

    pieces: Pieces
    links: tuple[BodyLink, ...]
    diagnostics: tuple[Diagnostic, ...]


TextLinker = Callable[[str], Html]
"""Turns running text of a body into markup, escaped in the same way as by `escape_text`."""

Naming = Callable[[BodyLinkKind, str, str], str]
"""The words for a link without words, by kind, id and the reading of a note or question."""


def _inline(body: ParsedBody, block: Token, linker: TextLinker) -> Iterator[str | WrittenLink]:
    inside_link = 0
    children = block.children or ()
    for number, token in enumerate(children):
        kind = kind_of(token)
        if kind == "text":
            yield escape_text(token.content) if inside_link else linker(token.content)
        elif kind == "softbreak":
            yield " "
        elif kind == "hardbreak":
            yield "<br>"
        elif kind == "code_inline":
            yield f"<code>{escape_text(token.content)}</code>"
        elif kind == "body_link":
            yield _link_in_body(body, block, token)
        elif kind == "link":
            inside_link += token.nesting
            yield _link_start(children, number) if token.nesting == 1 else "</a>"
        else:
            yield f"<{'/' if token.nesting < 0 else ''}{ELEMENTS[kind]}>"


def _link_start(tokens: Sequence[Token], number: int) -> Html:
    """The start tag of the link that begins at a token."""
    address = str(tokens[number].attrGet("href"))
    inside = takewhile(lambda token: kind_of(token) != "link", tokens[number + 1 :])
    return link_start(address, "".join(token.content for token in inside))


def _link_in_body(body: ParsedBody, block: Token, token: Token) -> WrittenLink:
    link: WrittenLink = token.meta["link"]
    return link._replace(position=body.position_in_lines(block, link.position))


def _blocks(body: ParsedBody, linker: TextLinker) -> Iterator[str | WrittenLink]:
    for token in body.tokens:
        kind = kind_of(token)
        if kind == "inline":
            yield from _inline(body, token, linker)
        elif kind in ("code_block", "fence"):
            yield f"<pre><code>{escape_text(token.content)}</code></pre>"
        elif token.hidden:
            continue
        elif kind == "ordered_list" and token.nesting == 1 and token.attrGet("start") is not None:
            yield f'<ol start="{token.attrGet("start")}">'
        else:
            yield f"<{'/' if token.nesting < 0 else ''}{ELEMENTS[kind]}>"


def render_markdown(markdown: str, linker: TextLinker = escape_text) -> RenderedBody:
    """Render a body; the linker gets its running text outside links and code."""
    body = parse_body(markdown)
    links = tuple(_links(body))
    refused = refusals(body)
    if refused:
        return RenderedBody((), links, refused)
    parts = tuple(_blocks(body, linker))
    # Links to entries get a plain address for this check. The sanitiser's output must equal its
    # input, so that every piece between links is the sanitiser's own output.
    markup = "".join(part if isinstance(part, str) else _placeholder(part) for part in parts)
    if sanitise(markup) != markup:
        something = Refusal(0, "Something in this text is not allowed in annotations")
        return RenderedBody((), links, (something,))
    if markdown.strip() and not links and looks_blank(html.unescape(_TAG.sub("", markup))):
        nothing = Refusal(0, "This text shows nothing", "Write what is meant, or delete the key.")
        return RenderedBody((), links, (nothing,))
    return RenderedBody(tuple(_joined(parts)), links, ())


_TAG = re.compile("<[^<>]*>")


def _placeholder(link: WrittenLink) -> str:
    return f"{link_start('https://link.invalid/')}{escape_text(link.label)}</a>"


def _joined(parts: Iterable[str | WrittenLink]) -> Iterator[Html | WrittenLink]:
    """The parts, with all markup between two links joined."""
    markup: list[str] = []
    for part in parts:
        if isinstance(part, str):
            markup.append(part)
            continue
        yield raw_block_safe("".join(markup))
        yield part
        markup.clear()
    yield raw_block_safe("".join(markup))


def _links(body: ParsedBody) -> Iterator[WrittenLink]:
    """The links of a body, even if it is refused, so that their faults are reported too."""
    for block in body.tokens:
        for token in block.children or ():
            if token.type == "body_link":
                yield _link_in_body(body, block, token)


@cache
def _render_cached(markdown: str) -> RenderedBody:
    """Cached by content: `mkdocs serve` renders only changed bodies again."""
    return render_markdown(markdown)


def render_body(body: Body, reading: str = "", naming: Naming = lambda *_: "") -> LocatedBody:
    """Render a body at its place.

    Args:
        body: the body.
        reading: the id of its reading; empty outside readings.
        naming: the words for links without words.
    """
    markdown = with_unix_line_ends(body.markdown)
    rendered = _render_cached(markdown)
    findings = [*_refused(body, markdown, rendered.refusals)]
    if not rendered.links:
        return LocatedBody(cast(Pieces, rendered.pieces), (), tuple(findings))
    links: list[BodyLink] = []
    for written in rendered.links:
        origin = place_in_scalar(body.origin, markdown, written.position)
        of_reading = ""
        if written.kind in IN_READINGS:
            of_reading = written.reading or reading
            if not of_reading:
                findings.append(
                    origin.diagnostic(
                        Code.BODY_NOT_ALLOWED,
                        f"The link `{written.kind}:{written.id}` does not say which reading the "
                        f"{written.kind} is in",
                        f"Write [[{written.kind}:reading-id/{written.id}]], with the id of its "
                        "reading.",
                    )
                )
                continue
        label = written.label or naming(written.kind, written.id, of_reading)
        links.append(BodyLink(written.kind, written.id, of_reading, label, origin))
    pieces = () if findings else with_links(rendered, links)
    return LocatedBody(pieces, tuple(links), tuple(findings))


def _refused(body: Body, markdown: str, refused: tuple[Refusal, ...]) -> Iterator[Diagnostic]:
    """The first findings, at their places; the last of them counts those left out."""
    for number, refusal in enumerate(refused[:MOST_REFUSALS], start=1):
        hint = refusal.hint
        if number == MOST_REFUSALS and len(refused) > MOST_REFUSALS:
            hint = f"{hint}\nThis text has {len(refused) - MOST_REFUSALS} more such places."
        place = place_in_scalar(body.origin, markdown, refusal.position)
        yield place.diagnostic(Code.BODY_NOT_ALLOWED, refusal.message, hint)


def with_links(rendered: RenderedBody, links: Iterable[BodyLink]) -> Pieces:
    """The pieces of a body with its links replaced, in order, by links from one place."""
    in_order = iter(links)
    return tuple(piece if isinstance(piece, str) else next(in_order) for piece in rendered.pieces)
