"""Reading HTML back, as a browser would, by the public contract of the pages."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

EMPTY_ELEMENTS = {"br", "hr", "img", "input", "link", "meta", "wbr"}
_NOT_SHOWN = re.compile(r"[^\S ]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


class ShownParagraph(NamedTuple):
    """A paragraph of the source as a page shows it.

    Attributes:
        label: the value of its `data-paragraph`.
        text: its text content, less the apparatus.
        entries: for each character of `text`, all ids that `data-annotation` gives it.
    """

    label: str
    text: str
    entries: tuple[frozenset[str], ...]


class ShownReading(NamedTuple):
    """What stands in the element of a reading, and what else has no place there."""

    paragraphs: tuple[ShownParagraph, ...]
    stray: tuple[str, ...]


def parse(html: str) -> LexborHTMLParser:
    """The tree of a page whose body is this HTML."""
    return LexborHTMLParser(f"<!doctype html><html><head></head><body>{html}</body></html>")


def one(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """The only element that a selector finds."""
    found = tree.css(selector)
    assert len(found) == 1, f"{len(found)} elements match {selector}"
    return found[0]


def read_reading(element: LexborNode) -> ShownReading:
    """The paragraphs in a reading's element, and every word in it that belongs to none."""
    paragraphs: list[ShownParagraph] = []
    stray: list[str] = []
    for node in element.css("[data-paragraph]"):
        pieces = list(_pieces(node, frozenset()))
        paragraphs.append(
            ShownParagraph(
                node.attributes["data-paragraph"] or "",
                "".join(text for text, _ in pieces),
                tuple(entries for text, entries in pieces for _ in text),
            )
        )
    for child in element.iter(include_text=True):
        if child.is_text_node:
            stray.append((child.text_content or "").strip(" \n"))
        elif not {"data-paragraph", "data-apparatus"} & child.attributes.keys():
            stray.append(child.html or "")
    return ShownReading(tuple(paragraphs), tuple(filter(None, stray)))


def _pieces(node: LexborNode, above: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    entries = above | frozenset((node.attributes.get("data-annotation") or "").split())
    for child in node.iter(include_text=True):
        if child.is_text_node:
            yield child.text_content or "", entries
        elif child.is_element_node and "data-apparatus" not in child.attributes:
            yield from _pieces(child, entries)


def ids(tree: LexborHTMLParser) -> list[str]:
    """All ids of a page, in order."""
    return [node.attributes["id"] or "" for node in tree.css("[id]")]


def fragments(tree: LexborHTMLParser) -> list[str]:
    """Where the links of a page lead that lead to this page itself."""
    addresses = [node.attributes["href"] or "" for node in tree.css("[href]")]
    return [address[1:] for address in addresses if address.startswith("#")]


def skeleton(tree: LexborHTMLParser) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names of all elements of a page and of their attributes, in order; no values."""
    return tuple((node.tag or "", tuple(node.attributes)) for node in tree.css("*"))


def without_name_hashes(value: str) -> str:
    """The value of an attribute without the hash of a name, which holds nothing of the name."""
    return re.sub(r"\bvoice-[0-9a-f]{10}\b", "voice", value)


def markup(node: LexborNode) -> str:
    """The content of an element on one line, where characters that show nothing are references."""
    return "".join(markup_of(child) for child in node.iter(include_text=True))


def markup_of(node: LexborNode) -> str:
    """An element or a text, written out like `markup`."""
    if node.is_text_node:
        return _seen(node.text_content or "")
    if not node.is_element_node:
        return f"<!-- {node.html} -->"
    attributes = "".join(f' {k}="{_seen(v or "")}"' for k, v in node.attributes.items())
    if node.tag in EMPTY_ELEMENTS:
        return f"<{node.tag}{attributes}>"
    return f"<{node.tag}{attributes}>{markup(node)}</{node.tag}>"


def _seen(text: str) -> str:
    for character, reference in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(character, reference)
    return _NOT_SHOWN.sub(lambda match: f"&#x{ord(match.group()):X};", text)
