"""Plan all files of the site."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from build_scripts.model.progress import Progress, unreported
from build_scripts.model.site_plan import PageInformation, PlannedFile, SitePlan
from build_scripts.pages.joined_assets import assets
from build_scripts.render.addresses import (
    ANNOTATIONS_PAGE,
    ASSETS_FOLDER,
    BIBLIOGRAPHY_PAGE,
    CROSS_REFERENCES_PAGE,
    FOLDERS,
    GLOSSARY_PAGE,
    OVERVIEW_PAGE,
    PEOPLE_PAGE,
    TIMELINE_PAGE,
)
from build_scripts.render.contribution.known import known_files
from build_scripts.render.hand_written import fill_places
from build_scripts.render.imprint import imprint_html
from build_scripts.render.lists.annotations_page import render_annotations
from build_scripts.render.lists.bibliography_page import render_bibliography
from build_scripts.render.lists.cross_references_page import render_cross_references
from build_scripts.render.lists.glossary_pages import render_glossary
from build_scripts.render.lists.index_page import oldest_first, render_index
from build_scripts.render.lists.list_pages import list_pages
from build_scripts.render.lists.people_page import render_people
from build_scripts.render.page import RenderedPage
from build_scripts.render.pictures.overview_page import render_overview
from build_scripts.render.pictures.timeline_page import render_timeline
from build_scripts.render.reading.reading_pages import render_reading
from build_scripts.render.reading.redirect_pages import render_redirects
from build_scripts.render.search.search_entries import search_entries
from build_scripts.render.site import Site

_LISTS: Mapping[str, Callable[[Site], Iterable[RenderedPage]]] = {
    GLOSSARY_PAGE: render_glossary,
    PEOPLE_PAGE: lambda site: (render_people(site),),
    CROSS_REFERENCES_PAGE: lambda site: (render_cross_references(site),),
    TIMELINE_PAGE: lambda site: (render_timeline(site),),
    OVERVIEW_PAGE: lambda site: (render_overview(site),),
    ANNOTATIONS_PAGE: lambda site: (render_annotations(site),),
    BIBLIOGRAPHY_PAGE: lambda site: (render_bibliography(site),),
}


def plan_site(site: Site, progress: Progress = unreported) -> SitePlan:
    """Every file that the generator writes, and what a publisher needs to know about each page.

    `progress` is told of each reading.
    """
    planned: list[PlannedFile] = [*assets(ASSETS_FOLDER), *known_files(site)]
    pages: dict[str, PageInformation] = {}
    entries_by_page = search_entries(site) if site.configuration.wants_search_entries else {}
    for page in render_site(site, progress):
        path = page.file.path
        planned += (page.file, *page.files_beside)
        pages[path] = replace(page.information, search_entries=entries_by_page.get(path, ()))
    fill = partial(fill_places, site)
    return SitePlan(tuple(sorted(planned)), FOLDERS, pages, fill, imprint_html(site))


def render_site(site: Site, progress: Progress = unreported) -> Iterator[RenderedPage]:
    """Every generated page; the pages of a folder are in navigation order."""
    yield render_index(site)
    readings = oldest_first(site.collection.readings)
    for annotated in progress(readings, len(readings), "readings rendered"):
        yield from render_reading(site, annotated)
        yield from render_redirects(site, annotated)
    for page in list_pages(site):
        yield from _LISTS[page](site)
