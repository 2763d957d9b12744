"""Find the corrections that cannot replace the words that they correct.

Where the text is shown as corrected, the words are hidden, and the probable reading stands once,
after the last of them. That cannot be done where two corrections overlap, since neither is right
for the words of both, or where a correction runs over the end of a paragraph. There the words stay
as printed, with their marks. Nor can it be done where the words are not published.
"""

from bisect import bisect_right

from build_scripts.model.annotation import Correction
from build_scripts.model.placed import AnnotatedReading, PlacedAnnotation


def staying_corrections(annotated: AnnotatedReading) -> frozenset[str]:
    """The entries of the corrections whose words stay as printed."""
    starts = [paragraph.span.start for paragraph in annotated.reading.source.paragraphs]
    staying: set[str] = set()
    furthest: PlacedAnnotation | None = None
    for placed in annotated.annotations:  # sorted by their starts
        if not isinstance(placed.annotation, Correction):
            continue
        span = placed.span
        if not annotated.reading.source.shows(span):
            staying.add(placed.entry)
        if bisect_right(starts, span.start) != bisect_right(starts, span.end - 1):
            staying.add(placed.entry)
        if furthest is not None and furthest.span.overlaps(span):
            staying |= {furthest.entry, placed.entry}
        if furthest is None or span.end > furthest.span.end:
            furthest = placed
    return frozenset(staying)
