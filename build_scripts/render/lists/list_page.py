"""Write a page that lists something of the whole collection."""

import posixpath
from collections.abc import Iterable

from build_scripts.model.site_plan import PageInformation, TableOfContentsEntry
from build_scripts.render.language.interface_words import Words
from build_scripts.render.lists.list_parts import neighbours_html, parts_html, way_up_html
from build_scripts.render.lists.part_names import part_name
from build_scripts.render.lookups.entries_and_parts import ListPart
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, text
from build_scripts.render.page import RenderedPage, write_page
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.site import Site


def title_of_list(words: Words, name: str) -> str:
    """The title of a list; `name` is that of its message."""
    return words.text(f"{name}-title")


def title_of_page(site: Site, first_page: str, page: str, title: str = "") -> str:
    """The title of one page of a list in the navigation.

    Args:
        site: with the list.
        first_page: of the list.
        page: one of its pages.
        title: of the list, if it has no message.
    """
    context = page_context(site, page)
    names = (name for name, _ in site.lists[first_page] if name.page == page)
    part = next(names, None)
    if part is None or part.is_whole:
        return title or title_of_list(context.words, posixpath.dirname(first_page))
    return part_name(context, part)


def list_page(
    context: PageContext,
    name: str,
    blocks: Iterable[Html],
    source: str,
    contents: Iterable[TableOfContentsEntry] = (),
    *,
    title: str = "",
    head: Html = NO_HTML,
    is_searched: bool = True,
    part: ListPart | None = None,
) -> RenderedPage:
    """A page with its title and its description.

    Args:
        context: of the page.
        name: of the messages ``NAME-title`` and ``NAME-description``; the latter may repeat the
            title.
        blocks: the content below the title.
        source: the file or folder that holds the entries, relative to the project's root.
        contents: the table of contents.
        title: replaces the message.
        head: markup for the head of the page.
        is_searched: False for a page that repeats other pages.
        part: of the list, if this is not its first page; then its name follows the title.
    """
    words = context.words
    whole_title = title or title_of_list(words, name)
    if part is None or part.name.is_whole:
        description = words.text(f"{name}-description", title=whole_title)
        file = write_page(
            context.page,
            whole_title,
            blocks,
            description,
            heading=context.speaks,
            is_searched=is_searched,
        )
        return RenderedPage(file, PageInformation(source, tuple(contents), head=head))
    named = part_name(context, part.name)
    full = words.text("list-part-title", list=whole_title, part=named)
    around = (
        element("h1", context.speaks, text(full)),
        way_up_html(context, part.name.list_page, whole_title),
        *blocks,
        neighbours_html(context, part),
    )
    of_list = words.text(f"{name}-description", title=whole_title)
    description = words.text("part-description", part=full, reading=of_list)
    file = write_page(
        context.page, named, around, description, heading=None, is_searched=is_searched
    )
    information = PageInformation(source, tuple(contents), head=head, title_in_tab=full)
    return RenderedPage(file, information)


def list_index(
    context: PageContext,
    name: str,
    blocks: Iterable[Html],
    source: str,
    *,
    is_searched: bool = True,
) -> RenderedPage:
    """The first page of a divided list, with links to its parts and further blocks."""
    shown = (parts_html(context, context.page), *blocks)
    return list_page(context, name, shown, source, is_searched=is_searched)
