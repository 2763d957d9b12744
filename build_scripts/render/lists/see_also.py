"""Link each page with a list to the others."""

from build_scripts.render.markdown_safe_html import NO_HTML, Html, element
from build_scripts.render.page_context import PageContext


def see_also_html(context: PageContext) -> Html:
    """Links from one of these pages to those of the others that exist; empty without others."""
    part = context.site.parts.get(context.page)
    own = part.name.list_page if part else context.page
    links = [
        element("a", {"href": context.link(page)}, context.words.html(f"{_name(page)}-title"))
        for page in context.site.list_pages
        if page != own
    ]
    if not links:
        return NO_HTML
    shown = Html(context.words.html("comma").join(links))
    return element(
        "p", {"class": "see-also", **context.speaks}, context.words.html("see-also", pages=shown)
    )


def _name(page: str) -> str:
    """The name of a page in messages, which is that of its folder."""
    return page.partition("/")[0]
