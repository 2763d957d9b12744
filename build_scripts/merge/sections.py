"""Find the sections of a reading: a question with its answer, or the text under a heading."""

from itertools import pairwise

from build_scripts.model.reading import Reading, Role


def section_starts(reading: Reading) -> tuple[int, ...]:
    """The numbers of the paragraphs that begin a section, sorted.

    A section begins at paragraph 1, at each question that does not continue another question, at
    each heading of the source or of the editor, and at each part. There are no sections if the text
    could not be read.
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
