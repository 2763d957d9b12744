"""The direction of a paragraph, of the number before it, and of the marks in it."""

from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from build_scripts.model.placed import Segment
from build_scripts.model.reading import LineBreaks, Reading
from build_scripts.model.source_text import LEFT_OUT, Paragraph
from build_scripts.render.language.languages import reading_direction
from build_scripts.render.markdown_safe_html import NO_HTML, Html, attributes_html
from build_scripts.text.writing_direction import (
    Place,
    directions_at,
    paragraph_direction,
    runs_one_way,
)


class Writing(NamedTuple):
    """The directions in a paragraph.

    What is not source text is isolated in it. Otherwise browsers would draw a number after Hebrew
    words on their wrong side, and one before Latin words in a Hebrew text as well.

    Attributes:
        of_paragraph: its attribute, if it runs in another direction than the text.
        of_number: the direction of its number; None where nothing need be isolated.
        at_marks: those at its marks, by offset in the source; empty where nothing need be isolated.
    """

    of_paragraph: Html
    of_number: str | None
    at_marks: Mapping[int, Place]


def writing_of(
    reading: Reading,
    paragraph: Paragraph,
    segments: Iterable[Segment],
    marked: Container[int],
) -> Writing:
    """The directions in a paragraph; there are marks where a segment ends at a `marked` offset."""
    of_text = reading_direction(reading)
    start, end = paragraph.span
    words = reading.source.text[start:end].replace(LEFT_OUT, " ")
    if runs_one_way(words, of_text):
        return Writing(NO_HTML, None, {})
    runs = paragraph_direction(words, of_text)
    if reading.line_breaks is not LineBreaks.KEEP:
        words = words.replace("\n", " ")
    places = (s.span.end - start for s in segments if s.span.end in marked)
    at_marks = {start + place: at for place, at in directions_at(words, runs, places).items()}
    return Writing(attributes_html({"dir": runs if runs != of_text else None}), runs, at_marks)
