"""Check that a finished site shows each source text exactly.

An HTML5 parser builds the tree that a browser would build. The check relies only on the public
contract of the HTML (`data-reading`, `data-part`, `data-paragraph`, `data-apparatus`) and does not
know how the pages were made.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.reading import Part, Reading
from build_scripts.model.source_text import LEFT_OUT, SourceText
from build_scripts.text.visible_text import CONTEXT, character_name, text_around, visible
from build_scripts.verify.built_page import (
    HTML_WHITE_SPACE,
    BuiltPage,
    BuiltParagraph,
    PageFile,
    ParsedPage,
    read_page,
)
from build_scripts.verify.shown_path import shown_path

REBUILD = "Build the site again if the source or the annotations have changed since."


def no_site(root: Path, site: Path) -> Diagnostic:
    """The finding that there is no built site."""
    return _whole(shown_path(site, root)).diagnostic(
        Code.READING_NOT_BUILT,
        "There is no built site here",
        "Build the site first, or name the folder that holds it.",
    )


class ReadingToFind(NamedTuple):
    """What the pages of a reading are compared with: its text as it is published.

    A page shows nothing for `LEFT_OUT`, and need not have a paragraph that is left out.
    """

    id: str
    source: SourceText
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, reading: Reading) -> "ReadingToFind":
        """What is needed of a reading."""
        return cls(reading.id, reading.source, reading.parts)


class _ExpectedPage(NamedTuple):
    """A page that a reading must have.

    Attributes:
        address: relative to the site, without a slash at its end.
        part: the id of the part; empty for the page of the reading itself.
        paragraphs: the numbers of the paragraphs on it; none on the first page of a reading in
            parts, which may do without text of its own.
    """

    address: str
    part: str
    paragraphs: range


def _expected_pages(reading: ReadingToFind) -> Iterator[_ExpectedPage]:
    address = f"readings/{reading.id}"
    count = 0 if reading.parts else len(reading.source.paragraphs)
    yield _ExpectedPage(address, "", range(1, count + 1))
    for part in reading.parts:
        yield _ExpectedPage(f"{address}/{part.id}", part.id, range(part.first, part.last + 1))


def possible_files(site: Path, reading: ReadingToFind) -> Iterator[Path]:
    """All files that answer to an address of a reading, whether or not they exist."""
    for expected in _expected_pages(reading):
        yield from _candidates(site, expected.address)


def _candidates(site: Path, address: str) -> tuple[Path, Path]:
    return site / address / "index.html", site / f"{address}.html"


def verify_reading(
    root: Path, site: Path, reading: ReadingToFind, parse: Callable[[Path, Path], ParsedPage]
) -> Iterator[Diagnostic]:
    """Compare every paragraph of a reading with its pages on a built site.

    Both forms of addresses are accepted, ``ID/index.html`` and ``ID.html`` (the setting
    `use_directory_urls` of MkDocs). There are no findings if the text content of each paragraph,
    without the apparatus, is that of the source, character for character, and no paragraph is
    missing, repeated or out of order. `parse` parses a page, given its path and the root.
    """
    built: list[BuiltPage] = []
    place_of_missing: dict[int, PageFile] = {}
    for expected in _expected_pages(reading):
        # Two files that answer to one address would be two copies, so both are checked.
        files = [path for path in _candidates(site, expected.address) if path.is_file()]
        pages = [read_page(parse(path, root), reading.id, expected.part) for path in files]
        with_reading = [page for page in pages if page.has_reading]
        built += with_reading
        if not pages:
            wanted = shown_path(site / expected.address / "index.html", root)
            yield _whole(wanted).diagnostic(
                Code.READING_NOT_BUILT,
                f"The site has no page “{expected.address}/”",
                REBUILD,
            )
        elif with_reading:
            place_of_missing |= dict.fromkeys(expected.paragraphs, with_reading[0].file)
        elif expected.paragraphs:
            part = f' data-part="{expected.part}"' if expected.part else ""
            yield Origin(pages[0].file.document, 0).diagnostic(
                Code.READING_NOT_BUILT,
                f'The page has no element with data-reading="{reading.id}"{part}, so the text is '
                "not on it",
                REBUILD,
            )
    for page in built:
        yield from verify_rest(page)
    yield from verify_paragraphs(reading.source, built, place_of_missing)


def verify_paragraphs(
    source: SourceText, built: Iterable[BuiltPage], place_of_missing: Mapping[int, PageFile]
) -> Iterator[Diagnostic]:
    """Findings on the paragraphs of a reading.

    `place_of_missing` has, by number, the page that a paragraph belongs on.
    """
    first_places: dict[int, tuple[PageFile, BuiltParagraph]] = {}
    numbers = {str(paragraph.number): paragraph.number for paragraph in source.paragraphs}
    for file, paragraph in ((page.file, p) for page in built for p in page.paragraphs):
        number = numbers.get(paragraph.label)
        if number is None:
            yield _place(file, paragraph.label).diagnostic(
                Code.PARAGRAPH_REPEATED,
                f"The page has a paragraph “{paragraph.label}”, but the source has only the "
                f"paragraphs 1 to {len(numbers)}",
                REBUILD,
            )
        elif number in first_places:
            yield _place(file, paragraph.label).diagnostic(
                Code.PARAGRAPH_REPEATED,
                f"Paragraph {number} is on the site more than once",
                "Each paragraph of a text must be there exactly once.",
            )
        else:
            first_places[number] = file, paragraph
    for number, (file, paragraph) in first_places.items():
        yield from _verify_paragraph(source, number, paragraph, file)
    for number, following in pairwise(first_places):
        if following < number:
            yield _place(first_places[following][0], str(following)).diagnostic(
                Code.PARAGRAPH_REPEATED,
                f"Paragraph {following} comes after paragraph {number}",
                "The paragraphs of a text must keep their order.",
            )
            break  # the paragraphs after it would be reported as well
    for number, file in place_of_missing.items():
        span = source.paragraphs[number - 1].span
        if number not in first_places and not source.leaves_out(span):
            text = source.paragraph_text(number).replace(LEFT_OUT, "")
            yield Origin(file.document, 0).diagnostic(
                Code.PARAGRAPH_MISSING,
                f"Paragraph {number} of {source.path} is not on the page",
                f"It begins “{visible(text[: 2 * CONTEXT])}”. {REBUILD}",
            )


def verify_rest(page: BuiltPage) -> Iterator[Diagnostic]:
    """Findings on annotations without an entry, and on text in no paragraph."""
    for entry in page.leads_nowhere:
        yield _annotated_place(page.file, entry).diagnostic(
            Code.ANNOTATION_LEADS_NOWHERE,
            f"A piece of the text is annotated by “{entry}”, but the page has no such entry",
            REBUILD,
        )
    for text in page.stray:
        yield Origin(page.file.document, 0).diagnostic(
            Code.PARAGRAPH_DIFFERS,
            f"The page shows “{visible(text.strip(HTML_WHITE_SPACE)[: 2 * CONTEXT])}” as if "
            "it were text of the source, but it belongs to none of its paragraphs",
            "Text that is not in the source must be inside an element with data-apparatus.",
        )


def _verify_paragraph(
    source: SourceText, number: int, paragraph: BuiltParagraph, file: PageFile
) -> Iterator[Diagnostic]:
    if not paragraph.is_reached_by_id:
        yield _place(file, paragraph.label).diagnostic(
            Code.PARAGRAPH_MISSING,
            f"Links to “#p{number}” do not lead to paragraph {number}",
            f'The paragraph, and nothing else on the page, must have id="p{number}".',
        )
    expected, actual = source.paragraph_text(number).replace(LEFT_OUT, ""), paragraph.text
    if actual == expected:
        return
    index = next(
        (index for index, (a, b) in enumerate(zip(expected, actual, strict=False)) if a != b),
        min(len(expected), len(actual)),
    )
    yield _place(file, paragraph.label).diagnostic(
        Code.PARAGRAPH_DIFFERS,
        f"Paragraph {number} differs from {source.path} at its character {index + 1}: "
        f"the source has {character_name(expected, index)}, "
        f"the page has {character_name(actual, index)}",
        f"source: “{text_around(expected, index)}”\n"
        f"page:   “{text_around(actual, index)}”\n"
        f"{REBUILD}",
    )


def _place(file: PageFile, label: str) -> Origin:
    """Where a paragraph begins in the HTML; the beginning of the file if that is not found.

    The parser keeps no positions. A search in the text of the file does instead: ``<`` and ``>``
    are always encoded in text, so text is never mistaken for the tag.
    """
    quoted = f"[\"']?{re.escape(label)}[\"']?"
    match = re.search(rf"<[a-zA-Z][^<>]*\sdata-paragraph={quoted}[\s/>]", file.document.text)
    return Origin(file.document, match.start() if match else 0)


def _annotated_place(file: PageFile, entry: str) -> Origin:
    """Where an entry is first named in the HTML; the beginning of the file if that is not found."""
    match = re.search(rf'data-annotation="(?:[^"]* )?{re.escape(entry)}[ "]', file.document.text)
    return Origin(file.document, match.start() if match else 0)


def _whole(shown: str) -> Origin:
    """The place of a finding on a file or folder that is not there."""
    return Origin(Document(shown, ""), 0)
