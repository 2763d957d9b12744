"""The one place that knows the order of the stages."""

import atexit
import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from build_scripts.disk.schema_folder import renew_where_wanted, write_schemas
from build_scripts.disk.stamps import Stamp, stamp_of
from build_scripts.disk.write_site import WriteReport, write_site
from build_scripts.export.editor_schemas import present_ids_file, structure_files
from build_scripts.merge.found_places import NOTHING_FOUND, FoundPlaces
from build_scripts.merge.merge_collection import Merged, merge
from build_scripts.model.annotation import Body
from build_scripts.model.arrangement import NO_COLLECTIONS, Arrangement
from build_scripts.model.body_link import BodyLink
from build_scripts.model.diagnostic import Diagnostic, has_errors
from build_scripts.model.memory import Memory, NoMemory
from build_scripts.model.present_ids import PresentIds, present_ids
from build_scripts.model.progress import Progress, unreported
from build_scripts.model.reading import Reading
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import (
    PageFiller,
    PageInformation,
    Pages,
    PlannedFile,
    PlannedUnit,
    SiteFrame,
    SitePlan,
    leave_as_it_is,
)
from build_scripts.read.project import Project, read_project
from build_scripts.read.schema.json_schemas import structure_schemas
from build_scripts.render.bodies.body_pieces import Pieces
from build_scripts.render.bodies.collection_bodies import render_bodies

if TYPE_CHECKING:
    from build_scripts.render.rendered_before import RenderedSite
    from build_scripts.render.site import Site


@contextmanager
def _paused_collector() -> Iterator[None]:
    """Pause Python's cyclic garbage collector.

    A build makes several hundred thousand values, which live until its end and hold no cycles. The
    collector would take a quarter of the time to go through them repeatedly and find nothing.

    When the program ends, it would go through what is left once more, a twelfth of the time.
    """
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class Checked(NamedTuple):
    """A project that was read and merged, and everything that is wrong with it.

    Attributes:
        links: those in the bodies of annotations.
    """

    merged: Merged
    bodies: dict[Body, Pieces]
    diagnostics: tuple[Diagnostic, ...]
    present_ids: PresentIds
    project: Project
    links: tuple[BodyLink, ...]

    def readings_with_text(self) -> tuple[Reading, ...]:
        """The readings whose source could be read; diagnostics say what is wrong with others."""
        readings = (annotated.reading for annotated in self.merged.collection.readings)
        return tuple(reading for reading in readings if reading.source.paragraphs)

    def published_readings(self) -> tuple[Reading, ...]:
        """The same without the words that are kept back."""
        readings = (annotated.reading for annotated in self.merged.published.readings)
        return tuple(reading for reading in readings if reading.source.paragraphs)


class Kept(NamedTuple):
    """What a build hands to the next one of the same project. Nothing of it is on disk.

    Attributes:
        memory: results of the functions that read and merge.
        site: the units of the last build without errors; None before the first.
        stamps: of the files that it left, by their paths in the documentation folder.
        pages, frame, arrangement: those of that build.
    """

    memory: Memory
    site: "RenderedSite | None"
    stamps: Mapping[str, Stamp | None]
    pages: Pages
    frame: SiteFrame
    arrangement: Arrangement


def nothing_kept() -> Kept:
    """For the first of several builds."""
    return Kept(Memory(), None, {}, {}, SiteFrame(), NO_COLLECTIONS)


class Change(NamedTuple):
    """How the pages differ from those of the last build.

    Attributes:
        pages: the Markdown files of generated pages that are new, or differ, or about which
            something else is known now.
        files: other generated files that are new or differ.
        navigation: whether files came or went, or pages have another order, collection, title or
            description.
        frame: whether what stands around every page differs.
        fill: whether hand-written pages may be completed in another way.
    """

    pages: frozenset[str]
    files: frozenset[str]
    navigation: bool
    frame: bool
    fill: bool


NO_CHANGE = Change(frozenset(), frozenset(), False, False, False)


class Built(NamedTuple):
    """What a build did.

    Attributes:
        diagnostics: everything that is wrong, sorted.
        pages: what a publisher needs to know about each page; None if nothing was written.
        report: what changed on disk; None if nothing was written.
        fill: completes pages that are written by hand.
        frame: what stands around the content of pages.
        arrangement: of the readings, for the navigation.
        search_words: what the search says to readers.
        kept: for the next build; None if it was not wanted.
        change: how the pages differ from the last ones; None if that is not known.
    """

    diagnostics: tuple[Diagnostic, ...]
    pages: Pages | None
    report: WriteReport | None
    fill: PageFiller = leave_as_it_is
    frame: SiteFrame = SiteFrame()
    arrangement: Arrangement = NO_COLLECTIONS
    search_words: Mapping[str, str] = MappingProxyType({})
    kept: Kept | None = None
    change: Change | None = None


@_paused_collector()
def check(
    root: Path,
    with_drafts: bool = False,
    proposed: Mapping[str, bytes] | None = None,
    memory: Memory | None = None,
    progress: Progress = unreported,
    known: FoundPlaces = NOTHING_FOUND,
) -> Checked:
    """Read and merge a project, and find everything that is wrong with it.

    Args:
        root: the project's folder.
        with_drafts: whether drafts are shown; they are checked in any case.
        proposed: contents of files, by path, that are read in place of those on disk.
        memory: of a series of builds, if this is one of them.
        progress: is told of each file and each reading.
        known: what other processes found in the same texts.
    """
    memory = memory or NoMemory()
    project, found_in_files = read_project(root, proposed, memory, progress)
    bodies, links, found_in_bodies = render_bodies(project.collection)
    is_complete = not has_errors(found_in_files)
    merged = merge(
        *(project.collection, project.unreadable, with_drafts, links, is_complete),
        memory=memory,
        progress=progress,
        known=known,
    )
    diagnostics = {*found_in_files, *found_in_bodies, *merged.diagnostics}
    ids = present_ids(project.collection, project.unreadable)
    return Checked(merged, bodies, tuple(sorted(diagnostics)), ids, project, links)


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


def site_to_publish(checked: Checked, configuration: SiteConfiguration) -> "Site":
    """What the pages of a project without errors are made from."""
    return _site(checked, configuration, NoMemory())


def plan(checked: Checked, configuration: SiteConfiguration) -> SitePlan:
    """The files of a project without errors."""
    # Commands that make no pages start faster without the modules that do.
    from build_scripts.render.site_files import plan_site  # noqa: PLC0415

    return plan_site(site_to_publish(checked, configuration))


def _site(checked: Checked, configuration: SiteConfiguration, memory: Memory) -> "Site":
    from build_scripts.render.site import site_of  # noqa: PLC0415

    merged = checked.merged
    return site_of(merged.published, checked.bodies, merged.find_terms, configuration, memory)


@_paused_collector()
def build(
    root: Path,
    configuration: SiteConfiguration,
    with_drafts: bool = False,
    *,
    is_strict: bool = False,
    in_settings: tuple[Diagnostic, ...] = (),
    last: Kept | None = None,
    progress: Progress = unreported,
) -> Built:
    """Build a project's pages; if there is an error, the previous output stays.

    Args:
        root: the project's folder.
        configuration: how the site is published.
        with_drafts: whether drafts are shown.
        is_strict: whether the previous output stays if there is a warning, too.
        in_settings: what is wrong with the settings that the configuration comes from.
        last: what the last build of this project kept, so that only what has changed is worked out
            again; `nothing_kept()` for the first of several builds; None for one that no other
            follows. What is written and found is the same in each case.
        progress: is told of each file, each reading and each unit.
    """
    memory = Memory(last.memory) if last else NoMemory()
    checked = check(root, with_drafts, memory=memory, progress=progress)
    offer_ids(root, checked)
    kept = last and last._replace(memory=memory)
    before = tuple(sorted({*checked.diagnostics, *in_settings}))
    if has_errors(before, is_strict=is_strict):
        return Built(before, None, None, kept=kept)
    docs = root / configuration.docs_dir
    planned = _plan_again(_site(checked, configuration, memory), docs, last)
    pages: dict[str, PageInformation] = {}
    units = planned.plan.units
    files = _rendered(progress(units, len(units), "parts of the site rendered"), pages)
    paths = planned.plan.paths
    report, found = write_site(paths, planned.plan.folders, files, docs)
    diagnostics = tuple(sorted({*before, *found}))
    if has_errors(found):
        return Built(diagnostics, None, None, kept=kept)
    change = None
    if last and last.site:
        change = _change(last, report, pages, planned)
    plan_, arrangement = planned.plan, planned.plan.arrangement
    if last:
        stamps = {path: stamp_of(f"{docs}/{path}") for path in paths}
        kept = Kept(memory, planned.site, stamps, pages, plan_.frame, arrangement)
    said = plan_.frame, arrangement, plan_.search_words
    return Built(diagnostics, pages, report, plan_.fill, *said, kept, change)


class _Planned(NamedTuple):
    """A plan, what is noted while it is carried out, and whether it fills pages differently."""

    plan: SitePlan
    site: "RenderedSite | None"
    fills_differently: bool


def _plan_again(site: "Site", docs: Path, last: Kept | None) -> _Planned:
    from build_scripts.render.rendered_before import plan_again  # noqa: PLC0415
    from build_scripts.render.site_files import plan_site  # noqa: PLC0415

    if last is None:
        return _Planned(plan_site(site), None, True)

    def is_on_disk(path: str) -> bool:
        stamp = last.stamps.get(path)
        return stamp is not None and stamp == stamp_of(f"{docs}/{path}")

    return _Planned(*plan_again(site, last.site, is_on_disk))


def _rendered(
    units: Iterable[PlannedUnit], pages: dict[str, PageInformation]
) -> Iterator[PlannedFile]:
    """Render unit by unit, and put what is known about the pages into `pages`.

    Raises:
        ValueError: a unit makes other files than it named.
    """
    for unit in units:
        rendered = unit.render()
        if rendered.files and {file.path for file in rendered.files} != set(unit.paths):
            raise ValueError(f"the unit of {unit.paths[0]} makes other files than it named")
        pages.update(rendered.pages)
        yield from rendered.files


def _change(last: Kept, report: WriteReport, pages: Pages, planned: _Planned) -> Change:
    def in_navigation(known: Pages) -> list[tuple[str, str, str]]:
        return [(path, page.front_matter, page.redirect) for path, page in known.items()]

    def is_known(path: str, page: PageInformation) -> bool:
        # Of a unit that was not rendered, it is the very same object.
        before = last.pages.get(path)
        return before is page or before == page

    known_otherwise = {path for path, page in pages.items() if not is_known(path, page)}
    return Change(
        frozenset(known_otherwise.union(path for path in report.written if path in pages)),
        frozenset(path for path in report.written if path not in pages),
        last.stamps.keys() != {*planned.plan.paths}
        or in_navigation(last.pages) != in_navigation(pages)
        or last.arrangement != planned.plan.arrangement,
        last.frame != planned.plan.frame,
        planned.fills_differently,
    )
