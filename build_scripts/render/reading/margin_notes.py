"""Notes in the margin: how each of them is shown there, and the switch for them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from build_scripts.model.reading import LineBreaks, Reading
from build_scripts.model.source_text import Paragraph
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import reading_direction
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.passages import is_whole_reading, numbered_paragraphs
from build_scripts.render.reading.margin_room import (
    BELOW,
    WHOLE,
    Beside,
    TextHeights,
    lines_beside,
    lines_of_note,
)
from build_scripts.render.reading.marks import Mark


class Margin(NamedTuple):
    """How the notes of a page are shown where the window has a margin.

    Attributes:
        side: where the lines of the text end, `left` or `right`; empty where no note is beside it.
        lines: the number of lines of each note beside the text, by entry: `WHOLE` or fewer, or
            `BELOW`.
        left_below: for each paragraph with notes that are only below the text, those notes; by the
            entry that is the first of them in the apparatus.
    """

    side: str
    lines: Mapping[str, int]
    left_below: Mapping[str, Sequence[Mark]]


def margin_of(
    reading: Reading, paragraphs: Sequence[Paragraph], notes: Iterable[tuple[Mark, Html]]
) -> Margin:
    """The margin beside some paragraphs of a reading.

    Args:
        reading: the reading.
        paragraphs: those on the page.
        notes: each with its first mark and the content of its entry, in the order of the apparatus.
    """
    keeps = reading.line_breaks is LineBreaks.KEEP
    heights = TextHeights(reading.source.text, paragraphs, keeps=keeps)
    wanted = sorted(
        ((_beside(reading, heights, mark, content), mark) for mark, content in notes),
        key=lambda note: (note[0].paragraph, note[0].wanted),
    )
    lines = lines_beside([beside for beside, _ in wanted], heights.end)
    if not any(lines):
        return Margin("", {}, {})
    below: dict[int, list[Mark]] = {}
    for (beside, mark), number in zip(wanted, lines, strict=True):
        if number == BELOW:
            below.setdefault(beside.paragraph, []).append(mark)
    return Margin(
        "left" if reading_direction(reading) == "rtl" else "right",
        {mark.placed.entry: number for (_, mark), number in zip(wanted, lines, strict=True)},
        {min(marks, key=_number).placed.entry: marks for marks in below.values()},
    )


def _beside(reading: Reading, heights: TextHeights, mark: Mark, content: Html) -> Beside:
    """Where a note would stand: at its mark, or at the top of the paragraph that it is about."""
    _, span, _, on_blocks, *_ = mark.placed
    lines = lines_of_note(content)
    if on_blocks and is_whole_reading(reading, span):
        return Beside(0, 0, lines)
    paragraph, top = heights.place(span.end, at_top=on_blocks)
    return Beside(top, paragraph, lines)


def shown_beside(number: int) -> str:
    """What the start tag of an entry says of its lines beside the text; nothing of whole notes."""
    if number == WHOLE:
        return ""
    return ' data-beside="below"' if number == BELOW else f' data-beside="{number}"'


def _number(mark: Mark) -> int:
    return int(mark.label)


def left_below_html(marks: Sequence[Mark], words: Words) -> Html:
    """The line in the margin that says which notes of a paragraph are below the text.

    `data-at` is the id of the mark at which it stands.
    """
    numbers = sorted(map(_number, marks))
    named = numbered_paragraphs(words, numbers[0], numbers[-1], "note-mark", "note-marks")
    first = min(marks, key=_number)
    link = element("a", {"href": f"#{first.placed.entry}"}, text(named))
    return element(
        "p",
        {"class": "left-below", "data-at": marks[0].id},
        words.html("notes-below", notes=link),
    )


def margin_notes_switch(words: Words) -> Html:
    """The switch, shown where scripts run and the window has room for notes beside the text."""
    box = Html('<input type="checkbox" name="margin-notes" checked>')
    return element(
        "label",
        {"class": "margin-notes"},
        box,
        words.html("margin-notes"),
    )


def no_margin(words: Words) -> Html:
    """What stands in place of the switch where the text has too many notes."""
    return element("p", {"class": "margin-notes"}, words.html("too-many-for-margin"))
