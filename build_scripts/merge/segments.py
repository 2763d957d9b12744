"""Overlapping spans to flat segments: the text is cut at every end and at every block border."""

from collections import defaultdict
from collections.abc import Iterable

from build_scripts.model.placed import PlacedAnnotation, PlacedStyle, Segment
from build_scripts.model.source_text import Paragraph
from build_scripts.model.span import Span


def cut_into_segments(
    paragraphs: Iterable[Paragraph],
    annotations: Iterable[PlacedAnnotation],
    styles: Iterable[PlacedStyle] = (),
) -> tuple[tuple[Segment, ...], ...]:
    """Cut each paragraph into pieces that are covered alike from end to end.

    Spans may nest, cross, coincide, touch, and run over the borders of paragraphs; pieces are
    flat, so no order among spans is needed. What is `on_blocks` is left to the blocks.

    Args:
        paragraphs: of the text, in order.
        annotations: what covers it.
        styles: its typography.

    Returns:
        For each paragraph, its segments in order; joined, they are the paragraph.
    """
    covers: list[tuple[Span, int, str]] = [
        (placed.span, 0, placed.entry) for placed in annotations if not placed.on_blocks
    ]
    covers.extend((placed.span, 1, placed.style) for placed in styles)
    begins: dict[int, list[tuple[int, str]]] = defaultdict(list)
    ends: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for span, layer, name in covers:
        begins[span.start].append((layer, name))
        ends[span.end].append((layer, name))
    cuts = sorted(begins.keys() | ends.keys())
    active: dict[tuple[int, str], int] = defaultdict(int)
    result: list[tuple[Segment, ...]] = []
    next_cut = 0

    def pass_cuts(limit: int) -> None:
        """Apply all cuts up to and including an offset."""
        nonlocal next_cut
        while next_cut < len(cuts) and cuts[next_cut] <= limit:
            for key in ends.get(cuts[next_cut], ()):
                active[key] -= 1
                if not active[key]:
                    del active[key]
            for key in begins.get(cuts[next_cut], ()):
                active[key] += 1
            next_cut += 1

    for paragraph in paragraphs:
        position, end = paragraph.span
        segments: list[Segment] = []
        while position < end:
            pass_cuts(position)
            stop = min(cuts[next_cut], end) if next_cut < len(cuts) else end
            segments.append(_segment(Span(position, stop), active))
            position = stop
        result.append(tuple(segments))
    return tuple(result)


def _segment(span: Span, active: dict[tuple[int, str], int]) -> Segment:
    if not active:
        return Segment(span)
    names = sorted(active)
    return Segment(
        span,
        tuple(name for layer, name in names if layer == 0),
        tuple(name for layer, name in names if layer == 1),
    )
