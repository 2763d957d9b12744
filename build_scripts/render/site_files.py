"""Divide the site into units, each of which is rendered by itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.search_entry import SearchEntry, pack
from build_scripts.model.site_plan import PageTitle, PlannedUnit, Rendered, SitePlan
from build_scripts.pages.joined_assets import assets
from build_scripts.render.addresses import (
    ANNOTATIONS_PAGE,
    ASSETS_FOLDER,
    BIBLIOGRAPHY_PAGE,
    COMPARISONS_PAGE,
    CROSS_REFERENCES_PAGE,
    FOLDERS,
    GLOSSARY_PAGE,
    MAP_PAGE,
    OVERVIEW_PAGE,
    PEOPLE_PAGE,
    READINGS_PAGE,
    TIMELINE_PAGE,
    collection_page,
    comparison_page,
)
from build_scripts.render.comparing.comparison_cards import render_comparisons
from build_scripts.render.comparing.comparison_page import render_comparison
from build_scripts.render.comparison_titles import comparison_title
from build_scripts.render.contribution.known import known_file, known_files
from build_scripts.render.forwarding_page import forwarding_page, title_of_forwarding
from build_scripts.render.frame import frame_of
from build_scripts.render.hand_written import fill_places
from build_scripts.render.lists.annotations_page import render_annotations
from build_scripts.render.lists.bibliography_page import paths_of_bibliography, render_bibliography
from build_scripts.render.lists.cross_references_page import render_cross_references
from build_scripts.render.lists.glossary_pages import render_glossary_page
from build_scripts.render.lists.index_page import render_collection, render_index
from build_scripts.render.lists.list_page import title_of_page
from build_scripts.render.lists.list_parts import (
    file_of_places,
    pages_of_list,
    paths_of_places,
)
from build_scripts.render.lists.people_page import render_people
from build_scripts.render.maps.map_page import render_map
from build_scripts.render.page import RenderedPage, front_matter_of
from build_scripts.render.page_context import page_context
from build_scripts.render.pictures.overview_page import render_overview
from build_scripts.render.pictures.timeline_page import render_timeline
from build_scripts.render.reading.reading_pages import (
    paths_of_reading,
    render_reading,
    titles_of_reading,
)
from build_scripts.render.reading.redirect_pages import (
    paths_of_redirects,
    render_redirects,
    titles_of_redirects,
)
from build_scripts.render.search.search_entries import entries_of_list, entries_of_reading
from build_scripts.render.search.search_phrases import search_words
from build_scripts.render.site import Site


class Unit(NamedTuple):
    """A part of the site that is rendered by itself.

    Attributes:
        paths: its files, the first of which names it.
        render: makes exactly these files. It reads everything it needs from the site that it is
            given, and nothing from the one that the units were made for.
        titles: of its pages, by their files, without rendering them.
        reading: the id of the reading that it shows; empty for anything else.
    """

    paths: tuple[str, ...]
    render: Callable[[Site], Rendered]
    titles: Mapping[str, PageTitle] = MappingProxyType({})
    reading: str = ""


_LISTS: Mapping[str, Callable[[Site, str], RenderedPage]] = {
    GLOSSARY_PAGE: render_glossary_page,
    PEOPLE_PAGE: render_people,
    CROSS_REFERENCES_PAGE: render_cross_references,
    TIMELINE_PAGE: render_timeline,
    MAP_PAGE: render_map,
    OVERVIEW_PAGE: render_overview,
    ANNOTATIONS_PAGE: render_annotations,
    BIBLIOGRAPHY_PAGE: render_bibliography,
}


def plan_site(site: Site) -> SitePlan:
    """Every file that the generator writes, and what a publisher needs to know about each page."""
    units = (PlannedUnit(unit.paths, partial(unit.render, site)) for unit in units_of(site))
    return plan_of(site, units)


def plan_of(site: Site, units: Iterable[PlannedUnit]) -> SitePlan:
    """The plan of a site that has these units."""
    fill = partial(fill_places, site)
    said = frame_of(site), site.arrangement, search_words(site)
    return SitePlan(tuple(units), FOLDERS, fill, *said)


def units_of(site: Site) -> Iterator[Unit]:
    """All units; the pages of a folder are in navigation order."""
    files = tuple(assets(ASSETS_FOLDER))
    yield Unit(tuple(file.path for file in files), lambda _: Rendered(files))
    for path, tag in known_files(site).items():
        yield Unit((path,), partial(_known, path, tag))
    yield from _pages(site, READINGS_PAGE, render_index)
    for way in site.arrangement.ways():
        identifier = way[-1].collection.id
        render = partial(render_collection, identifier=identifier)
        title = way[-1].collection.title
        yield from _pages(site, collection_page(identifier), render, title)
    for name in site.arrangement.all_readings():
        yield unit_of_reading(site, name)
    yield from _comparisons(site)
    for list_page in site.list_pages:
        yield from _pages(site, list_page, _LISTS[list_page])
        for number, path in enumerate(paths_of_places(site, list_page)):
            yield Unit((path,), partial(_places, list_page, number))


def _comparisons(site: Site) -> Iterator[Unit]:
    """The comparisons, with a list of them if there are several."""
    if len(site.comparisons) > 1:
        yield from _pages(site, COMPARISONS_PAGE, render_comparisons)
    words = site.interface().words
    for name, comparison in site.comparisons.items():
        title = comparison_title(site, comparison, words)
        render = partial(render_comparison, identifier=name)
        yield from _pages(site, comparison_page(name), render, title)
        for old in comparison.provenance.formerly:
            page = comparison_page(old)
            forwarding = partial(_forwarding, page, name)
            yield Unit((page,), forwarding, {page: title_of_forwarding(words, title)})


def _pages(
    site: Site, list_page: str, render: Callable[[Site, str], RenderedPage], title: str = ""
) -> Iterator[Unit]:
    """The pages of a list, each of which is a unit; `title` is that of a list without a message."""
    for page in pages_of_list(site, list_page):
        paths = paths_of_bibliography() if page == BIBLIOGRAPHY_PAGE else (page,)
        titles = {page: PageTitle(title_of_page(site, list_page, page, title))}
        yield Unit(tuple(paths), partial(_list, page, render), titles)


def unit_of_reading(site: Site, name: str) -> Unit:
    """The unit of a reading, by its id."""
    reading = site.texts[name]
    paths = (*paths_of_reading(reading), *paths_of_redirects(reading))
    titles = titles_of_reading(reading) | titles_of_redirects(site, reading)
    return Unit(paths, partial(_reading, reading.id), titles, reading.id)


def _forwarding(page: str, name: str, site: Site) -> Rendered:
    comparison, context = site.comparisons[name], page_context(site, page)
    title = comparison_title(site, comparison, context.words)
    source = comparison.origin.document.path
    new_page = comparison_page(name)
    rendered = forwarding_page(context, new_page, title, source, "moved-comparison")
    return _rendered(site, (rendered,), dict)


def _known(path: str, tag: str, site: Site) -> Rendered:
    return Rendered((known_file(site, path, tag),))


def _places(list_page: str, number: int, site: Site) -> Rendered:
    return Rendered((file_of_places(site, list_page, number),))


def _list(page: str, render: Callable[[Site, str], RenderedPage], site: Site) -> Rendered:
    return _rendered(site, (render(site, page),), lambda: {page: entries_of_list(site, page)})


def _reading(identifier: str, site: Site) -> Rendered:
    annotated: AnnotatedReading = site.readings[identifier]
    pages = (*render_reading(site, annotated), *render_redirects(site, annotated))
    return _rendered(site, pages, lambda: entries_of_reading(site, annotated))


def _rendered(
    site: Site,
    pages: Iterable[RenderedPage],
    search_entries: Callable[[], Mapping[str, list[SearchEntry]]],
) -> Rendered:
    """Pages, with what a search finds on them if this is wanted."""
    pages = tuple(pages)
    found = search_entries() if site.configuration.wants_search_entries else {}
    packed = {path: pack(entries) for path, entries in found.items() if entries}
    return Rendered(
        tuple(file for page in pages for file in (page.file, *page.files_beside)),
        {
            page.file.path: replace(
                page.information,
                search_entries=packed.get(page.file.path, b""),
                front_matter=front_matter_of(page.file),
            )
            for page in pages
        },
    )
