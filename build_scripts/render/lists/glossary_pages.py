"""Write the pages of the glossary: one page, or a table and a page for each letter."""

from collections.abc import Callable, Collection, Iterable

from build_scripts.model.annotation import Level
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.addresses import GLOSSARY_PAGE
from build_scripts.render.head import glossary_head
from build_scripts.render.language.interface_words import Words
from build_scripts.render.lists.filters import CheckBoxes, Choices, filter_html
from build_scripts.render.lists.glossary_entries import NO_LEVEL, EntryWriter
from build_scripts.render.lists.glossary_order import by_kind, kind_title
from build_scripts.render.lists.letters import letters_html, list_contents
from build_scripts.render.lists.list_page import list_index, list_page
from build_scripts.render.lists.list_parts import parts_html
from build_scripts.render.lists.see_also import see_also_html
from build_scripts.render.lookups.entries_and_parts import ListPart
from build_scripts.render.lookups.list_items import pointer_weight
from build_scripts.render.markdown_safe_html import Html, text
from build_scripts.render.page import RenderedPage, one_line, section_blocks
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.site import Site
from build_scripts.render.term_order import GlossaryLine, in_order, name_in_entry

_SOURCE = "annotations/glossary"


def render_glossary_page(site: Site, page: str) -> RenderedPage:
    """One page of the glossary."""
    context = page_context(site, page)
    if page in site.parts:
        part = site.parts[page]
        lines = [_line(site, entry) for entry in part.entries]
        writer = EntryWriter(context, bool(_levels(lines, context.words)))
        members = {member.entry: member for member in part.members}
        return _page(context, lines, lambda line: writer.line(line, members[line.entry]), part)
    # The first page of a glossary with several pages points to every term while it has room.
    terms = in_order(site.terms.values(), site.settings.language)
    if pointer_weight(terms) > site.configuration.longest_list:
        return list_index(context, "glossary", (see_also_html(context),), _SOURCE)
    lines = [*map(GlossaryLine, terms)]  # each has the aliases of its term
    writer = EntryWriter(context, bool(_levels(lines, context.words)))
    return _page(context, lines, lambda line: writer.pointer(line.term))


def _line(site: Site, entry: str) -> GlossaryLine:
    term_id, alias = name_in_entry(entry)
    return GlossaryLine(site.terms[term_id], alias)


def _levels(lines: Iterable[GlossaryLine], words: Words) -> Choices:
    """The levels to choose from, if any term has one; last those terms that have none."""
    present = {line.term.level for line in lines}
    named = [(level.value, words.text(f"level-{level}")) for level in Level if level in present]
    if named and None in present:
        named.append((NO_LEVEL, words.text("no-level")))
    return tuple(named) if len(named) > 1 else ()


def _page(
    context: PageContext,
    lines: Collection[GlossaryLine],
    write: Callable[[GlossaryLine], Html],
    part: ListPart | None = None,
) -> RenderedPage:
    kinds = by_kind(lines, context.words)
    language = context.site.settings.language
    is_part = part is not None and not part.name.is_whole
    continued = part.continued if part else ""
    blocks: list[Html] = [] if part else [parts_html(context, GLOSSARY_PAGE)]
    contents: list[TableOfContentsEntry] = []
    choices = tuple((kind, kind_title(kind, context.words)) for kind, _ in kinds)
    kind_filter = CheckBoxes("kind", "filter-kind", choices if len(choices) > 1 else ())
    level_filter = CheckBoxes("level", "levels", _levels(lines, context.words))
    names = "h3, .entry > a, bdi, .ipa"
    items = ".entry-term"
    total = sum(not line.alias for line in lines)
    if total:  # a page may have nothing but aliases, of terms on other pages
        blocks.append(
            filter_html(
                context.interface, (kind_filter, level_filter), total, items, names, is_part=is_part
            )
        )
    for kind, members in kinds:
        heading = kind_title(kind, context.words)
        entries = [
            (line.initial(language), one_line(line.term.label), f"term-{line.term.id}")
            for line in members
            if not line.alias and line.entry != continued
        ]
        letters = letters_html(context.words, entries)
        attributes = {
            "class": "glossary",
            "aria-labelledby": f"kind-{kind}",
            "data-kind": kind,
            "data-long": "" if letters else None,
            **context.speaks,
        }
        shown_entries = (*filter(None, (letters,)), *map(write, members))
        blocks += section_blocks(attributes, text(heading), shown_entries)
        contents.append(TableOfContentsEntry(heading, f"kind-{kind}"))
        contents += list_contents(entries, 3)
    blocks.append(see_also_html(context))
    shown = [
        line.term
        for _, members in kinds
        for line in members
        if not line.alias and line.entry != continued
    ]
    return list_page(
        context,
        "glossary",
        blocks,
        _SOURCE,
        contents,
        head=glossary_head(context, shown),
        part=part,
    )
