"""Make the entries of the table of contents of a page with text."""

from collections.abc import Iterator

from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.reading import Role
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.citation.sources import SECTION
from build_scripts.render.language.interface_words import Words
from build_scripts.render.page import one_line, shorten
from build_scripts.render.reading.apparatus import SECTIONS, Apparatus
from build_scripts.render.reading.paragraphs import headings_by_paragraph
from build_scripts.text.beginning import end_of_beginning

CONTENTS_TITLE_LENGTH = 70


def text_contents(
    annotated: AnnotatedReading, first: int, last: int
) -> Iterator[TableOfContentsEntry]:
    """The headings, and the questions that begin a section of an interview."""
    reading = annotated.reading
    headings = headings_by_paragraph(reading)
    labels = {speaker.id: speaker.label for speaker in reading.speakers}
    for number in range(first, last + 1):
        for heading_id, heading in headings.get(number, ()):
            yield TableOfContentsEntry(one_line(heading.title), heading_id, heading.level)
        style = reading.styles[number - 1]
        begins_section = number in annotated.section_starts
        if style.role is Role.HEADING or (style.role is Role.QUESTION and begins_section):
            start, end = reading.source.paragraphs[number - 1].span
            label = labels.get(style.speaker, "")
            words = reading.source.unbroken(
                end_of_beginning(reading.source.text, label, start) or start, end
            )
            level = style.level if style.role is Role.HEADING else 2
            title = shorten(words, CONTENTS_TITLE_LENGTH)
            yield TableOfContentsEntry(title, f"p{number}", level)


def apparatus_contents(words: Words, apparatus: Apparatus) -> Iterator[TableOfContentsEntry]:
    """The sections of the apparatus."""
    headings = dict(SECTIONS)
    for kind in apparatus.kinds():
        yield TableOfContentsEntry(words.text(headings[kind]), f"apparatus-{kind}")
    if apparatus.references():
        yield TableOfContentsEntry(words.text("sources-heading"), SECTION)
