"""All pages of the site."""

from collections.abc import Iterator

from build_scripts.render.lists.annotations_page import render_annotations
from build_scripts.render.lists.bibliography_page import render_bibliography
from build_scripts.render.lists.cross_references_page import render_cross_references
from build_scripts.render.lists.glossary_pages import render_glossary
from build_scripts.render.lists.index_page import oldest_first, render_index
from build_scripts.render.lists.people_page import render_people
from build_scripts.render.page import RenderedPage
from build_scripts.render.pictures.overview_page import render_overview
from build_scripts.render.pictures.timeline_page import render_timeline
from build_scripts.render.reading.reading_pages import render_reading
from build_scripts.render.reading.redirect_pages import render_redirects
from build_scripts.render.site import Site


def render_site(site: Site) -> Iterator[RenderedPage]:
    """Every generated page; those of one folder as one leads on to the next."""
    yield render_index(site)
    for annotated in oldest_first(site.collection.readings):
        yield from render_reading(site, annotated)
        yield from render_redirects(site, annotated)
    yield from render_glossary(site)
    yield from render_people(site)
    yield from render_cross_references(site)
    yield render_timeline(site)
    yield render_overview(site)
    yield render_bibliography(site)
    yield from render_annotations(site)
