"""The third step, before the publisher: write the pages of a part."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from build_scripts import pipeline
from build_scripts.disk.write_site import write_site
from build_scripts.merge.found_places import FoundPlaces
from build_scripts.model.diagnostic import Diagnostic, has_errors
from build_scripts.model.progress import Progress, unreported
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import PageInformation, PageTitle, PlannedFile, SitePlan
from build_scripts.render.site import Site
from build_scripts.render.site_files import Unit, plan_of, units_of
from build_scripts.shards.part import Part, divided

_WEIGHT_OF_PAGE = 2_000
"""What every reading costs besides its text, in characters of it."""


class PartPages(NamedTuple):
    """The pages of a part, and what must be known of all others.

    Attributes:
        pages: what is known of each page of the part.
        titles: of all pages of the site, in its order.
        files: all files that the generator makes for the site.
        own: those of this part.
        plan: of the whole site.
        site: from which any page can be rendered.
        units: that make the pages of other parts, by the pages.
    """

    pages: Mapping[str, PageInformation]
    titles: Mapping[str, PageTitle]
    files: tuple[str, ...]
    own: frozenset[str]
    plan: SitePlan
    site: Site
    units: Mapping[str, Unit]

    def text_of(self, page: str) -> str:
        """The Markdown of any page of the site."""
        rendered = self.units[page].render(self.site)
        return next(file.content.decode() for file in rendered.files if file.path == page)


def write_part(
    root: Path,
    configuration: SiteConfiguration,
    part: Part,
    known: FoundPlaces,
    docs: Path,
    progress: Progress = unreported,
) -> tuple[PartPages | None, tuple[Diagnostic, ...]]:
    """Write the pages of a part into a documentation folder.

    Args:
        root: the project's folder.
        configuration: how the site is published.
        part: which part.
        known: what was found in all texts.
        docs: the folder, which holds no other pages.
        progress: is told of each reading and each unit.

    Returns:
        The pages, and why there are none. What is wrong with the project has been said by `join`.

    Raises:
        OSError: the folder cannot be written to.
    """
    checked = pipeline.check(root, known=known, progress=progress)
    if has_errors(checked.diagnostics):
        return None, checked.diagnostics
    site = pipeline.site_to_publish(checked, configuration)
    units = tuple(units_of(site))
    own = own_units(site, units, part)
    pages: dict[str, PageInformation] = {}

    def rendered() -> Iterator[PlannedFile]:
        for unit in progress(own, len(own), "parts of the site rendered"):
            made = unit.render(site)
            pages.update(made.pages)
            yield from made.files

    paths = frozenset(path for unit in own for path in unit.paths)
    plan = plan_of(site, ())
    _, found = write_site(paths, plan.folders, rendered(), docs)
    if found:
        return None, found
    titles = {page: title for unit in units for page, title in unit.titles.items()}
    files = tuple(path for unit in units for path in unit.paths)
    by_page = {page: unit for unit in units for page in unit.titles}
    return PartPages(pages, titles, files, paths, plan, site, by_page), ()


def own_units(site: Site, units: tuple[Unit, ...], part: Part) -> tuple[Unit, ...]:
    """The units of a part, in the order of the site.

    Readings that stand together in a collection stay together. Lists are dealt out in turn, and
    what is no page belongs to the first part.
    """
    readings = [unit for unit in units if unit.reading]
    lists = [unit for unit in units if unit.titles and not unit.reading]
    own = {unit.paths for unit in divided(readings, part, lambda unit: _weight(site, unit))}
    own |= {unit.paths for unit in lists[part.number - 1 :: part.of]}
    if part.is_first:
        own |= {unit.paths for unit in units if not unit.titles}
    return tuple(unit for unit in units if unit.paths in own)


def _weight(site: Site, unit: Unit) -> int:
    return _WEIGHT_OF_PAGE + len(site.texts[unit.reading].source.text)
