"""Which texts stand side by side, and which of their paragraphs."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from build_scripts.model.reading import Publish, Reading


class Row(NamedTuple):
    """The numbers of the paragraphs that stand side by side; one of the two may be empty."""

    original: range
    own: range


def original_of(reading: Reading, readings: Mapping[str, Reading]) -> Reading | None:
    """The reading beside which another one stands, paragraph by paragraph; None if there is none.

    A text of which nothing is published stands beside no other.
    """
    original = readings.get(reading.original)
    if original is None or not reading.alignment:
        return None
    return None if Publish.NOTES in (reading.publish, original.publish) else original


def rows_of(reading: Reading, original: Reading) -> Iterator[Row]:
    """The rows in which two texts stand side by side.

    Each paragraph of either text is in one row, in order. Paragraphs of which the alignment says
    nothing stand alone, those of the original first.
    """
    own, at_original = 1, 1
    for aligned in reading.alignment:
        yield from _alone(at_original, aligned.original_first, own, aligned.first)
        originals = range(aligned.original_first, aligned.original_last + 1)
        numbers = range(aligned.first, aligned.last + 1)
        if aligned.is_one_by_one:
            for number, of_original in zip(numbers, originals, strict=True):
                yield Row(range(of_original, of_original + 1), range(number, number + 1))
        else:
            yield Row(originals, numbers)
        own, at_original = aligned.last + 1, aligned.original_last + 1
    counts = (len(one.source.paragraphs) + 1 for one in (original, reading))
    yield from _alone(at_original, next(counts), own, next(counts))


def _alone(first_original: int, end_original: int, first: int, end: int) -> Iterator[Row]:
    for number in range(first_original, end_original):
        yield Row(range(number, number + 1), range(0))
    for number in range(first, end):
        yield Row(range(0), range(number, number + 1))
