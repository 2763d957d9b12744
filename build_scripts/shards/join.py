"""The second step: join what was found, and say everything that is wrong."""

from typing import NamedTuple

from build_scripts import pipeline
from build_scripts.merge.found_places import FoundPlaces, joined
from build_scripts.model.diagnostic import Diagnostic, has_errors
from build_scripts.model.progress import Progress, unreported
from build_scripts.read.settings.mkdocs_settings import read_settings
from build_scripts.shards.data_files import read_data, unusable, write_data
from build_scripts.shards.found_data import as_data, found_in
from build_scripts.shards.outline import Outline, outline_as_data, outline_in, outline_of
from build_scripts.shards.part import parts
from build_scripts.shards.work import Work


class Joined(NamedTuple):
    """What was found in all texts, and the outline of the site."""

    found: FoundPlaces
    outline: Outline


class Outcome(NamedTuple):
    """What is wrong, and whether the parts may be rendered."""

    diagnostics: tuple[Diagnostic, ...]
    is_done: bool


def join(
    work: Work, count: int, *, is_strict: bool = False, progress: Progress = unreported
) -> Outcome:
    """Join what was found in all parts.

    What is reported, and in which order, is what a build in one go reports. If there is an error,
    no part can be rendered.

    Args:
        work: the build.
        count: of parts.
        is_strict: whether warnings are errors.
        progress: is told of each file and each reading.

    Raises:
        OSError: the data cannot be written.
    """
    work.joined.unlink(missing_ok=True)
    found: list[FoundPlaces] = []
    refused: list[Diagnostic] = []
    for part in parts(count):
        path = work.found(part)
        data, diagnostics = read_data(work.root, path, "found", work.made)
        places = found_in(data) if not diagnostics else None
        if places is not None:
            found.append(places)
        else:
            refused += diagnostics or [unusable(work.root, path, "Its data has the wrong form")]
    if refused:
        return Outcome(tuple(refused), False)
    checked = pipeline.check(work.root, known=joined(found), progress=progress)
    configuration, in_settings = read_settings(work.root, are_needed=True)
    diagnostics = tuple(sorted({*checked.diagnostics, *in_settings}))
    if has_errors(diagnostics, is_strict=is_strict):
        return Outcome(diagnostics, False)
    site = pipeline.site_to_publish(checked, configuration)
    outline = outline_of(site, checked.project.collection, checked.links)
    data = {"found": as_data(checked.merged.found), "outline": outline_as_data(outline)}
    write_data(work.joined, "joined", work.made, data)
    return Outcome(diagnostics, True)


def read_joined(work: Work) -> tuple[Joined | None, tuple[Diagnostic, ...]]:
    """What `join` wrote; None, and why, if it cannot be used."""
    data, diagnostics = read_data(work.root, work.joined, "joined", work.made)
    if diagnostics:
        return None, diagnostics
    if isinstance(data, dict):
        found, outline = found_in(data.get("found")), outline_in(data.get("outline"))
        if found is not None and outline is not None:
            return Joined(found, outline), ()
    return None, (unusable(work.root, work.joined, "Its data has the wrong form"),)
