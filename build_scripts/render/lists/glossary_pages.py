"""Write the pages of the glossary: one page, or a table and a page for each letter."""

from collections.abc import Callable, Collection

from build_scripts.model.annotation import Term
from build_scripts.model.collection import GlossaryPages
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.addresses import GLOSSARY_PAGE
from build_scripts.render.head import glossary_head
from build_scripts.render.lists.filters import CheckBoxes, filter_html
from build_scripts.render.lists.glossary_entries import EntryWriter
from build_scripts.render.lists.glossary_order import by_kind, kind_title
from build_scripts.render.lists.letters import letters_html, list_contents
from build_scripts.render.lists.list_page import list_page, title_of_list
from build_scripts.render.lists.see_also import see_also_html
from build_scripts.render.lookups.term_pages import initial_of
from build_scripts.render.markdown_safe_html import Html, text
from build_scripts.render.page import RenderedPage, one_line, section_blocks
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.site import Site
from build_scripts.render.term_order import in_order


def glossary_pages(site: Site) -> tuple[str, ...]:
    """The pages of the glossary: itself, and those of the letters if it has several pages."""
    return tuple(dict.fromkeys((GLOSSARY_PAGE, *site.glossary)))


def render_glossary_page(site: Site, page: str) -> RenderedPage:
    """One page of the glossary."""
    context, language = page_context(site, page), site.settings.language
    writer, title = EntryWriter(context), title_of_glossary_page(site, page)
    if page != GLOSSARY_PAGE:
        return _page(context, site.glossary[page], title, writer.entry)
    terms = in_order(site.terms.values(), language)
    is_one_page = site.settings.glossary_pages is GlossaryPages.ONE
    write_entry = writer.entry if is_one_page else writer.pointer
    return _page(context, terms, title, write_entry)


def title_of_glossary_page(site: Site, page: str) -> str:
    """The title of one page of the glossary."""
    words = site.interface().words
    if page == GLOSSARY_PAGE:
        return title_of_list(words, "glossary")
    initial = initial_of(site.glossary[page][0], site.settings.language)
    return words.text("glossary-letter-title", initial=initial)


def _page(
    context: PageContext, terms: Collection[Term], title: str, write_entry: Callable[[Term], Html]
) -> RenderedPage:
    kinds = by_kind(terms, context.words)
    language = context.site.settings.language
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
