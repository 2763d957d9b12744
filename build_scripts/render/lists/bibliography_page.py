"""Write the page of all sources in full, each with the entries that cite it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from build_scripts.model.annotation import Introduction, Reference
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.addresses import (
    BIBLIOGRAPHY_PAGE,
    FURTHER_READING,
    INTRODUCTION,
    reading_page,
)
from build_scripts.render.lists.letters import letters_html, list_contents
from build_scripts.render.lists.list_page import list_index, list_page
from build_scripts.render.lists.list_parts import continues_html
from build_scripts.render.lists.sources_for_programs import (
    FORMATS,
    path_of_sources,
    sources_for_programs,
)
from build_scripts.render.lookups.citing_entries import (
    CitingAnnotation,
    CitingEntry,
    CitingQuestion,
)
from build_scripts.render.lookups.entries_and_parts import ListPart, Member
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, text
from build_scripts.render.page import RenderedPage
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.passages import title_html
from build_scripts.render.site import Site
from build_scripts.render.uses.entry_names import entry_address, entry_link, name_of_kind
from build_scripts.text.collation import initial

_NAME = "bibliography"
_FOLDER = BIBLIOGRAPHY_PAGE.rpartition("/")[0]


def render_bibliography(site: Site, page: str) -> RenderedPage:
    """A page of the list of sources; the files for other programs belong to the first one."""
    context = page_context(site, page)
    if page not in site.parts:
        rendered = list_index(context, _NAME, (_downloads(context),), "annotations")
    else:
        rendered = _page(context, site.parts[page])
    if page != BIBLIOGRAPHY_PAGE:
        return rendered
    references = site.references.values()
    return rendered._replace(
        files_beside=(*sources_for_programs(references, context.words, _FOLDER),)
    )


def _page(context: PageContext, part: ListPart) -> RenderedPage:
    short, words = context.interface.short, context.words
    references = [(context.site.references[member.entry], member) for member in part.members]
    items = (_source(context, reference, member) for reference, member in references)
    entries = [
        (initial(label, words.language), label, f"source-{reference.id}")
        for reference, member in references
        if member.begins
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
    return list_page(context, _NAME, blocks, "annotations", contents, part=part)


def _source(context: PageContext, reference: Reference, member: Member) -> Html:
    """A source with the entries that cite it; readings may be pieces of it."""
    citing = context.site.citing.get(reference.id, ())
    shown = [one for one in citing if member.shows(one.reading)]
    continues = continues_html(context, reference.id)
    short = context.interface.short[reference.id]
    if not member.begins:
        address = context.link_to_source(reference.id)
        link = element("a", {"href": address}, context.words.isolated(short.label))
        named = context.words.html("entry-continued", entry=link)
        return element("li", None, named, _cited(context, shown), continues)
    attributes = {"id": f"source-{reference.id}", "data-type": reference.type}
    full = context.interface.full.of(reference, short)
    return element("li", attributes, full, _cited(context, shown), continues)


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


def _cited(context: PageContext, citing: Sequence[CitingEntry]) -> Html:
    """The entries that cite a source, grouped by reading."""
    if not citing:
        return NO_HTML
    words = context.words
    groups = (
        words.html("comma").join((*_title(context, reading), *(_link(context, e) for e in group)))
        for reading, group in groupby(citing, key=lambda one: one.reading)
    )
    entries = words.html("semicolon").join(groups)
    return Html(f'<p class="cited-by">{words.html("cited-by")} {entries}</p>')


def _title(context: PageContext, reading: str) -> Iterator[Html]:
    if reading:
        yield title_html(context.site.texts[reading], context.words.language)


def _link(context: PageContext, citing: CitingEntry) -> Html:
    reading, entry = citing
    if isinstance(entry, type):
        place = INTRODUCTION if entry is Introduction else FURTHER_READING
        address = context.link(reading_page(reading), place)
        return element("a", {"href": address}, context.words.html(f"cited-by-{place}"))
    if isinstance(entry, CitingQuestion):
        named = context.words.html("cited-by-question", number=text(str(entry.number)))
        address = entry_address(context, reading, entry.entry, entry.start)
        return element("a", {"href": address}, named)
    if not isinstance(entry, CitingAnnotation):
        return entry_link(context, entry)
    number = context.site.paragraph_number(reading, entry.start)
    label = context.words.html(f"cited-by-{name_of_kind(entry.kind)}", number=text(str(number)))
    address = entry_address(context, reading, entry.entry, entry.start)
    return element("a", {"href": address}, label)
