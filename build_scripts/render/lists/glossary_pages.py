"""Write the pages of the glossary: one page, or a table and a page for each letter."""

from collections.abc import Callable, Iterator

from build_scripts.model.annotation import Term
from build_scripts.model.collection import GlossaryPages
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.addresses import GLOSSARY_PAGE
from build_scripts.render.head import glossary_head
from build_scripts.render.lists.filters import CheckBoxes, filter_html
from build_scripts.render.lists.glossary_entries import EntryWriter
from build_scripts.render.lists.glossary_order import (
    by_kind,
    initial_of,
    kind_title,
    page_of_term,
)
from build_scripts.render.lists.letters import letters_html, list_contents
from build_scripts.render.lists.list_page import list_page
from build_scripts.render.lists.see_also import see_also_html
from build_scripts.render.markdown_safe_html import Html, text
from build_scripts.render.page import RenderedPage, one_line, section_blocks
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.site import Site
from build_scripts.render.term_order import in_order
from build_scripts.render.uses.incoming_references import incoming_references
from build_scripts.render.uses.occurrences import occurrences_by_term


def render_glossary(site: Site) -> Iterator[RenderedPage]:
    """All pages of the glossary."""
    settings = site.collection.settings
    terms = in_order(site.collection.terms, settings.language)
    pages = {term.id: page_of_term(term, settings) for term in terms}
    places = occurrences_by_term(site.collection.readings)
    references = incoming_references(site)

    def writer(page: str) -> EntryWriter:
        return EntryWriter(page_context(site, page), places, references, pages)

    first = writer(GLOSSARY_PAGE)
    words = first.context.words
    is_one_page = settings.glossary_pages is GlossaryPages.ONE
    write_entry = first.entry if is_one_page else first.pointer
    yield _page(first.context, terms, words.text("glossary-title"), write_entry)
    if is_one_page:
        return
    by_page: dict[str, list[Term]] = {}
    for term in terms:
        by_page.setdefault(pages[term.id], []).append(term)
    for page, members in by_page.items():
        title = words.text(
            "glossary-letter-title", initial=initial_of(members[0], settings.language)
        )
        of_letter = writer(page)
        yield _page(of_letter.context, members, title, of_letter.entry)


def _page(
    context: PageContext, terms: list[Term], title: str, write_entry: Callable[[Term], Html]
) -> RenderedPage:
    kinds = by_kind(terms, context.words)
    language = context.site.collection.settings.language
    blocks: list[Html] = []
    contents: list[TableOfContentsEntry] = []
    choices = tuple((kind, kind_title(kind, context.words)) for kind, _ in kinds)
    kind_filter = CheckBoxes("kind", "filter-kind", choices if len(choices) > 1 else ())
    names = "h3, .entry > a, bdi"
    blocks.append(filter_html(context.interface, (kind_filter,), len(terms), ".entry-term", names))
    for kind, members in kinds:
        heading = kind_title(kind, context.words)
        entries = [
            (initial_of(term, language), one_line(term.label), f"term-{term.id}")
            for term in members
        ]
        letters = letters_html(context.words, entries)
        attributes = {
            "class": "glossary",
            "aria-labelledby": f"kind-{kind}",
            "data-kind": kind,
            "data-long": "" if letters else None,
            **context.speaks,
        }
        shown_entries = (*filter(None, (letters,)), *map(write_entry, members))
        blocks += section_blocks(attributes, text(heading), shown_entries)
        contents.append(TableOfContentsEntry(heading, f"kind-{kind}"))
        contents += list_contents(entries, 3)
    blocks.append(see_also_html(context))
    shown = [term for _, members in kinds for term in members]
    return list_page(
        context,
        "glossary",
        blocks,
        "annotations/glossary",
        contents,
        title=title,
        head=glossary_head(context, shown),
    )
