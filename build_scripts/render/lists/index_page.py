"""Write the list of readings, for its own page and for hand-written pages with a place for it."""

from collections.abc import Iterator

from build_scripts.model.arrangement import Shelf
from build_scripts.render.addresses import READINGS_PAGE, collection_page
from build_scripts.render.collection_links import BETWEEN, way_html
from build_scripts.render.lists.filters import LISTED, Choices
from build_scripts.render.lists.list_page import list_page
from build_scripts.render.lists.reading_filter import ReadingFilter, reading_filter
from build_scripts.render.lists.reading_items import reading_items
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, join, start_tag, text
from build_scripts.render.page import RenderedPage, one_line
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.site import Site

_LOWEST_HEADING = 6


def render_index(site: Site) -> RenderedPage:
    """The page that lists all readings."""
    context = page_context(site, READINGS_PAGE)
    blocks = (readings_list(context),)
    return list_page(context, "readings", blocks, "annotations/readings")


def render_collection(site: Site, identifier: str) -> RenderedPage:
    """The page of a collection."""
    ways = site.arrangement.ways()
    return _collection_page(site, next(way for way in ways if way[-1].collection.id == identifier))


def readings_list(context: PageContext) -> Html:
    """All readings, by collection if the project declares some."""
    arrangement = context.site.arrangement
    if not context.site.readings:
        return element("p", {**context.speaks}, context.words.html("no-readings"))
    choices = _filter(context, arrangement.all_readings())
    others = _readings(context, arrangement.others, choices, 3 if arrangement.shelves else 2)
    if not arrangement.shelves:
        return join((_form(context, choices), others))
    heading = element("h2", None, context.words.html("other-texts"))
    sections = (
        *(_section(context, (shelf,), choices, 2) for shelf in arrangement.shelves),
        element("section", {"class": "collection"}, heading, others) if others else NO_HTML,
    )
    names = tuple(
        (way[-1].collection.id, BETWEEN.join(one_line(shelf.collection.title) for shelf in way))
        for way in arrangement.ways()
    )
    return join((_form(context, choices, names), *sections))


def _collection_page(site: Site, way: tuple[Shelf, ...]) -> RenderedPage:
    shelf = way[-1]
    collection = shelf.collection
    context = page_context(site, collection_page(collection.id))
    choices = _filter(context, shelf.all_readings())
    blocks = (
        _way_up(context, way),
        _described(context, shelf),
        _form(context, choices),
        _readings(context, shelf.readings, choices, 2),
        *(_section(context, (*way, part), choices, 2) for part in shelf.parts),
    )
    return list_page(
        context,
        "collection",
        filter(None, blocks),
        collection.origin.document.path,
        title=one_line(collection.title),
    )


def _filter(context: PageContext, readings: Iterator[str]) -> ReadingFilter | None:
    known = context.site.readings
    return reading_filter(context.words, (known[name].reading for name in readings))


def _form(context: PageContext, choices: ReadingFilter | None, collections: Choices = ()) -> Html:
    return choices.form(context.interface, collections) if choices is not None else NO_HTML


def _readings(
    context: PageContext, readings: tuple[str, ...], choices: ReadingFilter | None, level: int
) -> Html:
    """A list of readings; empty without any."""
    if not readings:
        return NO_HTML
    known = context.site.readings
    return reading_items(context, (known[name] for name in readings), choices, level)


def _section(
    context: PageContext, way: tuple[Shelf, ...], choices: ReadingFilter | None, level: int
) -> Html:
    """A collection with its readings and its parts, below a heading that leads to its page."""
    shelf = way[-1]
    address = context.link(collection_page(shelf.collection.id))
    title = text(one_line(shelf.collection.title))
    below = min(level + 1, _LOWEST_HEADING)
    ids = LISTED.join(one.collection.id for one in way)
    return join(
        (
            start_tag("section", {"class": "collection", "data-collection": ids}),
            element(f"h{level}", {"dir": "auto"}, element("a", {"href": address}, title)),
            _described(context, shelf),
            _readings(context, shelf.readings, choices, below),
            *(_section(context, (*way, part), choices, below) for part in shelf.parts),
            Html("</section>"),
        )
    )


def _described(context: PageContext, shelf: Shelf) -> Html:
    """What a collection holds, and how many readings."""
    description = one_line(shelf.collection.description)
    number = context.words.text("count-readings", count=sum(1 for _ in shelf.all_readings()))
    shown = element("p", {"dir": "auto"}, text(description)) if description else NO_HTML
    return join((shown, element("p", {"class": "counts", **context.speaks}, text(number))))


def _way_up(context: PageContext, way: tuple[Shelf, ...]) -> Html:
    """Links to the collections above, and to the list of all readings."""
    links = [
        element("a", {"href": context.link(READINGS_PAGE)}, context.words.html("readings-title")),
        *filter(None, (way_html(context, way[:-1]),)),
    ]
    part_of = context.words.html("part-of", reading=Html(BETWEEN.join(links)))
    return element("p", {"class": "part-of", **context.speaks}, part_of)
