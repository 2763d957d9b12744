"""Write two texts side by side, as in an edition with facing pages."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.reading import LineBreaks, Reading
from build_scripts.model.side_by_side import rows_of
from build_scripts.render.comparing.compared import Compared
from build_scripts.render.language.languages import reading_direction
from build_scripts.render.lookups.compared_readings import row_id
from build_scripts.render.markdown_safe_html import Html, element
from build_scripts.render.reading.page_marks import PageMarks, place_marks
from build_scripts.render.reading.paragraphs import paragraph_or_gap


def texts_side_by_side(page: Compared, entries: Iterable[str]) -> Iterator[Html]:
    """Rows of paragraphs, given the id of the translation or version and the number of each row.

    Without a style sheet, the paragraphs of a row follow one another.
    """
    named = (entry.rpartition(".") for entry in entries)
    numbered = ((other, int(number)) for other, _, number in named)
    for other, rows in groupby(numbered, key=lambda entry: entry[0]):
        yield from _rows(page, other, [number for _, number in rows])


def _rows(page: Compared, other: str, numbers: list[int]) -> Iterator[Html]:
    texts = page.context.site.texts
    own = texts[other]
    original = texts[own.original]
    rows = [*rows_of(own, original)]
    shown = [(number, rows[number - 1]) for number in numbers]
    # One text after the other: what is known of its segments is kept for one text at a time.
    originals = [*_cells(page, original, own, (row.original for _, row in shown))]
    owns = [*_cells(page, own, own, (row.own for _, row in shown))]
    for number, *cells in zip(numbers, originals, owns, strict=True):
        attributes = {"class": "row", "id": row_id(other, number)}
        yield element("div", attributes, *cells)


def _cells(
    page: Compared, reading: Reading, other: Reading, ranges: Iterable[range]
) -> Iterator[Html]:
    """The paragraphs of one text in each row."""
    context = page.context
    annotated = context.site.readings[reading.id]
    # Notes and terms are in the reading itself; there is room for the text alone.
    plain = replace(annotated, annotations=(), occurrences=(), questions=())
    keeps = reading.line_breaks is LineBreaks.KEEP
    attributes = {
        "class": f"reading beside {page.css_class(reading.id)}{' keep-line-breaks' * keeps}",
        "data-beside": other.id,
        "data-text": reading.id,
        "lang": reading.metadata.language,
        "dir": reading_direction(reading),
    }
    marks = place_marks(plain, (), reading.source.paragraphs_span(1, len(reading.styles)))
    for numbers in ranges:
        yield element("div", attributes, *_paragraphs(page, plain, marks, numbers))


def _paragraphs(
    page: Compared, plain: AnnotatedReading, marks: PageMarks, numbers: range
) -> Iterator[Html]:
    reading = plain.reading
    for number in numbers:
        address = page.context.link_to_paragraph(reading.id, number)
        paragraph = reading.source.paragraphs[number - 1]
        yield paragraph_or_gap(plain, paragraph, marks, page.context.words, address)
