"""Write a page that lists something of the whole collection."""

from collections.abc import Iterable

from build_scripts.model.site_plan import PageInformation, TableOfContentsEntry
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import NO_HTML, Html
from build_scripts.render.page import RenderedPage, write_page
from build_scripts.render.page_context import PageContext


def title_of_list(words: Words, name: str) -> str:
    """The title of a list; `name` is that of its message."""
    return words.text(f"{name}-title")


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
    """
    words = context.words
    title = title or title_of_list(words, name)
    description = words.text(f"{name}-description", title=title)
    return RenderedPage(
        write_page(
            context.page,
            title,
            blocks,
            description,
            heading=context.speaks,
            is_searched=is_searched,
        ),
        PageInformation(source=source, contents=tuple(contents), head=head),
    )
