"""Measure the stages of a build in this process: ``python -m benchmarks.stages ROOT``.

It runs the generator's own `pipeline.build`, and takes the time at the seams between modules.
"""

import json
import resource
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from time import process_time

from benchmarks.clock import Seam, StageClock
from benchmarks.processes import mebibytes
from build_scripts import pipeline
from build_scripts.merge import annotated_reading, merge_reading
from build_scripts.merge import merge_collection as collect
from build_scripts.merge.anchors import resolver
from build_scripts.merge.glossary import glossaries
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.read import read_file
from build_scripts.render import site_files
from build_scripts.render.lists import glossary_entries, glossary_pages
from build_scripts.render.reading import page_marks
from build_scripts.report.plain_text import as_text

READ, YAML = "read: other", "read: YAML"
BODIES = "bodies"
ANCHORS, GLOSSARY, MATCH = "anchors", "glossary: index", "glossary: match"
SEGMENTS, MERGE = "segments", "merge: other"
READING_PAGES, GLOSSARY_PAGES, RENDER = "reading pages", "glossary pages", "other pages"
DEFINITIONS = "definitions with links"
WRITE = "write"
BETWEEN = "between the stages"

MERGE_STAGES = (
    *(READ, YAML, ANCHORS, GLOSSARY, MATCH, SEGMENTS, MERGE),
    *(READING_PAGES, GLOSSARY_PAGES, DEFINITIONS, RENDER, WRITE, BETWEEN),
)
"""The stages that count as the merge: all but the bodies."""

OUTER_SEAMS: tuple[Seam, ...] = (
    (pipeline, "read_project", READ),
    (pipeline, "render_bodies", BODIES),
    (pipeline, "merge", MERGE),
    (pipeline, "_plan_again", RENDER),
    (pipeline, "write_site", WRITE),
)
INNER_SEAMS: tuple[Seam, ...] = (
    (read_file, "read_yaml", YAML),
    (resolver, "quotable_reading", ANCHORS),
    (resolver, "resolve_selector", ANCHORS),
    (glossaries, "build_glossary_index", GLOSSARY),
    (collect, "form_conflicts", GLOSSARY),
    (merge_reading, "find_occurrences", MATCH),
    (annotated_reading, "link_occurrences", MATCH),
    (page_marks, "segments_of", SEGMENTS),
    (glossary_pages, "_page", GLOSSARY_PAGES),
    (glossary_entries, "render_markdown", DEFINITIONS),
)
GENERATOR_SEAMS: tuple[Seam, ...] = (
    (pipeline, "_rendered", RENDER),
    (site_files, "render_reading", READING_PAGES),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A cold build in a fresh process, and a second build of the same.

    Attributes:
        seconds: CPU time by stage, of the cold build.
        seconds_again: CPU time by stage, of the second build.
        import_seconds: CPU time before the first stage, for the interpreter and all modules.
        files: the number of files written.
        peak: the greatest memory use in MiB, until the end of the cold build.
    """

    seconds: dict[str, float]
    seconds_again: dict[str, float]
    import_seconds: float
    files: int
    peak: float


def measure(root: Path) -> Measured:
    """Build a project twice; its pages are not written yet.

    Raises:
        ValueError: the project has faults, so no files were written.
    """
    import_seconds = process_time()
    first, files = _build(root)
    peak = mebibytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    second, _ = _build(root)
    return Measured(_seconds(first), _seconds(second), import_seconds, files, peak)


def _build(root: Path) -> tuple[StageClock, int]:
    """The clock of one build, and the number of files that it wrote."""
    clock = StageClock()
    with clock.seams(OUTER_SEAMS + INNER_SEAMS, GENERATOR_SEAMS), clock.stage(BETWEEN):
        built = pipeline.build(root, SiteConfiguration())
    if built.report is None:
        raise ValueError(as_text(built.diagnostics))
    return clock, len(built.report.written)


def _seconds(clock: StageClock) -> dict[str, float]:
    return {stage: clock.seconds.get(stage, 0.0) for stage in (*MERGE_STAGES, BODIES)}


if __name__ == "__main__":
    print(json.dumps(asdict(measure(Path(sys.argv[1])))))
