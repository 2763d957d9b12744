"""The first gate of bodies: what is outside the safe subset, by the names of the parser's tokens.

Nothing is ever left out in silence. So even what the parser would drop, or what the page has no
place for, is refused: definitions, titles of links, names of languages, nesting without end.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from markdown_it.token import Token

from build_scripts.render.sanitise import link_start, sanitise

SAFE_SUBSET = (
    "Allowed are paragraphs, *emphasis*, **strong emphasis**, [links](https://…), lists, "
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
"""Kinds of tokens that are elements without more ado."""

DEEPEST_LEVEL = 20
"""In levels of the parser: a list in a list in a list takes six. Nobody means twenty."""

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
}
_ABBREVIATION = re.compile(r"\*\[[^\]\n]+\]:")
_LINK_SCHEMES = ("http://", "https://", "mailto:")
_LINE_BREAKS = ("softbreak", "hardbreak")


class Refusal(NamedTuple):
    """Something outside the subset: what it is, and the line of the body, from 0."""

    what: str
    line: int
    hint: str = SAFE_SUBSET


def kind_of(token: Token) -> str:
    """What a token begins, ends or is."""
    return token.type.removesuffix("_open").removesuffix("_close")


def refusals(tokens: list[Token], environment: Mapping[str, Any]) -> tuple[Refusal, ...]:
    """Everything that is not allowed in a body, in order, each once.

    Args:
        tokens: of the parser.
        environment: what the parser keeps besides, such as definitions.
    """
    found = dict.fromkeys((*_in_blocks(tokens), *_definitions(environment)))
    return tuple(sorted(found, key=lambda refusal: refusal.line))


def _in_blocks(tokens: list[Token]) -> Iterator[Refusal]:
    line = 0
    refused_level: int | None = None
    for token in tokens:
        line = token.map[0] if token.map else line
        kind = kind_of(token)
        if refused_level is not None:  # what stands inside something refused is not named again
            if token.level <= refused_level:
                refused_level = None
            continue
        if kind == "inline":
            yield from _in_line(token.children or [], line)
            continue
        what = _block_name(token, kind)
        if what:
            yield Refusal(what, line)
            refused_level = token.level if token.nesting == 1 else None
        elif token.info.strip() and kind == "fence":
            yield Refusal(
                f"The name of a language, `{token.info.strip()}`,",
                line,
                "Leave it out: code is shown as it is, without colours.",
            )


def _block_name(token: Token, kind: str) -> str:
    """What a block is called that is not allowed; empty where it is."""
    if token.level >= DEEPEST_LEVEL:
        return "Nesting as deep as this"
    return "" if kind in ELEMENTS or kind in ("code_block", "fence") else _name(kind)


def _name(kind: str) -> str:
    return _NAMES.get(kind) or _NAMES.get(kind.partition("_")[0], "This")


def _in_line(tokens: list[Token], line: int) -> Iterator[Refusal]:
    open_links = 0
    begins_line = True
    for token in tokens:
        kind = kind_of(token)
        if kind in _LINE_BREAKS:
            line += 1
        elif kind == "text":
            yield from _in_text(token.content, line, begins_line)
        elif kind == "link":
            open_links += token.nesting
            if token.nesting == 1:
                yield from _in_link(token, line, open_links > 1)
        elif kind not in ELEMENTS and kind != "code_inline" and token.nesting >= 0:
            yield Refusal(_name(kind), line)
            line += token.content.count("\n")  # HTML may go on for several lines
        begins_line = kind in _LINE_BREAKS


def _in_text(text: str, line: int, begins_line: bool) -> Iterator[Refusal]:
    found = next((markup for markup in _FOREIGN_MARKUP if markup in text), None)
    if found is not None:
        yield Refusal(_FOREIGN_MARKUP[found], line)
    elif begins_line and _ABBREVIATION.match(text):
        yield Refusal("The definition of an abbreviation", line)


def _in_link(token: Token, line: int, is_inside_link: bool) -> Iterator[Refusal]:
    address = str(token.attrGet("href"))
    link = f"{link_start(address)}</a>"
    if is_inside_link:
        yield Refusal("A link inside a link", line)
    elif not address.lower().startswith(_LINK_SCHEMES):
        hint = "Addresses begin with https://, http:// or mailto:."
        yield Refusal(f"The link address `{address}`", line, hint)
    elif sanitise(link) != link:
        hint = "No browser would understand it; copy the address from one."
        yield Refusal(f"The link address `{address}`", line, hint)
    if token.attrGet("title") is not None:
        yield Refusal(
            "The title of a link",
            line,
            "Leave only the address in the round brackets, and say the rest in the sentence.",
        )


def _definitions(environment: Mapping[str, Any]) -> Iterator[Refusal]:
    """Definitions of link addresses, which leave no token behind."""
    defined = environment.get("references", {}).values()
    for definition in (*defined, *environment.get("duplicate_refs", ())):
        yield Refusal(
            "A link definition", definition["map"][0], "Write the address behind the link."
        )
