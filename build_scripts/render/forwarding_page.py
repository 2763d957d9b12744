"""Write a page that forwards from a former address to the present one."""

from build_scripts.model.site_plan import PageInformation, PageTitle
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import element, text
from build_scripts.render.page import RenderedPage, one_line, write_page
from build_scripts.render.page_context import PageContext


def forwarding_page(
    context: PageContext, new_page: str, title: str, source: str, message: str
) -> RenderedPage:
    """A page that forwards.

    Args:
        context: of the page at the former address.
        new_page: the Markdown file of the present page.
        title: of what has moved.
        source: the file that says so, relative to the project's root.
        message: says that it has moved, with a link named `reading`.
    """
    address = context.link(new_page)
    link = element("a", {"href": address}, text(one_line(title)))
    moved = context.words.html(message, reading=link)
    sentence = element("p", {"class": "moved", **context.speaks}, moved)
    heading = title_of_forwarding(context.words, title).title
    return RenderedPage(
        write_page(context.page, heading, (sentence,), heading=context.speaks),
        PageInformation(source=source, redirect=address),
    )


def title_of_forwarding(words: Words, title: str) -> PageTitle:
    """The title of a page that forwards to something with this title."""
    return PageTitle(words.text("moved-title", title=one_line(title)), forwards=True)
