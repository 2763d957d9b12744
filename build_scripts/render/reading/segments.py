"""Cut a text with overlapping annotations into flat segments."""

from collections.abc import Iterable
from functools import lru_cache

from build_scripts.model.placed import AnnotatedReading, PlacedAnnotation, PlacedStyle, Segment
from build_scripts.model.source_text import Paragraph
from build_scripts.model.span import Span


@lru_cache(maxsize=1)
def segments_of(annotated: AnnotatedReading) -> tuple[tuple[Segment, ...], ...]:
    """The segments of each paragraph of a reading, in order.

    They are a third of what is known of a reading, and only its own pages need them, which are
    written one after the other.
    """
    paragraphs = annotated.reading.source.paragraphs
    return cut_into_segments(paragraphs, annotated.annotations, annotated.styles)


def cut_into_segments(
    paragraphs: Iterable[Paragraph],
    annotations: Iterable[PlacedAnnotation],
    styles: Iterable[PlacedStyle] = (),
) -> tuple[tuple[Segment, ...], ...]:
    """Cut each paragraph wherever an annotation, a style or the paragraph itself starts or ends.

    Spans may nest, cross, coincide, touch, and run over the borders of paragraphs; segments are
    flat, so no order among spans is needed. Annotations that are `on_blocks` do not cut the text.

    Returns:
        For each paragraph, its segments in order; joined, they are the paragraph.
    """
    entries = _Layer((placed.span, placed.entry) for placed in annotations if not placed.on_blocks)
    typography = _Layer((placed.span, placed.style) for placed in styles)
    cuts = sorted(entries.ends() | typography.ends())
    next_cut = 0
    result: list[tuple[Segment, ...]] = []
    for paragraph in paragraphs:
        position, end = paragraph.span
        segments: list[Segment] = []
        while position < end:
            while next_cut < len(cuts) and cuts[next_cut] <= position:
                entries.pass_offset(cuts[next_cut])
                typography.pass_offset(cuts[next_cut])
                next_cut += 1
            stop = min(cuts[next_cut], end) if next_cut < len(cuts) else end
            segments.append(Segment(Span(position, stop), entries.names, typography.names))
            position = stop
        result.append(tuple(segments))
    return tuple(result)


class _Layer:
    """Names with their spans, passed once from the beginning of the text to its end.

    Attributes:
        names: the names whose spans cover the text after the last offset, sorted, each once.
    """

    def __init__(self, covers: Iterable[tuple[Span, str]]) -> None:
        self.names: tuple[str, ...] = ()
        self._begins: dict[int, list[str]] = {}
        self._ends: dict[int, list[str]] = {}
        self._open: list[str] = []
        for span, name in covers:
            self._begins.setdefault(span.start, []).append(name)
            self._ends.setdefault(span.end, []).append(name)

    def ends(self) -> set[int]:
        """Both ends of all spans."""
        return self._begins.keys() | self._ends.keys()

    def pass_offset(self, offset: int) -> None:
        """Close the spans that end at an offset, and open those that begin there."""
        closing, opening = self._ends.get(offset), self._begins.get(offset)
        if closing is not None:
            for name in closing:
                self._open.remove(name)
        if opening is not None:
            self._open += opening
        elif closing is None:
            return
        # Nearly always one name or none.
        self.names = tuple(sorted(set(self._open)) if len(self._open) > 1 else self._open)
