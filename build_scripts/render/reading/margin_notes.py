"""Notes in the margin: the side where they stand, and the switch that shows them."""

from collections.abc import Iterable

from build_scripts.model.annotation import Note
from build_scripts.model.reading import Reading
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import reading_direction
from build_scripts.render.markdown_safe_html import Html, element
from build_scripts.render.reading.marks import Mark


def notes_side(reading: Reading, marks: Iterable[Mark]) -> str:
    """The side where the lines of the text end: `left` or `right`; empty without notes."""
    if not any(isinstance(mark.placed.annotation, Note) for mark in marks):
        return ""
    return "left" if reading_direction(reading) == "rtl" else "right"


def margin_notes_switch(words: Words) -> Html:
    """The switch, shown where scripts run and the window has room for notes beside the text."""
    box = Html('<input type="checkbox" id="margin-notes" checked>')
    return element(
        "label",
        {"class": "margin-notes"},
        box,
        words.html("margin-notes"),
    )
