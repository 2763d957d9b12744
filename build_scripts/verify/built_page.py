"""Read a built page as a browser would, and pick out what it shows of a reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_scripts.model.line_and_column import Document

HTML_WHITE_SPACE = " \t\n\f\r"
"""ASCII whitespace of the HTML standard, which is invisible between blocks; NBSP is not in it."""


@dataclass(frozen=True, slots=True)
class BuiltParagraph:
    """An element with the attribute `data-paragraph`.

    Attributes:
        label: the value of the attribute.
        text: its text content without the apparatus.
        is_reached_by_id: whether a link to `#p` and the label leads to it.
    """

    label: str
    text: str
    is_reached_by_id: bool


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A reading on one page of a built site.

    Attributes:
        document: the path of the file, and its HTML.
        has_reading: whether the page has an element for the reading.
        paragraphs: in the order of the page.
        stray: text in the reading's element that is in no paragraph and no apparatus.
        leads_nowhere: ids in `data-annotation` that no element of the page has.
    """

    document: Document
    has_reading: bool
    paragraphs: tuple[BuiltParagraph, ...]
    stray: tuple[str, ...]
    leads_nowhere: tuple[str, ...]


def read_page(path: Path, shown: str, reading: str, part: str) -> BuiltPage:
    """Read one file of a built site; `shown` is its path as findings name it.

    A reading of one page has no parts, so the id of the part is empty.
    """
    # Browsers, too, replace bytes that are not UTF-8; the text then differs and is reported.
    html = path.read_bytes().decode("utf-8", errors="replace")
    tree = LexborHTMLParser(html)
    # A link to an id leads to the first element that has it.
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
        texts, loose = _collect(element)
        stray.extend(loose)
        for node, text in texts:
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
    """The ids of entries that a reading's element and the elements inside it are annotated by."""
    yield from (element.attributes.get("data-annotation") or "").split()
    for node in element.css("[data-annotation]"):
        yield from (node.attributes["data-annotation"] or "").split()


def _collect(element: LexborNode) -> tuple[list[tuple[LexborNode, str]], list[str]]:
    """The paragraphs in a reading's element with their text content, and the text in none.

    The apparatus is left out. The text of a paragraph inside another belongs to both, as in the
    text content of the DOM standard.
    """
    pieces: list[tuple[LexborNode, list[str]]] = []
    stray: list[str] = []
    # A stack, not recursion: there is no limit to how deep the elements of a page are nested.
    remaining = [(child, tuple[list[str], ...]()) for child in _children_last_first(element)]
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
            remaining += ((child, open_paragraphs) for child in _children_last_first(node))
    return [(node, "".join(content)) for node, content in pieces], stray


def _children_last_first(node: LexborNode) -> list[LexborNode]:
    return [*node.iter(include_text=True)][::-1]
