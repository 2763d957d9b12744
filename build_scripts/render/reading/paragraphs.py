"""Write the text of a page, one element for each paragraph."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import groupby

from build_scripts.model.placed import LEFT_OUT_STYLE, AnnotatedReading, Segment
from build_scripts.model.reading import EditorialHeading, LineBreaks, ParagraphStyle, Reading, Role
from build_scripts.model.source_text import GAP, Paragraph
from build_scripts.model.span import Span
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import language_attributes, reading_direction
from build_scripts.render.markdown_safe_html import (
    Html,
    attribute,
    attributes_html,
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
from build_scripts.render.reading.paragraph_writing import writing_of
from build_scripts.render.reading.segments import segments_of

WHOLE_READING_ID = "whole-reading"
"""The id of the line above a text that holds the marks of annotations on the whole reading."""

LONG_PAGE = 500
"""The number of paragraphs and marks that makes a page long. Browsers then do not lay out content
far from the window (``long-readings.css``). Such a page has some 5,000 elements: to lay all of them
out again takes a twentieth of a second on a desktop computer, and a fifth on a phone. The
heights of content far away are only estimates, which a shorter page need not put up with."""

SPOKEN_ROLES = (Role.QUESTION, Role.ANSWER, Role.SPEECH)


def _speaker_name(
    reading: Reading, number: int, segments: tuple[Segment, ...], *, is_isolated: bool
) -> Html:
    """The name of the speaker, where a turn begins and the text itself does not name them."""
    style = reading.styles[number - 1]
    before = reading.styles[number - 2] if number > 1 else ParagraphStyle()
    speaker = reading.speaker(style.speaker)
    continues = before.speaker == style.speaker and before.role in SPOKEN_ROLES
    labelled = bool(segments) and "speaker-label" in segments[0].styles
    if speaker is None or style.role not in SPOKEN_ROLES or continues or labelled:
        return Html("")
    return element(
        "span",
        {"class": "speaker", "data-apparatus": "", "dir": "auto" if is_isolated else None},
        text(one_line(speaker.name)),
    )


def _goes_on_in_verse(reading: Reading, number: int) -> bool:
    """Whether a paragraph is the next line of the same stanza."""
    if number == 1 or any(
        reading.styles[n - 1].role is not Role.VERSE for n in (number - 1, number)
    ):
        return False
    before, paragraph = reading.source.paragraphs[number - 2 : number]
    return reading.source.text[before.span.end : paragraph.span.start] == "\n"


def paragraph_html(
    annotated: AnnotatedReading,
    paragraph: Paragraph,
    marks: PageMarks,
    words: Words,
    address: str = "",
) -> Html:
    """A paragraph with its marks; without its `data-apparatus` elements, its text is the source.

    `address` is that of the paragraph if it is shown elsewhere than on its own page.
    """
    reading = annotated.reading
    number = paragraph.number
    style = reading.styles[number - 1]
    segments = segments_of(annotated)[number - 1]
    source = reading.source.text
    language = reading.metadata.language
    writing = writing_of(reading, paragraph, segments, marks.after)
    keeps = reading.line_breaks is LineBreaks.KEEP
    parts: list[str] = []
    after = marks.after
    hidden = _hidden_line_ends(reading, paragraph)
    gap_before: int | None = None
    for segment in segments:
        if LEFT_OUT_STYLE in segment.styles:
            if gap_before is None:
                gap_before = len(parts)
                parts.append(_gap(" " if parts else ""))
        else:
            if gap_before is not None:
                parts[gap_before] = _gap(" " if gap_before else "", " ")
                gap_before = None
            parts.append(piece_html(source, segment, marks, hidden, keeps=keeps))
        if segment.span.end in after:
            parts.extend(
                mark_html(
                    mark,
                    words,
                    language,
                    writing.at_marks.get(segment.span.end),
                    stays=mark.placed.entry in marks.staying,
                )
                for mark in after[segment.span.end]
            )
    speaker = _speaker_name(reading, number, segments, is_isolated=bool(writing.of_number))
    entries = marks.block_entries(paragraph.span)
    is_heading = style.role is Role.HEADING
    name = f"h{style.level}" if is_heading else "p"
    # Headings become titles of search results, without the elements that are marked like this.
    unsearched = " data-search-exclude" if is_heading else ""
    label = attribute(words.text("paragraph", number=str(number)))
    # The direction of the text decides on which side the number stands.
    spoken = language_attributes(words.language, language).get("lang")
    speaks = attributes_html({"lang": spoken, "dir": writing.of_number})
    annotated_as = content = ""
    for entry in entries[1:]:
        content += f'<span aria-details="{entry}">'
    content += edge_safe(Html("".join(parts))) + "</span>" * len(entries[1:])
    if entries:
        annotated_as = f' data-annotation="{" ".join(entries)}" aria-details="{entries[0]}"'
    classes = style.role.value
    if _goes_on_in_verse(reading, number):
        classes += " next-line"
    if deepest := marks.rows.deepest_of(segments):
        classes += f" rows-{deepest}"
    if keeps and (hang := hanging(source[paragraph.span.start : paragraph.span.end])):
        classes += f" hang-{hang}"
    identified = "" if address else f' id="p{number}"'
    return Html(
        f'<{name}{identified} data-paragraph="{number}"'
        f' class="{classes}"{annotated_as}{writing.of_paragraph}>'
        f'<a class="paragraph-number" data-apparatus{unsearched}'
        f' href="{attribute(address or f"#p{number}")}"'
        f' aria-label="{label}"{speaks}>{number}</a>'
        f"{speaker}{content}</{name}>"
    )


def _gap(before: str, after: str = "") -> Html:
    """Words that are left out of a paragraph, with the blanks around them."""
    return Html(f'<span class="{LEFT_OUT_STYLE}" data-apparatus>{before}{GAP}{after}</span>')


_GAP_PARAGRAPH = element("p", {"class": LEFT_OUT_STYLE, "data-apparatus": ""}, text(GAP))


def paragraph_or_gap(
    annotated: AnnotatedReading, paragraph: Paragraph, marks: PageMarks, words: Words, address: str
) -> Html:
    """A paragraph elsewhere than on its own page, or what stands for one that is left out."""
    if is_on_page(annotated.reading, paragraph, marks):
        return paragraph_html(annotated, paragraph, marks, words, address)
    return _GAP_PARAGRAPH


def is_on_page(reading: Reading, paragraph: Paragraph, marks: PageMarks) -> bool:
    """Whether a paragraph has an element of its own: if any words of it are shown, or a mark."""
    start, end = paragraph.span
    if not reading.source.leaves_out(paragraph.span):
        return True
    return any(start < offset <= end for offset in marks.after)


def _hidden_line_ends(reading: Reading, paragraph: Paragraph) -> list[Span]:
    """The line ends in a paragraph that would cut words in two where lines flow."""
    if reading.line_breaks is LineBreaks.KEEP:
        return []
    line_ends = reading.source.line_ends
    first = bisect_left(line_ends, (paragraph.span.start,))
    last = bisect_left(line_ends, (paragraph.span.end,))
    return [hidden for end in line_ends[first:last] if (hidden := end.hidden)]


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
            "dir": reading_direction(reading),
        },
    )
    headings = headings_by_paragraph(reading)
    in_gap = False
    for paragraph in reading.source.paragraphs[first - 1 : last]:
        for heading_id, heading in headings.get(paragraph.number, ()):
            in_gap = False
            yield element(
                f"h{heading.level}",
                {"class": "editorial", "data-apparatus": "", "id": heading_id},
                text(one_line(heading.title)),
            )
        if is_on_page(reading, paragraph, marks):
            yield paragraph_html(annotated, paragraph, marks, words)
            in_gap = False
        elif not in_gap:
            yield _GAP_PARAGRAPH
            in_gap = True
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
