"""Alignments that do not fit the two texts."""

from collections.abc import Iterator, Mapping

from build_scripts.model.alignment import Aligned
from build_scripts.model.codes import Code
from build_scripts.model.collection import Collection
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin
from build_scripts.model.reading import Reading
from build_scripts.text.wording import existing_paragraphs


def alignment_faults(collection: Collection) -> Iterator[Diagnostic]:
    """A diagnostic for each alignment with nothing to align, or with paragraphs that do not fit."""
    readings = {reading.id: reading for reading in collection.readings}
    for reading in collection.readings:
        if not reading.alignment or {"translation_of", "version_of"} & reading.origin.faulty:
            continue
        if not reading.original:
            yield reading.origin.at("alignment").diagnostic(
                Code.PARAGRAPH_RANGE,
                "This reading is no translation or version of another, so its paragraphs stand "
                "beside no others",
                "Write `translation_of:` with the id of the other reading, or delete `alignment`.",
            )
        else:
            yield from _of_texts(reading, readings)


def _of_texts(reading: Reading, readings: Mapping[str, Reading]) -> Iterator[Diagnostic]:
    """The faults of the items, each against its text; an unknown original is reported elsewhere."""
    yield from _faults(reading, [(one.first, one.last, one) for one in reading.alignment], "")
    original = readings.get(reading.original)
    if original is not None and original is not reading:
        ranges = [(one.original_first, one.original_last, one) for one in reading.alignment]
        yield from _faults(original, ranges, f" of the reading `{original.id}`")


def _faults(
    text: Reading, ranges: list[tuple[int, int, Aligned]], whose: str
) -> Iterator[Diagnostic]:
    total, before, named = len(text.source.paragraphs), 0, set[int]()
    for first, last, aligned in ranges:
        place = _place(aligned, is_original=bool(whose))
        if total and last > total:
            yield place.diagnostic(
                Code.PARAGRAPH_RANGE,
                f"There is no paragraph {last}{whose}",
                existing_paragraphs(text.source),
            )
        elif first <= before:
            is_twice = first in named
            fault = "is named twice" if is_twice else f"comes after paragraph {before} here"
            yield place.diagnostic(
                Code.PARAGRAPH_RANGE,
                f"Paragraph {first}{whose} {fault}",
                "List the paragraphs of both texts in their order, each once.",
            )
        before = max(before, last)
        named.update(range(first, min(last, total) + 1))


def _place(aligned: Aligned, *, is_original: bool) -> Origin:
    return aligned.origin.at("original" if is_original else "paragraphs")
