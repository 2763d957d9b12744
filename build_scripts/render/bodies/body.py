"""Bodies of notes: Markdown in a safe subset to HTML, or a diagnostic that says what is not in it.

The subset is plain CommonMark less what could load, hide or restructure something: paragraphs,
emphasis, strong emphasis, links (http, https, mailto, and to entries of the site), lists, block
quotations, code. Whatever else the parser recognises is refused by the name of its token, not by
a list of bad words; what the sanitiser would change is refused as well, and its output is what is
published.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple, cast

from markdown_it.token import Token

from build_scripts.model.annotation import Body
from build_scripts.model.body_link import BodyLink, BodyLinkKind
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.scalar_place import place_in_scalar
from build_scripts.render.bodies.body_link_rule import WrittenLink
from build_scripts.render.bodies.body_parser import ParsedBody, parse_body, with_unix_line_ends
from build_scripts.render.bodies.body_pieces import Pieces
from build_scripts.render.bodies.body_refusals import ELEMENTS, Refusal, kind_of, refusals
from build_scripts.render.bodies.sanitise import escape_text, link_start, sanitise
from build_scripts.render.markdown_safe_html import Html, raw_block_safe

MOST_REFUSALS = 20
"""As many findings of one body are told; who mends them sees the next ones."""


class RenderedBody(NamedTuple):
    """What becomes of a body, wherever it stands.

    Attributes:
        pieces: finished markup for a raw block, on one line, and the links to entries between;
            empty where something was refused.
        links: the links to entries, in order, also where something else was refused.
        refusals: what is not allowed.
    """

    pieces: tuple[Html | WrittenLink, ...]
    links: tuple[WrittenLink, ...]
    refusals: tuple[Refusal, ...]


class LocatedBody(NamedTuple):
    """What becomes of a body at its place: as `RenderedBody`, with places in its file."""

    pieces: Pieces
    links: tuple[BodyLink, ...]
    diagnostics: tuple[Diagnostic, ...]


TextLinker = Callable[[str], Html]
"""Makes running text of a body into markup, escaped as `escape_text` does it."""

Naming = Callable[[BodyLinkKind, str, str], str]
"""The words for a link without words, by kind, id and, for a note, reading."""


def _inline(body: ParsedBody, block: Token, linker: TextLinker) -> Iterator[str | WrittenLink]:
    inside_link = 0
    for token in block.children or ():
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
            yield link_start(str(token.attrGet("href"))) if token.nesting == 1 else "</a>"
        else:
            yield f"<{'/' if token.nesting < 0 else ''}{ELEMENTS[kind]}>"


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
    """Render a body.

    Args:
        markdown: the source.
        linker: makes running text outside links and code into markup.
    """
    body = parse_body(markdown)
    links = tuple(_links(body))
    refused = refusals(body)
    if refused:
        return RenderedBody((), links, refused)
    parts = tuple(_blocks(body, linker))
    # A link stands for itself here with an address of the plainest kind. What comes back is
    # compared to the letter, so that every piece between links is the sanitiser's own output.
    markup = "".join(part if isinstance(part, str) else _stand_in(part) for part in parts)
    if sanitise(markup) != markup:
        something = Refusal(0, "Something in this text is not allowed in annotations")
        return RenderedBody((), links, (something,))
    return RenderedBody(tuple(_joined(parts)), links, ())


def _stand_in(link: WrittenLink) -> str:
    return f"{link_start('https://link.invalid/')}{escape_text(link.label)}</a>"


def _joined(parts: Iterable[str | WrittenLink]) -> Iterator[Html | WrittenLink]:
    """The parts with all markup between two links in one piece."""
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
    """The links of a body, also where it is not published: their faults are reported as well."""
    for block in body.tokens:
        for token in block.children or ():
            if token.type == "body_link":
                yield _link_in_body(body, block, token)


@cache
def _render_cached(markdown: str) -> RenderedBody:
    """By content: under `mkdocs serve` only what changed is rendered again."""
    return render_markdown(markdown)


def render_body(body: Body, reading: str = "", naming: Naming = lambda *_: "") -> LocatedBody:
    """Render a body at its place.

    Args:
        body: its text.
        reading: the reading whose notes are named without one; empty outside of readings.
        naming: the words for links without words.
    """
    markdown = with_unix_line_ends(body.markdown)
    rendered = _render_cached(markdown)
    found = [*_refused(body, markdown, rendered.refusals)]
    if not rendered.links:
        return LocatedBody(cast(Pieces, rendered.pieces), (), tuple(found))
    links: list[BodyLink] = []
    for written in rendered.links:
        origin = place_in_scalar(body.origin, markdown, written.position)
        of_reading = ""
        if written.kind is BodyLinkKind.NOTE:
            of_reading = written.reading or reading
            if not of_reading:
                found.append(
                    origin.diagnostic(
                        Code.BODY_NOT_ALLOWED,
                        f"The link `note:{written.id}` does not say which reading the note is in",
                        f"Outside of readings write [[note:reading-id/{written.id}]].",
                    )
                )
                continue
        label = written.label or naming(written.kind, written.id, of_reading)
        links.append(BodyLink(written.kind, written.id, of_reading, label, origin))
    pieces = () if found else with_links(rendered, links)
    return LocatedBody(pieces, tuple(links), tuple(found))


def _refused(body: Body, markdown: str, refused: tuple[Refusal, ...]) -> Iterator[Diagnostic]:
    """Findings at their places; of a hopeless text, as many as anybody would read."""
    told = refused[:MOST_REFUSALS]
    for number, refusal in enumerate(told, start=1):
        hint = refusal.hint
        if number == MOST_REFUSALS and len(refused) > MOST_REFUSALS:
            hint = f"{hint}\nThis text has {len(refused) - MOST_REFUSALS} more such places."
        place = place_in_scalar(body.origin, markdown, refusal.position)
        yield place.diagnostic(Code.BODY_NOT_ALLOWED, refusal.message, hint)


def with_links(rendered: RenderedBody, links: Iterable[BodyLink]) -> Pieces:
    """The pieces of a body, with its links as those of one place, which come in their order."""
    in_order = iter(links)
    return tuple(piece if isinstance(piece, str) else next(in_order) for piece in rendered.pieces)
