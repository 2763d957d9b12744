"""Find the place of each mark of a page: at a piece of the text, or after one."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from build_scripts.model.annotation import Correction, Term
from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.span import Span
from build_scripts.render.passages import is_whole_reading
from build_scripts.render.reading.line_rows import LineRows, line_rows
from build_scripts.render.reading.marks import Mark
from build_scripts.render.reading.replacements import staying_corrections
from build_scripts.render.reading.segments import segments_of
from build_scripts.render.uses.entry_names import level_class


class PageMarks(NamedTuple):
    """The marks of a page by their places.

    Attributes:
        total: the number of marks.
        links: the marks of terms that cover exactly one piece of the text: the piece is the link.
        after: the marks that stand after a piece of the text, by the offset where the piece ends.
        on_top: the marks of annotations on the whole reading.
        on_blocks: the spans of annotated whole paragraphs, with the ids of the entries.
        staying: the entries of corrections that never replace the printed words.
        rows: where the lines below overlapping annotations are drawn.
        levels: the classes of entries of terms that have a level.
    """

    total: int
    links: Mapping[Span, Mark]
    after: Mapping[int, list[Mark]]
    on_top: list[Mark]
    on_blocks: list[tuple[Span, str]]
    staying: frozenset[str]
    rows: LineRows
    levels: Mapping[str, str]

    def block_entries(self, span: Span) -> tuple[str, ...]:
        """The entries on a whole paragraph, for its `data-annotation`."""
        return tuple(sorted({entry for covering, entry in self.on_blocks if covering.covers(span)}))


def place_marks(annotated: AnnotatedReading, marks: tuple[Mark, ...], shown: Span) -> PageMarks:
    """Find the places of the marks of a page; `shown` is the text on that page."""
    segments = [piece for pieces in segments_of(annotated) for piece in pieces]
    starts = [piece.span.start for piece in segments]
    links: dict[Span, Mark] = {}
    after: dict[int, list[Mark]] = {}
    on_top: list[Mark] = []
    on_blocks: list[tuple[Span, str]] = []
    for mark in marks:
        span = mark.placed.span
        if mark.placed.on_blocks:
            if is_whole_reading(annotated.reading, span):
                on_top.append(mark)
                continue
            on_blocks.append((span, mark.placed.entry))
        elif isinstance(mark.placed.annotation, Term) and span not in links:
            index = bisect_left(starts, span.start)
            if index < len(segments) and segments[index].span == span:
                links[span] = mark
                continue
        after.setdefault(min(span.end, shown.end), []).append(mark)
    for together in after.values():
        # Corrections come first, next to the words that they may replace.
        together.sort(key=lambda mark: not isinstance(mark.placed.annotation, Correction))
    staying = staying_corrections(annotated)
    rows = line_rows((mark.placed for mark in marks), starts)
    levels = {mark.placed.entry: level for mark in marks if (level := level_class(mark.placed))}
    return PageMarks(len(marks), links, after, on_top, on_blocks, staying, rows, levels)
