"""Sections of a reading: a question with its answer, or what stands under a heading."""

from itertools import pairwise

from build_scripts.model.reading import Reading, Role


def section_starts(reading: Reading) -> tuple[int, ...]:
    """Where the sections of a reading begin.

    A section begins with the text, with each question that does not continue another question,
    with each heading of the source or of the editor, and with each part.

    Returns:
        Sorted paragraph numbers; the first is 1. None where the text could not be read.
    """
    if not reading.source.paragraphs:
        return ()
    starts = {1}
    starts.update(part.first for part in reading.parts)
    starts.update(heading.before for heading in reading.headings)
    roles = [style.role for style in reading.styles]
    starts.update(number for number, role in enumerate(roles, start=1) if role is Role.HEADING)
    starts.update(
        number
        for number, (before, role) in enumerate(pairwise(roles), start=2)
        if role is Role.QUESTION and before is not Role.QUESTION
    )
    return tuple(sorted(starts))
