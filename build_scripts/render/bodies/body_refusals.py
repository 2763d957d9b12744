"""Find what a body may not contain, by the names of the parser's tokens.

Nothing is left out silently. So things that the parser would drop, or that pages do not show, are
refused too: definitions, titles of links, names of languages, deep nesting.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from markdown_it.token import Token

from build_scripts.model.web_address import names_its_host
from build_scripts.render.bodies.body_parser import DEEPEST_LEVEL, ParsedBody
from build_scripts.render.bodies.foreign_markup import INSTEAD_OF_FOOTNOTE
from build_scripts.render.bodies.sanitise import link_start, sanitise
from build_scripts.text.wording import shortened

SAFE_SUBSET = (
    "Use only paragraphs, *emphasis*, **strong emphasis**, [links](https://…), [[term-id]], lists, "
    "> quotations and `code`."
)
ELEMENTS = {
    "paragraph": "p",
    "em": "em",
    "strong": "strong",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "blockquote": "blockquote",
}
"""The HTML elements that tokens become, by kind of token."""

_NAMES = {
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "An image",
    "heading": "A heading",
    "hr": "A horizontal rule",
    "table": "A table",
    "s": "Struck-out text",
    "footnote": "A footnote",
    "front": "A block between lines of `---`",
    "dl": "A definition list",
    "admonition": "A highlighted box (admonition)",
}
_INSTEAD = {
    "html": "For emphasis, write *word* or **word**. To show a tag such as `<b>` itself, put a "
    "backtick (`) before and after it.",
    "image": "Describe in words what it shows, or link to a page that has it.",
    "heading": "Delete the `#`, or the line of `=` or `-` below the words. To divide a long text, "
    "write blank lines between its paragraphs.",
    "hr": "Delete it. To begin a new paragraph, write a blank line.",
    "table": "Make it a list, with an item for each row.",
    "s": "Delete the words, or say in a sentence what is wrong with them.",
    "footnote": INSTEAD_OF_FOOTNOTE,
    "front": "Delete it. Titles, authors and so on go in lines of their own, outside this text.",
    "dl": "Make it a list, with an item for each word.",
    "admonition": "Delete the first line, and write the rest as a paragraph, not indented.",
}
"""Hints by kind of token, where `SAFE_SUBSET` would not help."""
LINK_SCHEMES = ("http://", "https://", "mailto:")
_ADDRESSES = "An address must begin with https://, http:// or mailto:."


class Refusal(NamedTuple):
    """Something outside the subset: its position in the body, a message and a hint."""

    position: int
    message: str
    hint: str = SAFE_SUBSET


def not_allowed(position: int, what: str, hint: str = SAFE_SUBSET) -> Refusal:
    """The refusal of something that has a name."""
    return Refusal(position, f"{what} is not allowed in annotations", hint)


def kind_of(token: Token) -> str:
    """The kind of element or text that a token begins, ends or is."""
    return _kind_of_type(token.type)


@cache
def _kind_of_type(name: str) -> str:
    return name.removesuffix("_open").removesuffix("_close")


def refusals(body: ParsedBody) -> tuple[Refusal, ...]:
    """Everything that is not allowed in a body, in order, each once."""
    if body.is_ordinary:
        return ()
    return tuple(sorted(set(_in_blocks(body)), key=lambda refusal: refusal.position))


def _in_blocks(body: ParsedBody) -> Iterator[Refusal]:
    refused_level: int | None = None
    for token in body.tokens:
        kind = kind_of(token)
        if refused_level is not None:  # the content of something refused
            if token.level <= refused_level:
                refused_level = None
            continue
        if kind == "inline":
            yield from _in_lines(body, token)
        elif kind == "definition":
            yield not_allowed(
                body.position(token, token),
                "A link definition",
                "Delete this line, and write the address in the link itself: [words](https://…).",
            )
        elif what := _block_name(token, kind):
            yield not_allowed(body.position(token, token), what, _instead(kind))
            refused_level = token.level if token.nesting == 1 else None
            if token.level >= DEEPEST_LEVEL:
                refused_level = 0  # skip the rest of the block
        elif token.info.strip() and kind == "fence":
            yield not_allowed(
                body.position(token, token),
                f"The name of a language (`{shortened(token.info)}`) above code",
                "Delete it: code is shown as it is, without colours.",
            )


def _block_name(token: Token, kind: str) -> str:
    """The name of a block that is not allowed; empty for an allowed one."""
    if token.level >= DEEPEST_LEVEL:
        return "Nesting as deep as this"
    return "" if kind in ELEMENTS or kind in ("code_block", "fence") else _name(kind)


def _name(kind: str) -> str:
    return _NAMES.get(kind) or _NAMES.get(kind.partition("_")[0], "This")


def _instead(kind: str) -> str:
    return _INSTEAD.get(kind) or _INSTEAD.get(kind.partition("_")[0], SAFE_SUBSET)


def _in_lines(body: ParsedBody, block: Token) -> Iterator[Refusal]:
    open_links = 0
    tokens = block.children or []
    for token in tokens:
        kind = kind_of(token)
        if kind in _ALLOWED_IN_LINES:
            continue
        if kind == "link":
            open_links += token.nesting
            if token.nesting == 1:
                for what, hint in _faults_of_link(token, open_links > 1):
                    yield not_allowed(body.position(token, block), what, hint)
        elif kind == "body_link":
            if open_links:
                yield not_allowed(body.position(token, block), _LINK_IN_LINK, _ONE_LINK)
        elif kind == "refused":
            yield _refused_by_rule(token, body.position(token, block))
        elif kind == "html_inline" and token.content.startswith("</"):
            if token.content[2:-1].strip() not in _opened_in_html(tokens):
                yield not_allowed(body.position(token, block), _name(kind), _instead(kind))
        elif token.nesting >= 0:
            yield not_allowed(body.position(token, block), _name(kind), _instead(kind))
    if "](" in block.content:
        yield from (
            not_allowed(body.position(token, block), _LINK_IN_LINK, _ONE_LINK)
            for token in _links_in_brackets(tokens)
        )


_ALLOWED_IN_LINES = frozenset((*ELEMENTS, "text", "softbreak", "hardbreak", "code_inline"))
_LINK_IN_LINK = "A link inside a link"
_ONE_LINK = "Keep only one of the two links."
_TAG_NAME = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)")


def _opened_in_html(tokens: list[Token]) -> set[str]:
    """Names of the HTML tags opened in a line; their end tags are not reported separately."""
    matches = (_TAG_NAME.match(token.content) for token in tokens if token.type == "html_inline")
    return {match[1] for match in matches if match}


def _links_in_brackets(tokens: list[Token]) -> Iterator[Token]:
    """Links inside an intended link; the parser leaves the outer one as text."""
    is_open = False
    inside: Token | None = None
    for token in tokens:
        if token.type in ("body_link", "link_open") and is_open:
            inside = token
        elif token.type == "text":
            if inside is not None and "](" in token.content:
                yield inside
                inside, is_open = None, False
            is_open = is_open or "[" in token.content


def _refused_by_rule(token: Token, position: int) -> Refusal:
    """The finding that one of our own rules put into a token."""
    hint = token.meta["hint"]
    if "what" in token.meta:
        return not_allowed(position, token.meta["what"], hint)
    return Refusal(position, token.meta["message"], hint)


def _faults_of_link(token: Token, is_inside_link: bool) -> Iterator[tuple[str, str]]:
    """What is wrong with a link, each fault with a hint."""
    address = str(token.attrGet("href"))
    link = f"{link_start(address)}</a>"
    if is_inside_link:
        yield _LINK_IN_LINK, _ONE_LINK
    elif not address.lower().startswith(LINK_SCHEMES):
        yield f"The link address `{shortened(address)}`", _ADDRESSES
    elif address.lower().startswith("http") and not names_its_host(address):
        hint = "Write `https://` and then the name of the site, without a user name before it."
        yield f"The link address `{shortened(address)}`", hint
    elif sanitise(link) != link:
        hint = "Browsers would not understand it. Copy it from the address bar of a browser."
        yield f"The link address `{shortened(address)}`", hint
    if token.attrGet("title") is not None:
        hint = "Keep only the address in the round brackets, and put the rest into the sentence."
        yield "The title of a link", hint
