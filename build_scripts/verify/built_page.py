"""What a built page holds of a reading, read back as a browser would read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_scripts.model.file_position import Document

HTML_WHITE_SPACE = " \t\n\f\r"
"""ASCII whitespace of the HTML standard: between blocks it shows nothing. NBSP is not one."""


@dataclass(frozen=True, slots=True)
class BuiltParagraph:
    """An element with `data-paragraph`: that attribute, its text content, where `#pN` leads."""

    label: str
    text: str
    is_reached_by_id: bool


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """What one file holds of a reading.

    Attributes:
        document: its path and HTML.
        has_reading: whether the reading's element is there at all.
        paragraphs: in the order of the page.
        stray: text in the reading's element that is in no paragraph and no apparatus.
        leads_nowhere: entries named by `data-annotation` that no element of the page has as id.
    """

    document: Document
    has_reading: bool
    paragraphs: tuple[BuiltParagraph, ...]
    stray: tuple[str, ...]
    leads_nowhere: tuple[str, ...]


def read_page(path: Path, shown: str, reading: str, part: str) -> BuiltPage:
    """Read one file of a built site.

    Args:
        path: the file.
        shown: its path as findings name it.
        reading: id of the reading.
        part: id of the part; empty for a reading of one page.
    """
    # As browsers do, with bytes that are not UTF-8 replaced: then the text differs, and it is said.
    html = path.read_bytes().decode("utf-8", errors="replace")
    tree = LexborHTMLParser(html)
    # A link to an id leads to the first element that has it, whatever bears it later on.
    reached: dict[str, int] = {}
    for node in tree.css("[id]"):
        reached.setdefault(node.attributes["id"] or "", node.mem_id)
    elements = [
        node
        for node in tree.css("[data-reading]")
        if node.attributes["data-reading"] == reading
        and (node.attributes.get("data-part") or "") == part
    ]
    paragraphs: list[BuiltParagraph] = []
    stray: list[str] = []
    for element in elements:
        found, loose = _collect(element)
        stray.extend(loose)
        for node, text in found:
            label = node.attributes["data-paragraph"] or ""
            is_reached = reached.get(f"p{label}") == node.mem_id
            paragraphs.append(BuiltParagraph(label, text, is_reached))
    named = {entry for element in elements for entry in _annotations(element)}
    return BuiltPage(
        Document(shown, html),
        bool(elements),
        tuple(paragraphs),
        tuple(stray),
        tuple(sorted(named - reached.keys())),
    )


def _annotations(element: LexborNode) -> Iterator[str]:
    """All entries that the pieces of a reading's element name, and that it names itself."""
    yield from (element.attributes.get("data-annotation") or "").split()
    for node in element.css("[data-annotation]"):
        yield from (node.attributes["data-annotation"] or "").split()


def _collect(element: LexborNode) -> tuple[list[tuple[LexborNode, str]], list[str]]:
    """The paragraphs in a reading's element with their text content, and the text in none.

    The apparatus is passed over. A paragraph inside another counts for both, as it does for the
    text content of the DOM standard.
    """
    pieces: list[tuple[LexborNode, list[str]]] = []
    stray: list[str] = []
    # Not recursive: how deep a page is nested is not ours to decide.
    remaining: list[tuple[LexborNode, tuple[list[str], ...]]] = _children(element, ())
    while remaining:
        node, open_paragraphs = remaining.pop()
        if node.is_text_node:
            text = node.text_content or ""
            for paragraph in open_paragraphs:
                paragraph.append(text)
            if not open_paragraphs and text.strip(HTML_WHITE_SPACE):
                stray.append(text)
        elif node.is_element_node and "data-apparatus" not in node.attributes:
            if "data-paragraph" in node.attributes:
                content: list[str] = []
                pieces.append((node, content))
                open_paragraphs = (*open_paragraphs, content)
            remaining.extend(_children(node, open_paragraphs))
    return [(node, "".join(content)) for node, content in pieces], stray


def _children(
    node: LexborNode, open_paragraphs: tuple[list[str], ...]
) -> list[tuple[LexborNode, tuple[list[str], ...]]]:
    """The children as items of a stack, last first."""
    children = [(child, open_paragraphs) for child in node.iter(include_text=True)]
    children.reverse()
    return children
