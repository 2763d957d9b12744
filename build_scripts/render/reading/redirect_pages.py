"""Write pages at the former addresses of readings, which forward to the present ones."""

from collections.abc import Iterator

from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.reading import Reading
from build_scripts.model.site_plan import PageInformation, PageTitle
from build_scripts.render.addresses import part_page, reading_page
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import element, text
from build_scripts.render.page import RenderedPage, one_line, write_page
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
    title = PageTitle(_title(words, reading), forwards=True)
    return dict.fromkeys(paths_of_redirects(reading), title)


def _title(words: Words, reading: Reading) -> str:
    return words.text("moved-title", title=one_line(reading.metadata.title))


def _redirect(site: Site, reading: Reading, old_page: str, new_page: str) -> RenderedPage:
    context = page_context(site, old_page, reading.metadata.interface)
    address = context.link(new_page)
    link = element("a", {"href": address}, text(one_line(reading.metadata.title)))
    moved = context.words.html("moved", reading=link)
    sentence = element("p", {"class": "moved", **context.speaks}, moved)
    return RenderedPage(
        write_page(
            old_page,
            _title(context.words, reading),
            (sentence,),
            heading=context.speaks,
        ),
        PageInformation(source=reading.origin.document.path, redirect=address),
    )
