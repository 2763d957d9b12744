"""The third step, before the publisher: write the pages of a part."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from build_scripts import pipeline
from build_scripts.disk.write_site import write_site
from build_scripts.merge.merge_collection import merge
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.progress import Progress, unreported
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import PageInformation, PageTitle, PlannedFile, SitePlan
from build_scripts.read.project import read_project
from build_scripts.render.bodies.collection_bodies import render_bodies
from build_scripts.render.site import WHOLE, Site, site_of
from build_scripts.render.site_files import Unit, plan_of, unit_of_reading, units_of
from build_scripts.shards.join import Joined
from build_scripts.shards.outline import FOLDER_OF_READINGS
from build_scripts.shards.part import Part, divided
from build_scripts.shards.partly_known import partly_known


class PartPages(NamedTuple):
    """The pages of a part, and what must be known of all others.

    Attributes:
        pages: what is known of each page of the part.
        titles: of all pages of the site, in its order.
        files: all files that the generator makes for the site.
        own: those of this part.
        plan: of the site; only that of the first part can fill hand-written pages.
        site: what the pages are made from.
        units: that make pages, by the pages; in the first part those of all pages.
    """

    pages: Mapping[str, PageInformation]
    titles: Mapping[str, PageTitle]
    files: tuple[str, ...]
    own: frozenset[str]
    plan: SitePlan
    site: Site
    units: Mapping[str, Unit]

    def text_of(self, page: str) -> str:
        """The Markdown of a page."""
        rendered = self.units[page].render(self.site)
        return next(file.content.decode() for file in rendered.files if file.path == page)


def write_part(
    root: Path,
    configuration: SiteConfiguration,
    part: Part,
    joined: Joined,
    docs: Path,
    progress: Progress = unreported,
) -> tuple[PartPages | None, tuple[Diagnostic, ...]]:
    """Write the pages of a part into a documentation folder.

    The first part also makes the lists, for which it reads the whole collection. The others read
    their own readings and those that these need.

    Args:
        root: the project's folder.
        configuration: how the site is published.
        part: which part.
        joined: what was found in all texts. What is wrong with the project has been said.
        docs: the folder, which holds no other pages.
        progress: is told of each reading and each unit.

    Returns:
        The pages; None, and why, if they cannot be written.

    Raises:
        OSError: the folder cannot be written to.
    """
    outline = joined.outline
    own_readings = readings_of_part(outline.weights, part)
    if part.is_first:
        site = _whole_site(root, configuration, joined, progress)
        units = tuple(units_of(site))
        own = tuple(unit for unit in units if not unit.reading or unit.reading in own_readings)
    else:
        site = _site_of_readings(root, configuration, joined, own_readings, progress)
        units = own = tuple(unit_of_reading(site, name) for name in own_readings)
    pages: dict[str, PageInformation] = {}

    def rendered() -> Iterator[PlannedFile]:
        for unit in progress(own, len(own), "parts of the site rendered"):
            made = unit.render(site)
            pages.update(made.pages)
            yield from made.files

    paths = frozenset(path for unit in own for path in unit.paths)
    plan = plan_of(site, ())
    _, in_the_way = write_site(paths, plan.folders, rendered(), docs)
    if in_the_way:
        return None, in_the_way
    by_page = {page: unit for unit in units for page in unit.titles}
    return PartPages(pages, outline.titles, outline.files, paths, plan, site, by_page), ()


def readings_of_part(weights: Mapping[str, int], part: Part) -> tuple[str, ...]:
    """The readings of a part: those that stand together in a collection stay together.

    To make the lists, which the first part does, takes about half as long as all readings do.
    """
    whole = sum(weights.values())
    lists = min(whole // 2, whole // max(1, part.of - 1)) if part.of > 1 else 0
    items = [("", max(1, lists)), *weights.items()]
    return tuple(name for name, _ in divided(items, part, lambda item: item[1]) if name)


def _whole_site(
    root: Path, configuration: SiteConfiguration, joined: Joined, progress: Progress
) -> Site:
    checked = pipeline.check(root, known=joined.found, progress=progress)
    return pipeline.site_to_publish(checked, configuration)


def _site_of_readings(
    root: Path,
    configuration: SiteConfiguration,
    joined: Joined,
    own: Collection[str],
    progress: Progress,
) -> Site:
    """The site as far as the pages of some readings ask for it."""
    readings = {*own}
    files = {file for name in ("", *own) for file in joined.outline.needs.get(name, ())}

    def is_wanted(path: str) -> bool:
        if not path.startswith(FOLDER_OF_READINGS):
            return True
        return path in files or path.split("/")[2] in readings

    project, _ = read_project(root, progress=progress, is_wanted=is_wanted)
    collection = project.collection
    bodies, _, _ = render_bodies(collection)
    merged = merge(collection, project.unreadable, known=joined.found, progress=progress)
    lists = joined.outline.lists()
    site = site_of(merged.published, bodies, merged.find_terms, configuration, lists=lists)
    arrangement = joined.outline.arrangement(collection.collections)
    site = replace(site, arrangements={WHOLE: arrangement}, ways=arrangement.ways_to_readings())
    read_entries = {
        (one.id, f"{kind}-{entry.id}")
        for one in collection.readings
        for kind, listed in (("note", one.notes), ("question", one.questions))
        for entry in listed
    }
    return partly_known(site, own, read_entries)
