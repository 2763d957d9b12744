"""Write links to the collections of readings."""

from build_scripts.model.arrangement import Shelf
from build_scripts.render.addresses import collection_page
from build_scripts.render.markdown_safe_html import Html, element, join, text
from build_scripts.render.page import one_line
from build_scripts.render.page_context import PageContext

BETWEEN = " › "
"""Stands between a collection and one in it."""


def way_html(context: PageContext, way: tuple[Shelf, ...]) -> Html:
    """A link to each collection on the way from the top."""
    links = (
        element(
            "a",
            {"href": context.link(collection_page(shelf.collection.id)), "dir": "auto"},
            text(one_line(shelf.collection.title)),
        )
        for shelf in way
    )
    return join(links, BETWEEN)
