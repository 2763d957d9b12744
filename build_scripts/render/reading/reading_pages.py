"""Write the pages of a reading: one page, or a table of its parts and a page for each part."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.reading import FirstView, Part, Reading
from build_scripts.model.site_plan import PageInformation, PageTitle
from build_scripts.render.addresses import part_page, reading_page
from build_scripts.render.citation.citations import on_this_page
from build_scripts.render.contribution.reading_text import path_of_text, reading_text
from build_scripts.render.head import reading_head
from build_scripts.render.interface import Interface
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import title_language
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, join, text
from build_scripts.render.page import RenderedPage, one_line, write_page
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.passages import stands_on_page
from build_scripts.render.reading.apparatus import Apparatus
from build_scripts.render.reading.citing import citations, citing_html, path_of_citations
from build_scripts.render.reading.first_view import (
    corrected_on_paper,
    first_view_html,
    first_view_script,
)
from build_scripts.render.reading.further_reading import (
    further_reading_blocks,
    further_reading_contents,
)
from build_scripts.render.reading.introduction import introduction_blocks
from build_scripts.render.reading.marks import Mark, mark_html, number_marks
from build_scripts.render.reading.metadata import about_text_html, metadata_html
from build_scripts.render.reading.notice import kept_back_blocks, notice_blocks
from build_scripts.render.reading.page_marks import place_marks
from build_scripts.render.reading.paragraphs import WHOLE_READING_ID, is_on_page, text_blocks
from build_scripts.render.reading.part_titles import title_in_tab
from build_scripts.render.reading.print_tool import SOURCES, name_line
from build_scripts.render.reading.questions import questions_on_page
from build_scripts.render.reading.reading_contents import apparatus_contents, text_contents
from build_scripts.render.reading.reading_dialogs import reading_dialogs
from build_scripts.render.reading.reading_tools import ToolPage, print_tool, reading_tools
from build_scripts.render.reading.referred_to import referred_to_html
from build_scripts.render.site import Site
from build_scripts.render.uses.entry_names import kind_of
from build_scripts.text.reading_time import reading_minutes
from build_scripts.text.writing_direction import RTL


def render_reading(site: Site, annotated: AnnotatedReading) -> Iterator[RenderedPage]:
    """All pages of a reading."""
    parts = annotated.reading.parts
    if not parts:
        yield _only_page(site, annotated)
        return
    yield _table_of_parts(site, annotated)
    for index in range(len(parts)):
        yield _part(site, annotated, index)


def paths_of_reading(reading: Reading) -> Iterator[str]:
    """The files that `render_reading` makes."""
    page = reading_page(reading.id)
    yield page
    yield path_of_text(reading)
    pages_with_text = [part_page(reading.id, part.id) for part in reading.parts]
    yield from pages_with_text
    yield from map(path_of_citations, pages_with_text or [page])


def titles_of_reading(reading: Reading) -> dict[str, PageTitle]:
    """The titles of these pages, by their files."""
    of_parts = {part_page(reading.id, part.id): PageTitle(part.title) for part in reading.parts}
    return {reading_page(reading.id): PageTitle(reading.metadata.title), **of_parts}


def _only_page(site: Site, annotated: AnnotatedReading) -> RenderedPage:
    reading = annotated.reading
    context = page_context(site, reading_page(reading.id), reading.metadata.interface)
    shown = _shown_text(context, annotated, 1, len(reading.source.paragraphs))
    return RenderedPage(
        write_page(
            context.page,
            reading.metadata.title,
            (metadata_html(context, reading, shown.begins), *shown.blocks),
            description_of(context.words, reading),
            title_language(reading, site.configuration.language),
        ),
        shown.information,
        (citations(context, reading), reading_text(annotated, context.words.language)),
    )


def _table_of_parts(site: Site, annotated: AnnotatedReading) -> RenderedPage:
    reading = annotated.reading
    page = reading_page(reading.id)
    context = page_context(site, page, reading.metadata.interface)
    items = (
        element(
            "li",
            None,
            element(
                "a",
                {
                    "href": context.link(part_page(reading.id, part.id)),
                    **title_language(reading, context.words.language, part.title),
                },
                text(one_line(part.title)),
            ),
        )
        for part in reading.parts
    )
    questions = questions_on_page(context, annotated, None)
    referred_to = referred_to_html(context, annotated, None)
    blocks = (
        metadata_html(context, reading),
        *notice_blocks(context, reading),
        *kept_back_blocks(context, reading),
        *introduction_blocks(context, reading, context.link_to_source),
        print_tool(
            context.interface,
            (
                *(("introduction",) if reading.introduction else ()),
                *(("further-reading",) if reading.further_reading else ()),
                *(("references",) if referred_to else ()),
                *questions.around(),
                "about",
            ),
            questions.offered(),
        )
        if questions.placed
        else NO_HTML,
        element("ol", {"class": "parts"}, *items),
        *questions.blocks(),
        *further_reading_blocks(context, reading),
        referred_to,
    )
    metadata = reading.metadata
    return RenderedPage(
        write_page(
            page,
            metadata.title,
            filter(None, blocks),
            description_of(context.words, reading),
            title_language(reading, site.configuration.language),
        ),
        PageInformation(
            source=annotations_of(reading),
            contents=(
                *questions.contents(),
                *further_reading_contents(context.words, reading),
            ),
            head=reading_head(site, reading, page),
        ),
        (reading_text(annotated, context.words.language),),
    )


def _part(site: Site, annotated: AnnotatedReading, index: int) -> RenderedPage:
    reading = annotated.reading
    part = reading.parts[index]
    context = page_context(site, part_page(reading.id, part.id), reading.metadata.interface)
    shown = _shown_text(context, annotated, part.first, part.last, part.id)
    words = context.words
    blocks = (
        element(
            "h1",
            title_language(reading, site.configuration.language, part.title),
            text(one_line(part.title)),
        ),
        name_line(context.interface),
        _way_up(context, reading),
        about_text_html(context, reading),
        *shown.blocks,
        _neighbours(context, reading, index),
    )
    description = description_of(words, reading, part)
    in_tab = title_in_tab(words, part.title, reading.metadata.title)
    return RenderedPage(
        write_page(context.page, part.title, blocks, description, heading=None),
        replace(shown.information, title_in_tab=in_tab),
        (citations(context, reading),),
    )


class _ShownText(NamedTuple):
    """The blocks of a page with text, and what a publisher needs to know about the page.

    `begins` is the id of the first paragraph; it is empty where no paragraph is shown.
    """

    blocks: tuple[Html, ...]
    information: PageInformation
    begins: str


def _shown_text(
    context: PageContext, annotated: AnnotatedReading, first: int, last: int, part: str = ""
) -> _ShownText:
    """The text from paragraph `first` to `last`, with its tools and its apparatus.

    `part` is the id of the part on the page; it is empty where the reading has one page.
    """
    reading = annotated.reading
    span = reading.source.paragraphs_span(first, last)
    marks = number_marks(
        placed for placed in annotated.annotations if stands_on_page(reading, placed, span)
    )
    page_marks = place_marks(annotated, marks, span)
    paragraphs = [
        one
        for one in reading.source.paragraphs[first - 1 : last]
        if is_on_page(reading, one, page_marks)
    ]
    introduction = None if part else reading.introduction
    questions = questions_on_page(context, annotated, span)
    apparatus = Apparatus(
        context,
        reading,
        marks,
        paragraphs,
        (*(introduction.provenance.sources if introduction else ()), *questions.cited()),
    )
    can_be_corrected = any(
        kind_of(mark.placed) == "correction" and mark.placed.entry not in page_marks.staying
        for mark in marks
    )
    opens_corrected = can_be_corrected and reading.first_view is FirstView.CORRECTED
    referred_to = referred_to_html(context, annotated, span)
    around = {
        "introduction": introduction,
        "further-reading": not part and reading.further_reading,
        SOURCES: apparatus.references(),
        "references": referred_to,
    }
    tools = ToolPage(
        context.interface,
        apparatus.kinds(),
        reading_minutes(shown) if (shown := reading.source.shown_text(span)) else 0,
        can_be_corrected,
        opens_corrected,
        has_margin=bool(apparatus.margin.side),
        around=(
            *(part for part, is_there in around.items() if is_there),
            *questions.around(),
            "about",
        ),
        levels=apparatus.levels(),
        questions=questions.offered(),
    )
    blocks = (
        citing_html(context, reading),
        *notice_blocks(context, reading),
        *kept_back_blocks(context, reading),
        *(introduction_blocks(context, reading, on_this_page) if introduction else ()),
        _whole_reading_marks(context.interface, page_marks.on_top),
        reading_tools(tools),
        *_words_shown(context.interface, can_be_corrected, opens_corrected),
        *text_blocks(annotated, page_marks, context.words, first, last, part),
        *questions.blocks(apparatus.entries),
        *apparatus.blocks(),
        *(() if part else further_reading_blocks(context, reading)),
        referred_to,
        *(reading_dialogs(context.interface) if marks else ()),
    )
    information = PageInformation(
        source=annotations_of(reading),
        contents=(
            *text_contents(annotated, first, last),
            *questions.contents(),
            *apparatus_contents(context.words, apparatus),
            *(() if part else further_reading_contents(context.words, reading)),
        ),
        head=join(
            (
                reading_head(context.site, reading, context.page),
                first_view_script(context) if opens_corrected else NO_HTML,
            )
        ),
        notes_side=apparatus.margin.side,
        shows_text=True,
    )
    begins = f"p{paragraphs[0].number}" if paragraphs else ""
    return _ShownText(tuple(filter(None, blocks)), information, begins)


def _words_shown(
    interface: Interface, can_be_corrected: bool, opens_corrected: bool
) -> Iterator[Html]:
    """What is said above the text of its corrections."""
    if opens_corrected:
        yield first_view_html(interface)
    elif can_be_corrected:
        yield corrected_on_paper(interface)


def _whole_reading_marks(interface: Interface, marks: list[Mark]) -> Html:
    """The marks of annotations on the whole reading; empty where there are none."""
    if not marks:
        return NO_HTML
    words = interface.words
    place = RTL if words.direction == RTL else None
    shown = join((mark_html(mark, words, words.language, place) for mark in marks), " ")
    return element(
        "p",
        {"id": WHOLE_READING_ID, "class": "whole-reading", **interface.speaks},
        words.html("marks-of-whole-reading", marks=shown),
    )


def annotations_of(reading: Reading) -> str:
    """The folder of a reading's annotations, which contributors look for."""
    return reading.origin.document.path.rpartition("/")[0]


def description_of(words: Words, reading: Reading, part: Part | None = None) -> str:
    """The description of a page for search engines; each page has its own."""
    metadata = reading.metadata
    described = metadata.description or words.text(
        "reading-description", title=one_line(metadata.title)
    )
    if part is None:
        return described
    return words.text("part-description", part=part.title, reading=described)


def _way_up(context: PageContext, reading: Reading) -> Html:
    address = context.link(reading_page(reading.id))
    title = context.words.isolated(one_line(reading.metadata.title))
    link = element("a", {"href": address}, title)
    part_of = context.words.html("part-of", reading=link)
    return element("p", {"class": "part-of", **context.speaks}, part_of)


def _neighbours(context: PageContext, reading: Reading, index: int) -> Html:
    """Links to the previous and the next part."""
    links: list[Html] = []
    for neighbour, relation, message in (
        (index - 1, "prev", "previous-part"),
        (index + 1, "next", "next-part"),
    ):
        if 0 <= neighbour < len(reading.parts):
            part = reading.parts[neighbour]
            address = context.link(part_page(reading.id, part.id))
            title = context.words.isolated(one_line(part.title))
            label = context.words.html(message, title=title)
            links.append(element("a", {"href": address, "rel": relation}, label))
    attributes = {
        "class": "part-neighbours",
        "aria-label": context.words.text("parts"),
        **context.speaks,
    }
    return element("nav", attributes, join(links, " "))
