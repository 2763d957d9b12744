"""Where each mark of a page stands: at its piece of the text itself, or after its last piece."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from build_scripts.model.annotation import Correction, Term
from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.span import Span
from build_scripts.render.passages import is_whole_reading
from build_scripts.render.reading.marks import Mark
from build_scripts.render.reading.replacements import staying_corrections


class PageMarks(NamedTuple):
    """The marks of a page by their places.

    Attributes:
        total: how many there are.
        links: terms that cover exactly one piece of the text, which itself is their mark.
        behind: by an offset of the text, the marks that stand after what ends there.
        on_top: the marks of what is said about the whole reading.
        on_blocks: the paragraphs that are annotated as such, with the ids of the entries.
        staying: the entries of corrections that never replace the words that they correct.
    """

    total: int
    links: Mapping[Span, Mark]
    behind: Mapping[int, list[Mark]]
    on_top: list[Mark]
    on_blocks: list[tuple[Span, str]]
    staying: frozenset[str]

    def block_entries(self, span: Span) -> tuple[str, ...]:
        """The entries that a whole paragraph carries, for its `data-annotation`."""
        return tuple(sorted({entry for covering, entry in self.on_blocks if covering.covers(span)}))


def place_marks(annotated: AnnotatedReading, marks: tuple[Mark, ...], shown: Span) -> PageMarks:
    """Find the place of each mark.

    Args:
        annotated: the reading.
        marks: of one of its pages.
        shown: the text of the page.
    """
    segments = [piece for pieces in annotated.segments for piece in pieces]
    starts = [piece.span.start for piece in segments]
    links: dict[Span, Mark] = {}
    behind: dict[int, list[Mark]] = {}
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
        behind.setdefault(min(span.end, shown.end), []).append(mark)
    for together in behind.values():
        # Corrections come first, next to the words that they may replace.
        together.sort(key=lambda mark: not isinstance(mark.placed.annotation, Correction))
    staying = staying_corrections(annotated)
    return PageMarks(len(marks), links, behind, on_top, on_blocks, staying)
