"""Read a built page as a browser would, and pick out what it shows of a reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_scripts.model.line_and_column import Document
from build_scripts.verify.shown_path import shown_path

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


@dataclass(frozen=True)
class PageFile:
    """A page of a built site.

    Attributes:
        path: the file.
        root: the project's folder, to which paths in findings are relative.
    """

    path: Path
    root: Path

    @cached_property
    def document(self) -> Document:
        """The path as findings show it, and the HTML; read again, because few pages have any."""
        return Document(shown_path(self.path, self.root), _text(self.path.read_bytes()))


class ParsedPage(NamedTuple):
    """A page with its elements, as a browser would see them."""

    file: PageFile
    tree: LexborHTMLParser


def parse_page(path: Path, root: Path) -> ParsedPage:
    """Read a file of a built site."""
    content = path.read_bytes()
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        content = _text(content).encode("utf-8")
    # The parser is faster with bytes.
    return ParsedPage(PageFile(path, root), LexborHTMLParser(content))


def _text(content: bytes) -> str:
    # Browsers, too, replace bytes that are not UTF-8; the text then differs and is reported.
    return content.decode("utf-8", errors="replace")


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A reading on one page of a built site.

    Attributes:
        file: the page, without its elements.
        has_reading: whether the page has an element for the reading.
        paragraphs: in the order of the page.
        stray: text in the reading's element that is in no paragraph and no apparatus.
        leads_nowhere: ids in `data-annotation` that no element of the page has.
    """

    file: PageFile
    has_reading: bool
    paragraphs: tuple[BuiltParagraph, ...]
    stray: tuple[str, ...]
    leads_nowhere: tuple[str, ...]


def read_page(page: ParsedPage, reading: str, part: str) -> BuiltPage:
    """What a page shows of a reading; a reading of one page has no parts, so `part` is empty."""
    # A link to an id leads to the first element that has it.
    reached: dict[str, int] = {}
    elements: list[LexborNode] = []
    for node in page.tree.css("[id], [data-reading]"):
        attributes = node.attributes
        if "id" in attributes:
            reached.setdefault(attributes["id"] or "", node.mem_id)
        if (
            attributes.get("data-reading") == reading
            and (attributes.get("data-part") or "") == part
        ):
            elements.append(node)
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
        page.file,
        bool(elements),
        tuple(paragraphs),
        tuple(stray),
        tuple(sorted(named - reached.keys())),
    )


def read_beside(page: ParsedPage, other: str, reading: str) -> BuiltPage:
    """What a page shows of a text where `other`, a translation, stands beside its original.

    Links lead to the paragraphs of the reading itself, not to these.
    """
    elements = [
        node
        for node in page.tree.css("[data-beside]")
        if (node.attributes["data-beside"], node.attributes.get("data-text")) == (other, reading)
    ]
    collected = [*map(_collect, elements)]
    return BuiltPage(
        page.file,
        bool(elements),
        tuple(
            BuiltParagraph(node.attributes["data-paragraph"] or "", text, is_reached_by_id=True)
            for texts, _ in collected
            for node, text in texts
        ),
        tuple(text for _, loose in collected for text in loose),
        (),
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
