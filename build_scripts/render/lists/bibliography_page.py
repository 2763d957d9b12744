"""Write the page of all sources in full, each with the entries that cite it."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from build_scripts.model.annotation import Citation, all_sources
from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.addresses import BIBLIOGRAPHY_PAGE
from build_scripts.render.citation.short_citations import by_short_form
from build_scripts.render.language.interface_words import Words
from build_scripts.render.lists.letters import letters_html, list_contents
from build_scripts.render.lists.list_page import list_page
from build_scripts.render.lists.sources_for_programs import (
    FORMATS,
    path_of_sources,
    sources_for_programs,
)
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, text
from build_scripts.render.page import RenderedPage, one_line
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.site import Site
from build_scripts.render.term_order import in_order
from build_scripts.render.uses.entry_names import entry_address, entry_link, kind_of
from build_scripts.text.collation import initial

_FOLDER = BIBLIOGRAPHY_PAGE.rpartition("/")[0]


class _Link(NamedTuple):
    """A link to an entry, with the title of the reading that it belongs to, if any."""

    reading: Html
    html: Html


def render_bibliography(site: Site) -> RenderedPage:
    """The page of all sources."""
    context = page_context(site, BIBLIOGRAPHY_PAGE)
    cited_by: dict[str, list[_Link]] = {}
    for sources, link in _entries(context):
        for reference in dict.fromkeys(source.reference for source in sources):
            cited_by.setdefault(reference, []).append(link)
    short, words = context.interface.short, context.words
    references = by_short_form(site.references.values(), short, words.language)
    items = (
        element(
            "li",
            {"id": f"source-{reference.id}", "data-type": reference.type},
            context.interface.full.of(reference, short[reference.id]),
            _cited(words, cited_by.get(reference.id)),
        )
        for reference in references
    )
    entries = [
        (initial(label, words.language), label, f"source-{reference.id}")
        for reference in references
        for label in (short[reference.id].label,)
    ]
    letters = letters_html(words, entries)
    blocks: list[Html] = []
    contents: tuple[TableOfContentsEntry, ...] = ()
    if letters:
        blocks.append(element("div", {**context.speaks}, letters))
        contents = (*list_contents(entries, 2),)
    blocks.append(element("ul", {"class": "bibliography", **context.speaks}, *items))
    blocks.append(_downloads(context))
    page = list_page(context, "bibliography", blocks, "annotations", contents)
    return page._replace(files_beside=(*sources_for_programs(references, words, _FOLDER),))


def paths_of_bibliography() -> tuple[str, ...]:
    """The files of this page."""
    return BIBLIOGRAPHY_PAGE, *(path_of_sources(_FOLDER, ending) for ending in FORMATS.values())


def _downloads(context: PageContext) -> Html:
    """Links to all sources in the forms that other programs read."""
    words = context.words
    links = (
        element(
            "a",
            {"href": context.site.addresses.link_to_file(context.page, path), "download": ""},
            words.html(message),
        )
        for message, ending in FORMATS.items()
        for path in [path_of_sources(_FOLDER, ending)]
    )
    listed = Html(words.html("comma").join(links))
    return element(
        "p",
        {"class": "downloads", **context.speaks},
        words.html("sources-for-programs", formats=listed),
    )


def _cited(words: Words, links: list[_Link] | None) -> Html:
    """The entries that cite a source, grouped by reading."""
    if not links:
        return NO_HTML
    groups = (
        words.html("comma").join((*([title] if title else []), *(link.html for link in group)))
        for title, group in groupby(links, key=lambda link: link.reading)
    )
    entries = words.html("semicolon").join(groups)
    return Html(f'<p class="cited-by">{words.html("cited-by")} {entries}</p>')


def _entries(context: PageContext) -> Iterator[tuple[tuple[Citation, ...], _Link]]:
    """The citations of all entries of the collection, with links to them."""
    for annotated in context.site.readings.values():
        yield from _entries_of_reading(context, annotated)
    language = context.site.settings.language
    for term in in_order(context.site.terms.values(), language):
        yield term.provenance.sources, _Link(NO_HTML, entry_link(context, term))
    for placed in context.site.events_by_id():
        yield placed.event.provenance.sources, _Link(NO_HTML, entry_link(context, placed.event))


def _entries_of_reading(
    context: PageContext, annotated: AnnotatedReading
) -> Iterator[tuple[tuple[Citation, ...], _Link]]:
    reading = annotated.reading
    title = element("cite", {"dir": "auto"}, text(one_line(reading.metadata.title)))
    named: set[str] = set()
    for placed in annotated.annotations:
        kind = kind_of(placed)
        # A cross-reference is shown at both ends, but listed only where it is stated.
        if kind == "term" or placed.entry in named or placed.at_far_end:
            continue
        named.add(placed.entry)
        number = context.site.paragraph_number(reading.id, placed.span.start)
        label = context.words.html(f"cited-by-{kind}", number=text(str(number)))
        link = element("a", {"href": entry_address(context, reading.id, placed)}, label)
        yield all_sources(placed.annotation), _Link(title, link)
