"""The fidelity check: a finished site shows each source text exactly, or findings say where not.

The pages are read back with an HTML5 parser, which builds the tree that a browser would build,
and are judged by the public contract of the HTML alone (`data-reading`, `data-part`,
`data-paragraph`, `data-apparatus`). Nothing here knows how the pages were made.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.file_position import Document, Origin
from build_scripts.model.reading import Reading
from build_scripts.text.visible_text import CONTEXT, character_name, text_around, visible
from build_scripts.verify.built_page import HTML_WHITE_SPACE, BuiltPage, read_page

_REBUILD = "Build the site again if the source or the annotations have changed since."


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
            "There is no built site here",
            "Build the site first, or name the folder that holds it.",
        )
        return (finding,)
    return tuple(sorted(d for reading in readings for d in _verify_reading(root, site, reading)))


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


def _verify_reading(root: Path, site: Path, reading: Reading) -> Iterator[Diagnostic]:
    built: list[BuiltPage] = []
    missing_may_show: list[tuple[Document, _ExpectedPage]] = []
    for expected in _expected_pages(reading):
        files = _files(site, expected.address)
        pages = [read_page(f, _shown(f, root), reading.id, expected.part) for f in files]
        with_reading = [page for page in pages if page.has_reading]
        built.extend(with_reading)
        if not pages:
            wanted = _shown(site / expected.address / "index.html", root)
            yield _whole(wanted).diagnostic(
                Code.READING_NOT_BUILT,
                f"The site has no page “{expected.address}/”",
                _REBUILD,
            )
        elif with_reading:
            missing_may_show.append((with_reading[0].document, expected))
        elif expected.last:
            part = f' data-part="{expected.part}"' if expected.part else ""
            yield Origin(pages[0].document, 0).diagnostic(
                Code.READING_NOT_BUILT,
                f'The page has no element with data-reading="{reading.id}"{part}, so the text is '
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
                    f"Paragraph {number} of {reading.source.path} is not on the page",
                    f"It begins “{visible(text[: 2 * CONTEXT])}”. {_REBUILD}",
                )


def _verify_paragraphs(reading: Reading, pages: Iterable[BuiltPage]) -> Iterator[Diagnostic]:
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
                    f"The page has a paragraph “{paragraph.label}”, but the source has only the "
                    f"paragraphs 1 to {len(numbers)}",
                    _REBUILD,
                )
                continue
            if number in seen:
                yield origin.diagnostic(
                    Code.PARAGRAPH_REPEATED,
                    f"Paragraph {number} stands on the site more than once",
                    "Each paragraph of a text must be there exactly once.",
                )
                continue
            seen.add(number)
            if number < highest and is_in_order:
                is_in_order = False  # everything after it would be reported as well
                yield origin.diagnostic(
                    Code.PARAGRAPH_REPEATED,
                    f"Paragraph {number} stands after paragraph {highest}",
                    "The paragraphs of a text must keep its order.",
                )
            highest = max(highest, number)
            if not paragraph.is_reached_by_id:
                yield origin.diagnostic(
                    Code.PARAGRAPH_MISSING,
                    f"Links to “#p{number}” do not lead to paragraph {number}",
                    f'Exactly one element of the page must have id="p{number}": that paragraph.',
                )
            yield from _compare(reading, number, paragraph.text, origin)
        for entry in page.leads_nowhere:
            yield _annotated_place(page.document, entry).diagnostic(
                Code.ANNOTATION_LEADS_NOWHERE,
                f"A piece of the text is annotated by “{entry}”, but the page has no such entry",
                _REBUILD,
            )
        for text in page.stray:
            yield Origin(page.document, 0).diagnostic(
                Code.PARAGRAPH_DIFFERS,
                f"The page shows “{visible(text.strip(HTML_WHITE_SPACE)[: 2 * CONTEXT])}” as if "
                "it were text of the source, but it belongs to none of its paragraphs",
                "What the source does not hold must be inside an element with data-apparatus.",
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
        f"Paragraph {number} differs from {reading.source.path} at its character {index + 1}: "
        f"the source has {character_name(expected, index)}, "
        f"the page has {character_name(found, index)}",
        f"source: “{text_around(expected, index)}”\n"
        f"page:   “{text_around(found, index)}”\n"
        f"{_REBUILD}",
    )


def _place(document: Document, label: str) -> Origin:
    """Where a paragraph begins in the HTML, as far as that can be told without a parser.

    The parser keeps no positions. Text cannot be mistaken for the tag, because there ``<`` and
    ``>`` are always encoded; if the tag is not found, the place is the beginning of the file.
    """
    quoted = f"[\"']?{re.escape(label)}[\"']?"
    match = re.search(rf"<[a-zA-Z][^<>]*\sdata-paragraph={quoted}[\s/>]", document.text)
    return Origin(document, match.start() if match else 0)


def _annotated_place(document: Document, entry: str) -> Origin:
    """Where an entry is named for the first time, found as `_place` finds a paragraph."""
    match = re.search(rf'data-annotation="(?:[^"]* )?{re.escape(entry)}[ "]', document.text)
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
