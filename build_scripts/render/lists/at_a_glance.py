"""Write what a home page shows of a collection: some readings, and the ways into them."""

from collections.abc import Iterator

from build_scripts.model.arrangement import Shelf
from build_scripts.render.addresses import (
    FURTHER_LISTS,
    READINGS_PAGE,
    collection_page,
)
from build_scripts.render.lists.index_page import readings_list
from build_scripts.render.lists.reading_filter import FEWEST
from build_scripts.render.lists.reading_items import reading_items
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, join, text
from build_scripts.render.page import one_line
from build_scripts.render.page_context import PageContext


def readings_at_a_glance(context: PageContext) -> Html:
    """All readings if they are few; else the collections, or the first readings, and a link."""
    arrangement = context.site.arrangement
    names = tuple(arrangement.all_readings())
    if len(names) < FEWEST:
        return readings_list(context)
    if arrangement.shelves:
        shelves = (_shelf(context, shelf) for shelf in arrangement.shelves)
        shown = element("ul", {"class": "readings", **context.speaks}, *shelves)
    else:
        shown = reading_items(context, names[: FEWEST - 1])
    words = context.words.html("all-readings", count=len(names))
    link = element("a", {"href": context.link(READINGS_PAGE)}, words)
    return join((shown, element("p", {"class": "all-readings", **context.speaks}, link)))


def _shelf(context: PageContext, shelf: Shelf) -> Html:
    """A collection, with the number of its readings."""
    collection = shelf.collection
    address = context.link(collection_page(collection.id))
    link = element("a", {"href": address}, text(one_line(collection.title)))
    number = context.words.html("count-readings", count=sum(1 for _ in shelf.all_readings()))
    described = one_line(collection.description)
    return element(
        "li",
        None,
        element("h2", {"class": "title", "dir": "auto"}, link),
        element("p", {"class": "facts"}, number),
        element("p", {"dir": "auto"}, text(described)) if described else NO_HTML,
    )


def ways_in(context: PageContext) -> Html:
    """Links to the lists that explain the texts, each with what it is good for.

    Without any, a link to the list of readings: a heading above has something to lead to.
    """
    return element("ul", {"class": "ways-in", **context.speaks}, *_ways(context))


def _ways(context: PageContext) -> Iterator[Html]:
    words = context.words
    pages = [page for page in context.site.list_pages if page not in FURTHER_LISTS]
    for page in pages or (READINGS_PAGE,):
        name = page.partition("/")[0]
        link = element("a", {"href": context.link(page)}, words.html(f"{name}-title"))
        yield element("li", None, link, Html(" "), words.html(f"way-in-{name}"))
