"""The fidelity check: a finished site shows each source text exactly, or findings say where not.

The pages are read back with an HTML5 parser, which builds the tree that a browser would build,
and are judged by the public contract of the HTML alone (`data-reading`, `data-part`,
`data-paragraph`, `data-apparatus`). Nothing here knows how the pages were made.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.origin import Document, Origin
from build_scripts.model.reading import Reading

_HTML_WHITE_SPACE = " \t\n\f\r"
"""ASCII whitespace of the HTML standard: between blocks it shows nothing. NBSP is not one."""

_CONTROL_NAMES = {
    "\t": "TAB",
    "\n": "LINE FEED",
    "\f": "FORM FEED",
    "\r": "CARRIAGE RETURN",
}
_CONTEXT = 16
_REBUILD = "build the site again if the source or the annotations have changed since"


def verify_site(root: Path, site: Path, readings: Iterable[Reading]) -> tuple[Diagnostic, ...]:
    """Compare every paragraph of every reading with the pages of a built site.

    Both forms of addresses are accepted, ``ID/index.html`` and ``ID.html`` (the setting
    `use_directory_urls` of MkDocs).

    Args:
        root: the project's folder, to which paths in findings are relative where they can be.
        site: the folder of the built site.
        readings: the readings that must be on it.

    Returns:
        All findings, sorted; empty if the text content of each paragraph, less the apparatus,
        is that of the source, character for character, and nothing is missing, repeated or out
        of order.
    """
    if not site.is_dir():
        finding = _whole(_shown(site, root)).diagnostic(
            Code.READING_NOT_BUILT,
            "there is no built site here",
            "build the site first, or name the folder that holds it",
        )
        return (finding,)
    return tuple(sorted(d for reading in readings for d in _verify_reading(root, site, reading)))


# What the built pages hold


@dataclass(frozen=True, slots=True)
class _ExpectedPage:
    """A page that the contract promises, and the paragraphs it would hold, from 1, inclusive.

    The first page of a reading in parts may do without any text of its own: `part` is empty and
    `last` is 0.
    """

    address: str
    part: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _BuiltParagraph:
    """An element with `data-paragraph`: that attribute, its text content, where `#pN` leads."""

    label: str
    text: str
    is_reached_by_id: bool


@dataclass(frozen=True, slots=True)
class _BuiltPage:
    """What one file holds of a reading.

    Attributes:
        document: its path and HTML.
        has_reading: whether the reading's element is there at all.
        paragraphs: in the order of the page.
        stray: text in the reading's element that is in no paragraph and no apparatus.
    """

    document: Document
    has_reading: bool
    paragraphs: tuple[_BuiltParagraph, ...]
    stray: tuple[str, ...]


def _expected_pages(reading: Reading) -> tuple[_ExpectedPage, ...]:
    address = f"readings/{reading.id}"
    if not reading.parts:
        return (_ExpectedPage(address, "", 1, len(reading.source.paragraphs)),)
    parts = (
        _ExpectedPage(f"{address}/{part.id}", part.id, part.first, part.last)
        for part in reading.parts
    )
    return (_ExpectedPage(address, "", 1, 0), *parts)


def _files(site: Path, address: str) -> tuple[Path, ...]:
    """The files that answer to an address. Two would be two copies, so both are checked."""
    candidates = (site / address / "index.html", site / f"{address}.html")
    return tuple(path for path in candidates if path.is_file())


def _read_page(path: Path, shown: str, reading: str, part: str) -> _BuiltPage:
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
    paragraphs: list[_BuiltParagraph] = []
    stray: list[str] = []
    for element in elements:
        found, loose = _collect(element)
        stray.extend(loose)
        for node, text in found:
            label = node.attributes["data-paragraph"] or ""
            is_reached = reached.get(f"p{label}") == node.mem_id
            paragraphs.append(_BuiltParagraph(label, text, is_reached))
    return _BuiltPage(Document(shown, html), bool(elements), tuple(paragraphs), tuple(stray))


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
            if not open_paragraphs and text.strip(_HTML_WHITE_SPACE):
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


# The comparison


def _verify_reading(root: Path, site: Path, reading: Reading) -> Iterator[Diagnostic]:
    built: list[_BuiltPage] = []
    missing_may_show: list[tuple[Document, _ExpectedPage]] = []
    for expected in _expected_pages(reading):
        files = _files(site, expected.address)
        pages = [_read_page(f, _shown(f, root), reading.id, expected.part) for f in files]
        with_reading = [page for page in pages if page.has_reading]
        built.extend(with_reading)
        if not pages:
            wanted = _shown(site / expected.address / "index.html", root)
            yield _whole(wanted).diagnostic(
                Code.READING_NOT_BUILT,
                f"the site has no page “{expected.address}/”",
                _REBUILD,
            )
        elif with_reading:
            missing_may_show.append((with_reading[0].document, expected))
        elif expected.last:
            part = f' data-part="{expected.part}"' if expected.part else ""
            yield Origin(pages[0].document, 0).diagnostic(
                Code.READING_NOT_BUILT,
                f'the page has no element with data-reading="{reading.id}"{part}, so the text is '
                "not on it",
                _REBUILD,
            )
    yield from _verify_paragraphs(reading, built)
    present = {paragraph.label for page in built for paragraph in page.paragraphs}
    for document, expected in missing_may_show:
        for number in range(expected.first, expected.last + 1):
            if str(number) not in present:
                text = reading.source.paragraph_text(number)
                yield Origin(document, 0).diagnostic(
                    Code.PARAGRAPH_MISSING,
                    f"paragraph {number} of {reading.source.path} is not on the page",
                    f"it begins “{_visible(text[: 2 * _CONTEXT])}”; {_REBUILD}",
                )


def _verify_paragraphs(reading: Reading, pages: Iterable[_BuiltPage]) -> Iterator[Diagnostic]:
    """Findings on what is there, page after page."""
    numbers = {str(paragraph.number): paragraph.number for paragraph in reading.source.paragraphs}
    seen: set[int] = set()
    highest = 0
    is_in_order = True
    for page in pages:
        for paragraph in page.paragraphs:
            origin = _place(page.document, paragraph.label)
            number = numbers.get(paragraph.label)
            if number is None:
                yield origin.diagnostic(
                    Code.PARAGRAPH_REPEATED,
                    f"the page has a paragraph “{paragraph.label}”, but the source has only the "
                    f"paragraphs 1 to {len(numbers)}",
                    _REBUILD,
                )
                continue
            if number in seen:
                yield origin.diagnostic(
                    Code.PARAGRAPH_REPEATED,
                    f"paragraph {number} stands on the site more than once",
                    "each paragraph of a text must be there exactly once",
                )
                continue
            seen.add(number)
            if number < highest and is_in_order:
                is_in_order = False  # everything after it would be reported as well
                yield origin.diagnostic(
                    Code.PARAGRAPH_REPEATED,
                    f"paragraph {number} stands after paragraph {highest}",
                    "the paragraphs of a text must keep its order",
                )
            highest = max(highest, number)
            if not paragraph.is_reached_by_id:
                yield origin.diagnostic(
                    Code.PARAGRAPH_MISSING,
                    f"links to “#p{number}” do not lead to paragraph {number}",
                    f'exactly one element of the page must have id="p{number}": that paragraph',
                )
            yield from _compare(reading, number, paragraph.text, origin)
        for text in page.stray:
            yield Origin(page.document, 0).diagnostic(
                Code.PARAGRAPH_DIFFERS,
                f"the page shows “{_visible(text.strip(_HTML_WHITE_SPACE)[: 2 * _CONTEXT])}” as if "
                "it were text of the source, but it belongs to none of its paragraphs",
                "what the source does not hold must be inside an element with data-apparatus",
            )


def _compare(reading: Reading, number: int, found: str, origin: Origin) -> Iterator[Diagnostic]:
    """A finding on the first character in which a paragraph differs from the source, if any."""
    expected = reading.source.paragraph_text(number)
    if found == expected:
        return
    index = next(
        (index for index, (a, b) in enumerate(zip(expected, found, strict=False)) if a != b),
        min(len(expected), len(found)),
    )
    yield origin.diagnostic(
        Code.PARAGRAPH_DIFFERS,
        f"paragraph {number} differs from {reading.source.path} at its character {index + 1}: "
        f"the source has {_character(expected, index)}, the page has {_character(found, index)}",
        f"source: “{_surroundings(expected, index)}”\n"
        f"page:   “{_surroundings(found, index)}”\n"
        f"{_REBUILD}",
    )


# Places and wording


def _place(document: Document, label: str) -> Origin:
    """Where a paragraph begins in the HTML, as far as that can be told without a parser.

    The parser keeps no positions. Text cannot be mistaken for the tag, because there ``<`` and
    ``>`` are always encoded; if the tag is not found, the place is the beginning of the file.
    """
    quoted = f"[\"']?{re.escape(label)}[\"']?"
    match = re.search(rf"<[a-zA-Z][^<>]*\sdata-paragraph={quoted}[\s/>]", document.text)
    return Origin(document, match.start() if match else 0)


def _whole(shown: str) -> Origin:
    """The place of a finding on a file or folder that is not there."""
    return Origin(Document(shown, ""), 0)


def _shown(path: Path, root: Path) -> str:
    """A path relative to the root where it lies below it."""
    absolute = path.resolve()
    if absolute.is_relative_to(root.resolve()):
        return absolute.relative_to(root.resolve()).as_posix()
    return absolute.as_posix()


def _character(text: str, index: int) -> str:
    """A character with its code point and Unicode name, or words for the end of the text."""
    if index == len(text):
        return "the end of the paragraph"
    character = text[index]
    name = _CONTROL_NAMES.get(character) or unicodedata.name(character, "UNNAMED CHARACTER")
    code_point = f"U+{ord(character):04X} {name}"
    # A mark alone would combine with the quotation mark, and a space shows nothing.
    can_be_shown = unicodedata.category(character)[0] in "LNPS"
    return f"“{character}” ({code_point})" if can_be_shown else code_point


def _surroundings(text: str, index: int) -> str:
    start = max(0, index - _CONTEXT)
    end = index + _CONTEXT
    before = "…" if start > 0 else ""
    after = "…" if end < len(text) else ""
    return f"{before}{_visible(text[start:end])}{after}"


def _visible(text: str) -> str:
    """Text with everything that shows nothing, except the space, written as its code point."""
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)
