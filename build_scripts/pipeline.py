"""The one place that knows the order of the stages."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from build_scripts.disk.schema_folder import renew_where_wanted, write_schemas
from build_scripts.disk.write_site import WriteReport, write_site
from build_scripts.export.editor_schemas import present_ids_file, structure_files
from build_scripts.merge.glossary.match import find_in_plain_text
from build_scripts.merge.merge_collection import Merged, merge
from build_scripts.model.annotation import Body
from build_scripts.model.body_link import BodyLink
from build_scripts.model.collection import Collection
from build_scripts.model.diagnostic import Diagnostic, has_errors, is_failure
from build_scripts.model.present_ids import PresentIds, present_ids
from build_scripts.model.reading import Reading
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import (
    PageFiller,
    PageInformation,
    PlannedFile,
    SitePlan,
    leave_as_it_is,
)
from build_scripts.model.span import Span
from build_scripts.pages.joined_assets import assets
from build_scripts.read.project import read_project
from build_scripts.read.schema.json_schemas import structure_schemas
from build_scripts.render.addresses import ASSETS_FOLDER, FOLDERS
from build_scripts.render.all_pages import render_site
from build_scripts.render.bodies.body import render_body
from build_scripts.render.bodies.body_link_names import LinkNames
from build_scripts.render.bodies.body_pieces import Pieces
from build_scripts.render.contribution.known import known_files
from build_scripts.render.hand_written import fill_places
from build_scripts.render.language.messages import words_of
from build_scripts.render.search.search_entries import search_entries
from build_scripts.render.site import site_of


class Checked(NamedTuple):
    """A project that was read and merged, and everything that is wrong with it."""

    merged: Merged
    bodies: dict[Body, Pieces]
    diagnostics: tuple[Diagnostic, ...]
    present_ids: PresentIds

    def readings_with_text(self) -> tuple[Reading, ...]:
        """The readings whose source could be read; why the others could not, is a finding."""
        readings = (annotated.reading for annotated in self.merged.collection.readings)
        return tuple(reading for reading in readings if reading.source.paragraphs)


class Built(NamedTuple):
    """What a build did.

    Attributes:
        diagnostics: everything that is wrong, sorted.
        pages: what a publisher needs to know of each page; None where nothing was written.
        report: what changed on disk; None likewise.
        fill: completes pages that are written by hand.
    """

    diagnostics: tuple[Diagnostic, ...]
    pages: dict[str, PageInformation] | None
    report: WriteReport | None
    fill: PageFiller = leave_as_it_is


def bodies_of(collection: Collection) -> Iterator[tuple[Body, str]]:
    """All texts of annotations that are written in Markdown, each with the id of its reading."""
    for reading in collection.readings:
        bodies = (
            *(note.body for note in reading.notes),
            *(entry.body for entry in reading.cross_references),
            *(entry.body for entry in reading.corrections),
        )
        yield from ((body, reading.id) for body in bodies if body is not None)
    for term in collection.terms:
        yield term.definition, ""
    for event in collection.events:
        if event.body is not None:
            yield event.body, ""


def render_bodies(
    collection: Collection,
) -> tuple[dict[Body, Pieces], tuple[BodyLink, ...], tuple[Diagnostic, ...]]:
    """Render every body, with the links to entries in them, and what is not allowed in them."""
    rendered: dict[Body, Pieces] = {}
    links: list[BodyLink] = []
    diagnostics: list[Diagnostic] = []
    settings = collection.settings
    names = LinkNames(collection, words_of(settings.language, settings.catalogues))
    for body, reading in bodies_of(collection):
        located = render_body(body, reading, names)
        rendered[body] = located.pieces
        links.extend(located.links)
        diagnostics.extend(located.diagnostics)
    return rendered, tuple(links), tuple(diagnostics)


def check(
    root: Path, with_drafts: bool = False, proposed: Mapping[str, bytes] | None = None
) -> Checked:
    """Read and merge a project, and find everything that is wrong with it.

    Args:
        root: the project's folder.
        with_drafts: whether drafts are to be shown; they are checked in any case.
        proposed: contents of files that are read as if they lay there, by their paths.
    """
    with _paused_collector():
        project, found_in_files = read_project(root, proposed)
        bodies, links, found_in_bodies = render_bodies(project.collection)
        is_complete = not has_errors(found_in_files)
        merged = merge(project.collection, project.unreadable, with_drafts, links, is_complete)
    diagnostics = {*found_in_files, *found_in_bodies, *merged.diagnostics}
    ids = present_ids(project.collection, project.unreadable)
    return Checked(merged, bodies, tuple(sorted(diagnostics)), ids)


def offer_ids(root: Path, checked: Checked) -> None:
    """Let editors offer the ids that a project has, where it has schemas and may be written to."""
    renew_where_wanted(root, present_ids_file(checked.present_ids))


def write_editor_schemas(root: Path) -> tuple[str, ...]:
    """Write the JSON Schemas of a project, those of the structure and that of its ids.

    Returns:
        The names of the files that differed.

    Raises:
        OSError: they cannot be written.
    """
    ids = present_ids_file(check(root).present_ids)
    return write_schemas(root, (*structure_files(structure_schemas()), ids))


def plan(checked: Checked, configuration: SiteConfiguration) -> SitePlan:
    """The files of a project without errors."""

    def find_terms(words: str, excluded_term: str) -> tuple[tuple[str, Span], ...]:
        glossary = checked.merged.glossary
        return find_in_plain_text(glossary, words, language, excluded_term)

    collection = checked.merged.collection
    language = collection.settings.language
    site = site_of(collection, checked.bodies, find_terms, configuration)
    planned: list[PlannedFile] = [*assets(ASSETS_FOLDER), *known_files(site)]
    pages: dict[str, PageInformation] = {}
    found_by_search = search_entries(site) if configuration.wants_search_entries else {}
    for page in render_site(site):
        path = page.file.path
        planned += (page.file, *page.files_beside)
        pages[path] = replace(page.information, search_entries=found_by_search.get(path, ()))
    return SitePlan(tuple(sorted(planned)), FOLDERS, pages, partial(fill_places, site))


def build(
    root: Path,
    configuration: SiteConfiguration,
    with_drafts: bool = False,
    *,
    is_strict: bool = False,
) -> Built:
    """Build a project's pages; where there is an error, the last output stays as it is.

    Args:
        root: the project's folder.
        configuration: settings of the publisher.
        with_drafts: whether drafts are shown.
        is_strict: whether the last output stays where there is a warning, too.
    """
    with _paused_collector():
        return _build(root, configuration, with_drafts, is_strict)


def _build(
    root: Path, configuration: SiteConfiguration, with_drafts: bool, is_strict: bool
) -> Built:
    checked = check(root, with_drafts)
    offer_ids(root, checked)
    if is_failure(checked.diagnostics, is_strict=is_strict):
        return Built(checked.diagnostics, None, None)
    site_plan = plan(checked, configuration)
    report, found = write_site(site_plan, root / configuration.docs_dir)
    diagnostics = tuple(sorted({*checked.diagnostics, *found}))
    if has_errors(found):
        return Built(diagnostics, None, None)
    return Built(diagnostics, site_plan.pages, report, site_plan.fill)


@contextmanager
def _paused_collector() -> Iterator[None]:
    """Pause Python's cyclic garbage collector.

    A build makes some hundred thousand values that live to its end and hold no cycles; the
    collector goes through all of them again and again and finds nothing, in a quarter of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
