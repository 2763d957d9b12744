"""Write the source text of a reading as data, so that the form can find the selected words."""

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate

from build_scripts.model.annotation import Correction, CrossReference, Note
from build_scripts.model.line_end import LineEnd
from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.reading import Publish, Reading
from build_scripts.model.site_plan import PlannedFile
from build_scripts.model.source_text import LEFT_OUT, SourceText
from build_scripts.model.span import Span
from build_scripts.render.contribution.known import known_file_name
from build_scripts.render.script_data import script_with
from build_scripts.text.learners_marks import learners_marks


def reading_text(annotated: AnnotatedReading, language: str) -> PlannedFile:
    """The text of a reading, the offsets of its paragraphs, and the ids of its annotations.

    Offsets count UTF-16 code units, as JavaScript does. `language` is that of the interface.
    """
    reading = annotated.reading
    source = with_short_gaps(reading.source)
    starts: list[int] = []
    units = position = 0
    for paragraph in source.paragraphs:
        units += _units(source.text[position : paragraph.span.start])
        position = paragraph.span.start
        starts.append(units)
    kinds = {Note: "notes", CrossReference: "cross_references", Correction: "corrections"}
    own = [placed.annotation for placed in annotated.annotations if not placed.at_far_end]
    data = {
        "id": reading.id,
        "text": source.text,
        "paragraphs": starts,
        **comparison(source, reading.metadata.language),
        "ids": {
            **{
                key: sorted({a.id for a in own if isinstance(a, kind)})
                for kind, key in kinds.items()
            },
            "questions": sorted(placed.question.id for placed in annotated.questions),
        },
        "known": known_file_name(language),
    }
    if reading.publish is not Publish.FULL:
        data["partly"] = {"namesParagraphs": reading.sha256_recorded}
    script = script_with("readings.sources[document.currentScript.src]", data)
    return PlannedFile(path_of_text(reading), script)


def with_short_gaps(source: SourceText) -> SourceText:
    """A text in which each gap is one `LEFT_OUT`, as it is one element on the page."""
    if LEFT_OUT not in source.text:
        return source
    gaps = [match.span() for match in re.finditer(f"{LEFT_OUT}+", source.text)]
    ends = [end for _, end in gaps]
    removed = [0, *accumulate(end - start - 1 for start, end in gaps)]

    def moved(offset: int) -> int:
        """Where an offset lies that is in no gap."""
        return offset - removed[bisect_right(ends, offset)]

    paragraphs = (
        replace(paragraph, span=Span(*map(moved, paragraph.span)))
        for paragraph in source.paragraphs
    )
    line_ends = (
        LineEnd(moved(end.hyphen), moved(end.start), moved(end.end), end.choice)
        for end in source.line_ends
    )
    text = re.sub(f"{LEFT_OUT}+", LEFT_OUT, source.text)
    return replace(source, text=text, paragraphs=tuple(paragraphs), line_ends=tuple(line_ends))


def path_of_text(reading: Reading) -> str:
    """The script with the text of a reading."""
    return f"readings/{reading.id}/text.js"


def comparison(source: SourceText, language: str) -> dict[str, object]:
    """What decides which words of a text are equal, besides the text itself.

    Each line end inside a word is its three offsets, and what its hyphen is.
    """
    line_ends = []
    units = position = 0
    for line_end in source.line_ends:
        units += _units(source.text[position : line_end.hyphen])
        position = line_end.hyphen
        offsets = (units + place - position for place in line_end[:3])
        line_ends.append([*offsets, line_end.choice or ""])
    return {"lineEnds": line_ends, "learnersMarks": learners_marks(language)}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
