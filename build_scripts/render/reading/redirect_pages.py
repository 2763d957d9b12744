"""Pages at the former addresses of readings, which forward to where the reading is now."""

from collections.abc import Iterator

from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.site_plan import PageInformation
from build_scripts.render.addresses import part_page, reading_page
from build_scripts.render.context import SiteContext
from build_scripts.render.markdown_safe_html import element, text
from build_scripts.render.page import RenderedPage, one_line, write_page


def render_redirects(context: SiteContext, annotated: AnnotatedReading) -> Iterator[RenderedPage]:
    """A page for each former id, and for each part under it."""
    reading = annotated.reading
    context = context.speaking(reading.metadata.interface)
    for old in reading.formerly:
        yield _redirect(context, annotated, reading_page(old), reading_page(reading.id))
        for part in reading.parts:
            new_page = part_page(reading.id, part.id)
            yield _redirect(context, annotated, part_page(old, part.id), new_page)


def _redirect(
    context: SiteContext, annotated: AnnotatedReading, old_page: str, new_page: str
) -> RenderedPage:
    title = one_line(annotated.reading.metadata.title)
    address = context.addresses.link(old_page, new_page)
    link = element("a", {"href": address}, text(title))
    moved = context.words.html("moved", reading=link)
    sentence = element("p", {"class": "moved", **context.speaks}, moved)
    return RenderedPage(
        write_page(
            old_page,
            context.words.text("moved-title", title=title),
            (sentence,),
            heading=context.speaks,
        ),
        PageInformation(source=annotated.reading.origin.document.path, redirect=address),
    )
