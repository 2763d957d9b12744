"""Write pages at the former addresses of readings, which forward to the present ones."""

from collections.abc import Iterator

from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.reading import Reading
from build_scripts.model.site_plan import PageTitle
from build_scripts.render.addresses import part_page, reading_page
from build_scripts.render.forwarding_page import forwarding_page, title_of_forwarding
from build_scripts.render.page import RenderedPage
from build_scripts.render.page_context import page_context
from build_scripts.render.site import Site


def render_redirects(site: Site, annotated: AnnotatedReading) -> Iterator[RenderedPage]:
    """A page for each former id, and for each part under it."""
    reading = annotated.reading
    for old in reading.formerly:
        yield _redirect(site, reading, reading_page(old), reading_page(reading.id))
        for part in reading.parts:
            new_page = part_page(reading.id, part.id)
            yield _redirect(site, reading, part_page(old, part.id), new_page)


def paths_of_redirects(reading: Reading) -> Iterator[str]:
    """The files of these pages."""
    for old in reading.formerly:
        yield reading_page(old)
        yield from (part_page(old, part.id) for part in reading.parts)


def titles_of_redirects(site: Site, reading: Reading) -> dict[str, PageTitle]:
    """The titles of these pages, by their files."""
    words = site.interface(reading.metadata.interface).words
    title = title_of_forwarding(words, reading.metadata.title)
    return dict.fromkeys(paths_of_redirects(reading), title)


def _redirect(site: Site, reading: Reading, old_page: str, new_page: str) -> RenderedPage:
    context = page_context(site, old_page, reading.metadata.interface)
    source = reading.origin.document.path
    return forwarding_page(context, new_page, reading.metadata.title, source, "moved")
