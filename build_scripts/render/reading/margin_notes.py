"""Notes beside the text: on which side, and the switch for them."""

from collections.abc import Iterable

from build_scripts.model.annotation import Note
from build_scripts.model.reading import Reading
from build_scripts.render.language.languages import direction
from build_scripts.render.language.messages import Words
from build_scripts.render.markdown_safe_html import Html, element
from build_scripts.render.reading.marks import Mark


def notes_side(reading: Reading, marks: Iterable[Mark]) -> str:
    """The side where the lines of a text end, as `left` or `right`; empty without notes.

    Args:
        reading: whose page it is.
        marks: of the page.
    """
    if not any(isinstance(mark.placed.annotation, Note) for mark in marks):
        return ""
    return "left" if direction(reading.metadata.language) == "rtl" else "right"


def margin_notes_switch(words: Words) -> Html:
    """The switch, shown where a window has room for notes beside the text and scripts run."""
    box = Html('<input type="checkbox" id="margin-notes" checked>')
    return element(
        "label",
        {"class": "margin-notes"},
        box,
        words.html("margin-notes"),
    )
