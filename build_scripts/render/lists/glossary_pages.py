"""Write the pages of the glossary: one page, or a table and a page for each letter."""

from collections.abc import Callable, Collection

from build_scripts.model.annotation import Term
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.addresses import GLOSSARY_PAGE
from build_scripts.render.head import glossary_head
from build_scripts.render.lists.filters import CheckBoxes, filter_html
from build_scripts.render.lists.glossary_entries import EntryWriter
from build_scripts.render.lists.glossary_order import by_kind, kind_title
from build_scripts.render.lists.letters import letters_html, list_contents
from build_scripts.render.lists.list_page import list_index, list_page
from build_scripts.render.lists.list_parts import parts_html
from build_scripts.render.lists.see_also import see_also_html
from build_scripts.render.lookups.entries_and_parts import ListPart
from build_scripts.render.lookups.initials import initial_of
from build_scripts.render.lookups.list_items import pointer_weight
from build_scripts.render.markdown_safe_html import Html, text
from build_scripts.render.page import RenderedPage, one_line, section_blocks
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.site import Site
from build_scripts.render.term_order import in_order

_SOURCE = "annotations/glossary"


def render_glossary_page(site: Site, page: str) -> RenderedPage:
    """One page of the glossary."""
    context = page_context(site, page)
    writer = EntryWriter(context)
    if page in site.parts:
        part = site.parts[page]
        terms = [site.terms[entry] for entry in part.entries]
        members = {member.entry: member for member in part.members}
        return _page(context, terms, lambda term: writer.entry(term, members[term.id]), part)
    # The first page of a glossary with several pages points to every term while it has room.
    terms = in_order(site.terms.values(), site.settings.language)
    if pointer_weight(terms) > site.configuration.longest_list:
        return list_index(context, "glossary", (see_also_html(context),), _SOURCE)
    return _page(context, terms, writer.pointer)


def _page(
    context: PageContext,
    terms: Collection[Term],
    write_entry: Callable[[Term], Html],
    part: ListPart | None = None,
) -> RenderedPage:
    kinds = by_kind(terms, context.words)
    language = context.site.settings.language
    is_part = part is not None and not part.name.is_whole
    continued = part.continued if part else ""
    blocks: list[Html] = [] if part else [parts_html(context, GLOSSARY_PAGE)]
    contents: list[TableOfContentsEntry] = []
    choices = tuple((kind, kind_title(kind, context.words)) for kind, _ in kinds)
    kind_filter = CheckBoxes("kind", "filter-kind", choices if len(choices) > 1 else ())
    names = "h3, .entry > a, bdi, .ipa"
    items = ".entry-term"
    blocks.append(
        filter_html(context.interface, (kind_filter,), len(terms), items, names, is_part=is_part)
    )
    for kind, members in kinds:
        heading = kind_title(kind, context.words)
        entries = [
            (initial_of(term, language), one_line(term.label), f"term-{term.id}")
            for term in members
            if term.id != continued
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
    shown = [term for _, members in kinds for term in members if term.id != continued]
    return list_page(
        context,
        "glossary",
        blocks,
        _SOURCE,
        contents,
        head=glossary_head(context, shown),
        part=part,
    )
