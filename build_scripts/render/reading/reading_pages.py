"""The pages of a reading: one, or a table of parts and one page a part."""

from collections.abc import Iterator
from typing import NamedTuple

from build_scripts.model.placed import AnnotatedReading, PlacedAnnotation
from build_scripts.model.reading import Part, Reading, Role
from build_scripts.model.site_plan import PageInformation, TableOfContentsEntry
from build_scripts.model.span import Span
from build_scripts.render.addresses import part_page, reading_page
from build_scripts.render.citation.sources import SECTION
from build_scripts.render.context import SiteContext
from build_scripts.render.contribution.reading_text import reading_text
from build_scripts.render.head import reading_head
from build_scripts.render.language.languages import title_language
from build_scripts.render.markdown_safe_html import Html, element, join, text
from build_scripts.render.page import RenderedPage, one_line, shorten, write_page
from build_scripts.render.reading.apparatus import SECTIONS, Apparatus
from build_scripts.render.reading.citing import CitedPage, citations, citing_html
from build_scripts.render.reading.margin_notes import notes_side
from build_scripts.render.reading.marks import Mark, kind_of, mark_html, number_marks
from build_scripts.render.reading.metadata import metadata_html
from build_scripts.render.reading.paragraphs import (
    WHOLE_READING_ID,
    PageMarks,
    headings_by_paragraph,
    text_blocks,
)
from build_scripts.render.reading.reading_dialogs import reading_dialogs
from build_scripts.render.reading.reading_tools import ToolPage, reading_tools
from build_scripts.render.reading.referred_to import referred_to_html
from build_scripts.text.reading_time import reading_minutes

CONTENTS_TITLE_LENGTH = 70


class _Extent(NamedTuple):
    """The paragraphs that a page holds, and the span of their text."""

    first: int
    last: int
    span: Span
    part: str


def render_reading(context: SiteContext, annotated: AnnotatedReading) -> Iterator[RenderedPage]:
    """All pages of a reading."""
    reading = annotated.reading
    context = context.speaking(reading.metadata.interface)
    if not reading.parts:
        last = len(reading.source.paragraphs)
        extent = _Extent(1, last, reading.source.paragraphs_span(1, last), "")
        page = reading_page(reading.id)
        marks, annotations = _marks(annotated, extent)
        apparatus = Apparatus(context, reading, page, annotations)
        blocks = _content(context, annotated, page, extent, marks, annotations, apparatus)
        yield RenderedPage(
            write_page(
                page,
                reading.metadata.title,
                (metadata_html(context, reading, page), *blocks),
                description_of(context, reading),
                title_language(reading, context.language_around),
            ),
            _information(annotated, extent, context, page, annotations, apparatus),
            (citations(CitedPage(context, reading, page)), reading_text(context, annotated)),
        )
        return
    yield _table_of_parts(context, annotated)
    for index, part in enumerate(reading.parts):
        yield _part(context, annotated, index, part)


def _marks(annotated: AnnotatedReading, extent: _Extent) -> tuple[PageMarks, tuple[Mark, ...]]:
    """The marks of those annotations that lie on a page, if only in part."""
    on_page: list[PlacedAnnotation] = [
        placed for placed in annotated.annotations if placed.span.overlaps(extent.span)
    ]
    marks = number_marks(on_page)
    return PageMarks(annotated, marks, extent.span), marks


def _content(
    context: SiteContext,
    annotated: AnnotatedReading,
    page: str,
    extent: _Extent,
    page_marks: PageMarks,
    marks: tuple[Mark, ...],
    apparatus: Apparatus,
) -> Iterator[Html]:
    yield citing_html(CitedPage(context, annotated.reading, page))
    if page_marks.on_top:
        yield _whole_reading_marks(context, page_marks.on_top)
    minutes = reading_minutes(annotated.reading.source.text[extent.span.start : extent.span.end])
    can_be_corrected = any(
        kind_of(mark.placed) == "correction" and mark.placed.entry not in page_marks.staying
        for mark in marks
    )
    yield reading_tools(
        ToolPage(context, annotated, page, apparatus.kinds(), minutes, can_be_corrected)
    )
    yield from text_blocks(
        annotated, page_marks, context.words, extent.first, extent.last, extent.part
    )
    yield from apparatus.blocks()
    referred_to = referred_to_html(context, annotated, page, extent.span)
    if referred_to:
        yield referred_to
    if marks:
        yield from reading_dialogs(context)


def _whole_reading_marks(context: SiteContext, marks: list[Mark]) -> Html:
    words = context.words
    shown = join((mark_html(mark, words, words.language) for mark in marks), " ")
    return element(
        "p",
        {"id": WHOLE_READING_ID, "class": "whole-reading", **context.speaks},
        words.html("marks-of-whole-reading", marks=shown),
    )


def _information(
    annotated: AnnotatedReading,
    extent: _Extent,
    context: SiteContext,
    page: str,
    marks: tuple[Mark, ...],
    apparatus: Apparatus,
) -> PageInformation:
    reading = annotated.reading
    headings = dict(SECTIONS)
    return PageInformation(
        source=annotations_of(reading),
        contents=(
            *_text_contents(annotated, extent),
            *(
                TableOfContentsEntry(context.words.text(headings[kind]), f"apparatus-{kind}")
                for kind in apparatus.kinds()
            ),
            *(
                (TableOfContentsEntry(context.words.text("sources-heading"), SECTION),)
                if apparatus.references()
                else ()
            ),
        ),
        head=reading_head(context, reading, page),
        notes_side=notes_side(reading, marks),
        shows_text=True,
    )


def _text_contents(annotated: AnnotatedReading, extent: _Extent) -> Iterator[TableOfContentsEntry]:
    """Headings, and the questions of an interview, as lines of the table of contents."""
    reading = annotated.reading
    headings = headings_by_paragraph(reading)
    labels = {speaker.id: speaker.label for speaker in reading.speakers}
    for number in range(extent.first, extent.last + 1):
        for heading_id, heading in headings.get(number, ()):
            yield TableOfContentsEntry(one_line(heading.title), heading_id, heading.level)
        style = reading.styles[number - 1]
        begins_section = number in annotated.section_starts
        if style.role is Role.HEADING or (style.role is Role.QUESTION and begins_section):
            words = reading.source.paragraph_text(number)
            words = words.removeprefix(labels.get(style.speaker, ""))
            level = style.level if style.role is Role.HEADING else 2
            title = shorten(words, CONTENTS_TITLE_LENGTH)
            yield TableOfContentsEntry(title, f"p{number}", level)


def _table_of_parts(context: SiteContext, annotated: AnnotatedReading) -> RenderedPage:
    reading = annotated.reading
    page = reading_page(reading.id)
    items = (
        element(
            "li",
            None,
            element(
                "a",
                {"href": context.addresses.link(page, part_page(reading.id, part.id))},
                text(one_line(part.title)),
            ),
        )
        for part in reading.parts
    )
    blocks = (
        metadata_html(context, reading, page),
        element("ol", {"class": "parts"}, *items),
        *filter(None, (referred_to_html(context, annotated, page, None),)),
    )
    metadata = reading.metadata
    return RenderedPage(
        write_page(
            page,
            metadata.title,
            blocks,
            description_of(context, reading),
            title_language(reading, context.language_around),
        ),
        PageInformation(source=annotations_of(reading), head=reading_head(context, reading, page)),
        (reading_text(context, annotated),),
    )


def _part(
    context: SiteContext, annotated: AnnotatedReading, index: int, part: Part
) -> RenderedPage:
    reading = annotated.reading
    page = part_page(reading.id, part.id)
    span = reading.source.paragraphs_span(part.first, part.last)
    extent = _Extent(part.first, part.last, span, part.id)
    page_marks, marks = _marks(annotated, extent)
    apparatus = Apparatus(context, reading, page, marks)
    blocks = (
        _way_up(context, annotated, page),
        *_content(context, annotated, page, extent, page_marks, marks, apparatus),
        _neighbours(context, annotated, index, page),
    )
    title = context.words.text("part-title", part=part.title, reading=reading.metadata.title)
    heading = element("h1", None, text(one_line(part.title)))
    return RenderedPage(
        write_page(
            page, title, (heading, *blocks), description_of(context, reading, part), heading=None
        ),
        _information(annotated, extent, context, page, marks, apparatus),
        (citations(CitedPage(context, reading, page)),),
    )


def annotations_of(reading: Reading) -> str:
    """The folder with all that is written about a reading: what a contributor looks for."""
    return reading.origin.document.path.rpartition("/")[0]


def description_of(context: SiteContext, reading: Reading, part: Part | None = None) -> str:
    """What a page is about, for search engines: no two pages say the same."""
    metadata = reading.metadata
    described = metadata.description or context.words.text(
        "reading-description", title=one_line(metadata.title)
    )
    if part is None:
        return described
    return context.words.text("part-description", part=part.title, reading=described)


def _way_up(context: SiteContext, annotated: AnnotatedReading, page: str) -> Html:
    reading = annotated.reading
    address = context.addresses.link(page, reading_page(reading.id))
    link = element("a", {"href": address}, text(one_line(reading.metadata.title)))
    part_of = context.words.html("part-of", reading=link)
    return element("p", {"class": "part-of", **context.speaks}, part_of)


def _neighbours(context: SiteContext, annotated: AnnotatedReading, index: int, page: str) -> Html:
    """Links to the part before and the part after."""
    reading = annotated.reading
    links: list[Html] = []
    for neighbour, relation, message in (
        (index - 1, "prev", "previous-part"),
        (index + 1, "next", "next-part"),
    ):
        if 0 <= neighbour < len(reading.parts):
            part = reading.parts[neighbour]
            address = context.addresses.link(page, part_page(reading.id, part.id))
            title = text(one_line(part.title))
            said = context.words.html(message, title=title)
            links.append(element("a", {"href": address, "rel": relation}, said))
    attributes = {
        "class": "part-neighbours",
        "aria-label": context.words.text("parts"),
        **context.speaks,
    }
    return element("nav", attributes, join(links, " "))
