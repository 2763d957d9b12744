"""Which corrections can take the place of the words that they correct.

Where the text is shown as corrected, the probable reading stands once, behind the last of the words
it replaces, which are hidden. That cannot be done where two corrections overlap, of which neither
holds for the words of both, and where one runs over the border of a paragraph. These stay as
printed, with their marks.
"""

from bisect import bisect_right

from build_scripts.model.annotation import Correction
from build_scripts.model.placed import AnnotatedReading, PlacedAnnotation


def replacing_corrections(annotated: AnnotatedReading) -> frozenset[str]:
    """The entries of the corrections that can take the place of what is printed."""
    corrections = [a for a in annotated.annotations if isinstance(a.annotation, Correction)]
    crossing: set[str] = set()
    furthest: PlacedAnnotation | None = None
    for placed in corrections:  # sorted by their starts
        if furthest is not None and furthest.span.overlaps(placed.span):
            crossing |= {furthest.entry, placed.entry}
        if furthest is None or placed.span.end > furthest.span.end:
            furthest = placed
    starts = [paragraph.span.start for paragraph in annotated.reading.source.paragraphs]
    return frozenset(
        placed.entry
        for placed in corrections
        if placed.entry not in crossing
        and bisect_right(starts, placed.span.start) == bisect_right(starts, placed.span.end - 1)
        and not placed.on_blocks
    )
