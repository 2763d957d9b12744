"""Write the text of a page, one element for each paragraph."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from build_scripts.model.placed import AnnotatedReading, Segment
from build_scripts.model.reading import EditorialHeading, LineBreaks, ParagraphStyle, Reading, Role
from build_scripts.model.source_text import Paragraph
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import direction, language_attributes
from build_scripts.render.markdown_safe_html import (
    Html,
    attribute,
    edge_safe,
    element,
    start_tag,
    text,
)
from build_scripts.render.page import one_line
from build_scripts.render.reading.annotated_pieces import piece_html
from build_scripts.render.reading.drawn_blanks import hanging
from build_scripts.render.reading.marks import mark_html
from build_scripts.render.reading.page_marks import PageMarks

WHOLE_READING_ID = "whole-reading"
"""The id of the line above a text that holds the marks of annotations on the whole reading."""

LONG_PAGE = 500
"""The number of paragraphs and marks that makes a page long. Browsers then do not lay out content
far from the window (``long-readings.css``). Such a page has some 5,000 elements: to lay all of them
out again takes a twentieth of a second on a desktop computer, and a fifth on a phone. The
heights of content far away are only estimates, which a shorter page need not put up with."""

SPOKEN_ROLES = (Role.QUESTION, Role.ANSWER, Role.SPEECH)


def _speaker_name(reading: Reading, number: int, segments: tuple[Segment, ...]) -> Html:
    """The name of the speaker, where a turn begins and the text itself does not name them."""
    style = reading.styles[number - 1]
    before = reading.styles[number - 2] if number > 1 else ParagraphStyle()
    speaker = reading.speaker(style.speaker)
    continues = before.speaker == style.speaker and before.role in SPOKEN_ROLES
    labelled = bool(segments) and "speaker-label" in segments[0].styles
    if speaker is None or style.role not in SPOKEN_ROLES or continues or labelled:
        return Html("")
    return element("span", {"class": "speaker", "data-apparatus": ""}, text(one_line(speaker.name)))


def paragraph_html(
    annotated: AnnotatedReading, paragraph: Paragraph, marks: PageMarks, words: Words
) -> Html:
    """A paragraph with its marks; without its `data-apparatus` elements, its text is the source."""
    reading = annotated.reading
    number = paragraph.number
    style = reading.styles[number - 1]
    segments = annotated.segments[number - 1]
    source = reading.source.text
    language = reading.metadata.language
    keeps = reading.line_breaks is LineBreaks.KEEP
    parts: list[str] = []
    after = marks.after
    for segment in segments:
        parts.append(piece_html(source, segment, marks, keeps=keeps))
        if segment.span.end in after:
            parts.extend(
                mark_html(mark, words, language, stays=mark.placed.entry in marks.staying)
                for mark in after[segment.span.end]
            )
    speaker = _speaker_name(reading, number, segments)
    entries = marks.block_entries(paragraph.span)
    is_heading = style.role is Role.HEADING
    name = f"h{style.level}" if is_heading else "p"
    # Headings become titles of search results, without the elements that are marked like this.
    unsearched = " data-search-exclude" if is_heading else ""
    label = attribute(words.text("paragraph", number=str(number)))
    # Not `dir`: the direction of the text decides on which side the number stands.
    spoken = language_attributes(words.language, language).get("lang")
    speaks = f' lang="{attribute(spoken)}"' if spoken else ""
    annotated_as = content = ""
    for entry in entries[1:]:
        content += f'<span aria-details="{entry}">'
    content += edge_safe(Html("".join(parts))) + "</span>" * len(entries[1:])
    if entries:
        annotated_as = f' data-annotation="{" ".join(entries)}" aria-details="{entries[0]}"'
    classes = style.role.value
    if deepest := marks.rows.deepest_of(segments):
        classes += f" rows-{deepest}"
    if keeps and (hang := hanging(source[paragraph.span.start : paragraph.span.end])):
        classes += f" hang-{hang}"
    return Html(
        f'<{name} id="p{number}" data-paragraph="{number}" class="{classes}"{annotated_as}>'
        f'<a class="paragraph-number" data-apparatus{unsearched} href="#p{number}"'
        f' aria-label="{label}"{speaks}>{number}</a>'
        f"{speaker}{content}</{name}>"
    )


def text_blocks(
    annotated: AnnotatedReading,
    marks: PageMarks,
    words: Words,
    first: int,
    last: int,
    part: str,
) -> Iterable[Html]:
    """The element with the text of a page, from paragraph `first` to `last`, a block for each.

    `part` is the id of the part on the page; it is empty where the reading has one page.
    """
    reading = annotated.reading
    keeps = reading.line_breaks is LineBreaks.KEEP
    on_top = sorted({mark.placed.entry for mark in marks.on_top})
    is_long = last - first + 1 + marks.total >= LONG_PAGE
    yield start_tag(
        "div",
        {
            "class": "reading keep-line-breaks" if keeps else "reading",
            "data-reading": reading.id,
            "data-part": part or None,
            "data-long": "" if is_long else None,
            "data-annotation": " ".join(on_top) or None,
            "aria-details": _details_of_whole(on_top),
            "lang": reading.metadata.language,
            "dir": direction(reading.metadata.language),
        },
    )
    headings = headings_by_paragraph(reading)
    for paragraph in reading.source.paragraphs[first - 1 : last]:
        for heading_id, heading in headings.get(paragraph.number, ()):
            yield element(
                f"h{heading.level}",
                {"class": "editorial", "data-apparatus": "", "id": heading_id},
                text(one_line(heading.title)),
            )
        yield paragraph_html(annotated, paragraph, marks, words)
    yield Html("</div>")


def _details_of_whole(entries: list[str]) -> str | None:
    """The id of the only entry on the whole text, or of the line with marks for several."""
    if len(entries) > 1:
        return WHOLE_READING_ID
    return entries[0] if entries else None


def headings_by_paragraph(
    reading: Reading,
) -> Mapping[int, tuple[tuple[str, EditorialHeading], ...]]:
    """The editor's headings before each paragraph, with their ids."""
    grouped = groupby(reading.headings, key=lambda heading: heading.before)
    return {
        before: tuple(
            (f"before-p{before}" if place == 1 else f"before-p{before}.{place}", heading)
            for place, heading in enumerate(headings, start=1)
        )
        for before, headings in grouped
    }
