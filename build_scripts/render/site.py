"""All pages of the site."""

from collections.abc import Iterator

from build_scripts.render.annotations_page import render_annotations
from build_scripts.render.bibliography_page import render_bibliography
from build_scripts.render.context import SiteContext
from build_scripts.render.cross_references_page import render_cross_references
from build_scripts.render.glossary_pages import render_glossary
from build_scripts.render.index_page import oldest_first, render_index
from build_scripts.render.overview_page import render_overview
from build_scripts.render.people_page import render_people
from build_scripts.render.reading_pages import RenderedPage, render_reading
from build_scripts.render.redirect_pages import render_redirects
from build_scripts.render.timeline_page import render_timeline


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
