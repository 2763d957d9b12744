"""Extract the running text of a body, with the positions of its links."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markdown_it.token import Token

from build_scripts.model.annotation import Body
from build_scripts.model.body_link import BodyLink
from build_scripts.model.span import Span
from build_scripts.render.bodies.body_link_rule import WrittenLink
from build_scripts.render.bodies.body_parser import parse_body
from build_scripts.render.bodies.body_refusals import kind_of


class LinkInText(NamedTuple):
    """A link and the position of its words."""

    link: BodyLink
    span: Span


class BodyBlock(NamedTuple):
    """The running text of a paragraph or a list item.

    Attributes:
        text: the text without markup.
        links: the links to entries, in order.
        fixed: where links and code are; no terms are looked for there.
    """

    text: str
    links: tuple[LinkInText, ...]
    fixed: tuple[Span, ...]


def first_words(body: Body) -> str:
    """The running text of the first paragraph of a body, without markup; empty without one.

    Links that say no words are `…`.
    """
    for block in parse_body(body.markdown).tokens:
        if kind_of(block) == "inline":
            return "".join(map(_words_of, block.children or ()))
    return ""


def _words_of(token: Token) -> str:
    kind = kind_of(token)
    if kind in ("softbreak", "hardbreak"):
        return " "
    if kind == "body_link":
        link: WrittenLink = token.meta["link"]
        return link.label or "…"
    return token.content


def body_blocks(body: Body, links: Iterable[BodyLink]) -> Iterator[BodyBlock]:
    """The blocks of a body in which nothing was refused; `links` are its links to entries."""
    remaining = iter(links)
    for block in parse_body(body.markdown).tokens:
        if kind_of(block) != "inline":
            continue
        parts: list[str] = []
        links_in_text: list[LinkInText] = []
        fixed: list[Span] = []
        position = 0
        outer_links = 0
        for token in block.children or ():
            kind = kind_of(token)
            words = token.content
            if kind in ("softbreak", "hardbreak"):
                words = " "
            elif kind == "link":
                outer_links += token.nesting
            elif kind == "body_link":
                link = next(remaining)
                words = link.label
                links_in_text.append(LinkInText(link, Span(position, position + len(words))))
            if kind in ("body_link", "code_inline") or outer_links:
                fixed.append(Span(position, position + len(words)))
            parts.append(words)
            position += len(words)
        yield BodyBlock("".join(parts), tuple(links_in_text), tuple(fixed))
