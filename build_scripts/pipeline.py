"""The one place that knows the order of the stages."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from build_scripts.disk.schema_folder import renew_where_wanted, write_schemas
from build_scripts.disk.write_site import WriteReport, write_site
from build_scripts.export.editor_schemas import present_ids_file, structure_files
from build_scripts.merge.merge_collection import Merged, merge
from build_scripts.model.annotation import Body
from build_scripts.model.diagnostic import Diagnostic, has_errors
from build_scripts.model.present_ids import PresentIds, present_ids
from build_scripts.model.progress import Progress, unreported
from build_scripts.model.reading import Reading
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import PageFiller, PageInformation, SitePlan, leave_as_it_is
from build_scripts.read.project import read_project
from build_scripts.read.schema.json_schemas import structure_schemas
from build_scripts.render.bodies.body_pieces import Pieces
from build_scripts.render.bodies.collection_bodies import render_bodies
from build_scripts.render.site import site_of
from build_scripts.render.site_files import plan_site


@contextmanager
def _paused_collector() -> Iterator[None]:
    """Pause Python's cyclic garbage collector.

    A build makes several hundred thousand values, which live until its end and hold no cycles. The
    collector would take a quarter of the time to go through them repeatedly and find nothing.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class Checked(NamedTuple):
    """A project that was read and merged, and everything that is wrong with it."""

    merged: Merged
    bodies: dict[Body, Pieces]
    diagnostics: tuple[Diagnostic, ...]
    present_ids: PresentIds

    def readings_with_text(self) -> tuple[Reading, ...]:
        """The readings whose source could be read; diagnostics say what is wrong with others."""
        readings = (annotated.reading for annotated in self.merged.collection.readings)
        return tuple(reading for reading in readings if reading.source.paragraphs)


class Built(NamedTuple):
    """What a build did.

    Attributes:
        diagnostics: everything that is wrong, sorted.
        pages: what a publisher needs to know about each page; None if nothing was written.
        report: what changed on disk; None if nothing was written.
        fill: completes pages that are written by hand.
        imprint: markup for the footer of every page; may be empty.
    """

    diagnostics: tuple[Diagnostic, ...]
    pages: dict[str, PageInformation] | None
    report: WriteReport | None
    fill: PageFiller = leave_as_it_is
    imprint: str = ""


@_paused_collector()
def check(
    root: Path,
    with_drafts: bool = False,
    proposed: Mapping[str, bytes] | None = None,
    progress: Progress = unreported,
) -> Checked:
    """Read and merge a project, and find everything that is wrong with it.

    Args:
        root: the project's folder.
        with_drafts: whether drafts are shown; they are checked in any case.
        proposed: contents of files, by path, that are read in place of those on disk.
        progress: is told of each file and each reading.
    """
    project, found_in_files = read_project(root, proposed, progress)
    bodies, links, found_in_bodies = render_bodies(project.collection)
    is_complete = not has_errors(found_in_files)
    merged = merge(
        project.collection, project.unreadable, with_drafts, links, is_complete, progress
    )
    diagnostics = {*found_in_files, *found_in_bodies, *merged.diagnostics}
    ids = present_ids(project.collection, project.unreadable)
    return Checked(merged, bodies, tuple(sorted(diagnostics)), ids)


def offer_ids(root: Path, checked: Checked) -> None:
    """Update the ids that editors offer, if the project has schemas and can be written to."""
    renew_where_wanted(root, present_ids_file(checked.present_ids))


def write_editor_schemas(root: Path) -> tuple[str, ...]:
    """Write the JSON Schemas of a project: those of its structure, and the one of its ids.

    Returns:
        The names of the files that changed.

    Raises:
        OSError: they cannot be written.
    """
    ids = present_ids_file(check(root).present_ids)
    return write_schemas(root, (*structure_files(structure_schemas()), ids))


def plan(
    checked: Checked, configuration: SiteConfiguration, progress: Progress = unreported
) -> SitePlan:
    """The files of a project without errors."""
    merged = checked.merged
    site = site_of(merged.collection, checked.bodies, merged.find_terms, configuration)
    return plan_site(site, progress)


@_paused_collector()
def build(
    root: Path,
    configuration: SiteConfiguration,
    with_drafts: bool = False,
    *,
    is_strict: bool = False,
    progress: Progress = unreported,
) -> Built:
    """Build a project's pages; if there is an error, the previous output stays.

    Args:
        root: the project's folder.
        configuration: how the site is published.
        with_drafts: whether drafts are shown.
        is_strict: whether the previous output stays if there is a warning, too.
        progress: is told of each file and each reading.
    """
    checked = check(root, with_drafts, progress=progress)
    offer_ids(root, checked)
    if has_errors(checked.diagnostics, is_strict=is_strict):
        return Built(checked.diagnostics, None, None)
    site_plan = plan(checked, configuration, progress)
    report, found = write_site(site_plan, root / configuration.docs_dir)
    diagnostics = tuple(sorted({*checked.diagnostics, *found}))
    if has_errors(found):
        return Built(diagnostics, None, None)
    return Built(diagnostics, site_plan.pages, report, site_plan.fill, site_plan.imprint)
