"""All pages of the site."""

from collections.abc import Iterator

from build_scripts.render.context import SiteContext
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


def render_site(context: SiteContext) -> Iterator[RenderedPage]:
    """Every generated page; those of one folder as one leads on to the next."""
    yield render_index(context)
    for annotated in oldest_first(context.collection.readings):
        yield from render_reading(context, annotated)
        yield from render_redirects(context, annotated)
    yield from render_glossary(context)
    yield from render_people(context)
    yield from render_cross_references(context)
    yield render_timeline(context)
    yield render_overview(context)
    yield render_bibliography(context)
    yield from render_annotations(context)
