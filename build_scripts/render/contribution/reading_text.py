"""Write the source text of a reading as data, so that the form can find the selected words."""

from build_scripts.model.annotation import Correction, CrossReference, Note
from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.site_plan import PlannedFile
from build_scripts.render.contribution.known import known_file_name
from build_scripts.render.script_data import script_with


def reading_text(annotated: AnnotatedReading, language: str) -> PlannedFile:
    """The text of a reading, the offsets of its paragraphs, and the ids of its annotations.

    Offsets count UTF-16 code units, as JavaScript does. `language` is that of the interface.
    """
    reading = annotated.reading
    source = reading.source
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
        "ids": {
            key: sorted({a.id for a in own if isinstance(a, kind)}) for kind, key in kinds.items()
        },
        "known": known_file_name(language),
    }
    return PlannedFile(
        f"readings/{reading.id}/text.js",
        script_with("readings.sources[document.currentScript.src]", data),
    )


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
