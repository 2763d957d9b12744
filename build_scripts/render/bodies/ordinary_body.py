r"""Read ordinary bodies without the parser of Markdown, which takes ten times as long.

Most bodies are paragraphs with a few emphasised words and links. What is read here is only what no
rule of the parser can take for anything else, so that the tokens are those of the parser:

- a line begins with a letter, a number without a full stop, an opening mark, or a link: no block
  but a paragraph begins so, and no line of signs ends one;
- a sign begins nothing by itself (`.`), or nothing beside what follows it (`$5`, `& `);
- a `*` or `**` that opens stands after white space or an opening mark and before a letter or digit,
  and one that closes the other way round: neither can do both;
- links have plain words, and addresses that need no encoding.

For anything else there is no result, and the parser decides.
"""

import re
from collections.abc import Iterator
from typing import Final

from markdown_it.token import Token

from build_scripts.model.body_link import IN_READINGS, BodyLinkKind
from build_scripts.model.web_address import names_its_host
from build_scripts.render.bodies.body_link_rule import WrittenLink

_ALNUM: Final = r"[^\W_]"
_OPENING: Final = "(“„‘«\"'"
_CLOSING: Final = ".,;:?!)”’»\"'"
_PLAIN: Final = r"[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff*_`~^|\\<\[\]{}$:&!+=]"
"""What begins and ends nothing inside a line."""
_BEGINNING: Final = rf"(?=[^\W\d_]|[{_OPENING}–—*\[]|\d++(?![.)]))"
_WORDS: Final = rf"{_ALNUM}(?:{_ALNUM}|[ ,.;’“”–-])*(?<! )"
_ID: Final = "[a-z][a-z0-9-]*"
_ENTRY: Final = (
    rf"(?:(?P<kind>{'|'.join(BodyLinkKind)}):)?"
    rf"(?P<path>(?:(?P<reading>{_ID})/)?(?P<id>{_ID}))(?:\|(?P<label>{_WORDS}))?"
)
_ADDRESS: Final = (
    r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+"
    r"(?:/[A-Za-z0-9/._~-]*)?(?:\?[A-Za-z0-9=._~-]+)?(?:#[A-Za-z0-9/._~-]*)?"
)

_PIECE = re.compile(
    r"(?P<text>(?:"
    rf"{_PLAIN}++|[ ]++(?=\S)|[\u00a0\u202f](?=\S)"
    r"|:(?![:a-z])|&(?=[ ])|\$(?!\$)|!(?!\[)|\+(?!\+)|=(?!=)"
    rf"|(?<![!\]])\[(?!TOC\]){_WORDS}\](?![(\[:]))++)"
    rf"|(?P<opener>(?<![^\s{_OPENING}–—/-])\*\*?(?={_ALNUM})|(?<!\S)\*\*?(?=[{_OPENING}]))"
    rf"|(?P<closer>(?<={_ALNUM})\*\*?(?=[\s{_CLOSING}–—/-]|\Z)|(?<=[{_CLOSING}])\*\*?(?!\S))"
    rf"|(?P<end>\n){_BEGINNING}"
    rf"|(?P<entry>(?<!!)\[\[{_ENTRY}\]\](?![(\[\]]))"
    rf"|(?P<link>(?<!!)\[(?P<words>{_WORDS})\]\((?P<address>{_ADDRESS})\))"
)
_BEGINS = re.compile(_BEGINNING)
# Tokens are never changed, so these stand in all bodies.
_PARAGRAPH: Final = Token("paragraph_open", "p", 1), Token("paragraph_close", "p", -1)
_LINE_END: Final = Token("softbreak", "br", 0)
_LINK_END: Final = Token("link_close", "a", -1)
_EMPHASIS: Final = {
    "*": (Token("em_open", "em", 1), Token("em_close", "em", -1)),
    "**": (Token("strong_open", "strong", 1), Token("strong_close", "strong", -1)),
}


class _NotOrdinary(Exception):
    """There may be something here that only the parser can judge."""


def ordinary_tokens(markdown: str) -> list[Token] | None:
    """The tokens of a body that has only paragraphs of plain text, emphasis and links.

    None if it may have anything else. The tokens have no levels, and no recorded positions but in
    the links to entries: these are for what is refused, and here nothing is.
    """
    tokens: list[Token] = []
    before, after = _PARAGRAPH
    line = 0
    try:
        for paragraph in markdown.rstrip("\n").split("\n\n"):
            children = [*_in_lines(paragraph)]
            beyond = line + paragraph.count("\n") + 1
            inline = Token("inline", "", 0, {}, [line, beyond], 0, children, paragraph)
            tokens += (before, inline, after)
            line = beyond + 1
    except _NotOrdinary:
        return None
    return tokens


def _in_lines(paragraph: str) -> Iterator[Token]:
    if _BEGINS.match(paragraph) is None:
        raise _NotOrdinary
    position, delimiter = 0, ""
    while position < len(paragraph):
        piece = _PIECE.match(paragraph, position)
        if piece is None:
            raise _NotOrdinary
        position = piece.end()
        match piece.lastgroup:
            case "text":
                yield Token("text", "", 0, content=piece[0])
            case "end":
                yield _LINE_END
            case "opener" if not delimiter:
                delimiter = piece[0]
                yield _EMPHASIS[delimiter][0]
            case "closer" if delimiter == piece[0]:
                yield _EMPHASIS[delimiter][1]
                delimiter = ""
            case "entry":
                yield Token("body_link", "", 0, meta={"link": _written(piece)})
            case "link":
                yield from _link(piece)
            case _:
                raise _NotOrdinary
    if delimiter:
        raise _NotOrdinary


def _written(piece: re.Match[str]) -> WrittenLink:
    """A link to an entry; its position is that in the paragraph."""
    kind = BodyLinkKind(piece["kind"] or BodyLinkKind.TERM)
    reading = piece["reading"] or ""
    if reading and kind not in IN_READINGS:
        raise _NotOrdinary
    return WrittenLink(kind, piece["id"], reading, piece["label"] or "", piece.start("path"))


def _link(piece: re.Match[str]) -> Iterator[Token]:
    address = piece["address"]
    if not names_its_host(address):
        raise _NotOrdinary
    yield Token("link_open", "a", 1, attrs={"href": address})
    yield Token("text", "", 0, content=piece["words"])
    yield _LINK_END
