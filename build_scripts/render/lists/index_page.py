"""Write the list of readings, for its own page and for hand-written pages with a place for it."""

from collections.abc import Iterable, Iterator

from build_scripts.model.arrangement import Shelf
from build_scripts.render.addresses import READINGS_PAGE, collection_page
from build_scripts.render.collection_links import BETWEEN, way_html
from build_scripts.render.lists.filters import LISTED, Choices
from build_scripts.render.lists.list_page import list_page
from build_scripts.render.lists.list_parts import is_divided, parts_html
from build_scripts.render.lists.reading_filter import ReadingFilter, reading_filter
from build_scripts.render.lists.reading_items import reading_items
from build_scripts.render.lookups.entries_and_parts import ListPart
from build_scripts.render.lookups.list_items import weight_of_readings
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, join, start_tag, text
from build_scripts.render.page import RenderedPage, one_line
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.site import Site

_LOWEST_HEADING = 6


def render_index(site: Site, page: str) -> RenderedPage:
    """A page of the list of all readings."""
    context = page_context(site, page)
    part = None if page == READINGS_PAGE else site.parts[page]
    listed = readings_list(context) if part is None else _part(context, part, 2)
    return list_page(context, "readings", (listed,), "annotations/readings", part=part)


def render_collection(site: Site, page: str, identifier: str) -> RenderedPage:
    """A page of a collection."""
    ways = site.arrangement.ways()
    way = next(way for way in ways if way[-1].collection.id == identifier)
    collection = way[-1].collection
    context = page_context(site, page)
    part = None if page == collection_page(identifier) else site.parts[page]
    blocks = _collection(context, way) if part is None else (_part(context, part, 2),)
    return list_page(
        context,
        "collection",
        filter(None, blocks),
        collection.origin.document.path,
        title=one_line(collection.title),
        part=part,
    )


def readings_list(context: PageContext) -> Html:
    """All readings, by collection if the project declares some.

    If they are too many for a page, collections have links instead of their readings.
    """
    arrangement = context.site.arrangement
    if not context.site.texts:
        return element("p", {**context.speaks}, context.words.html("no-readings"))
    shown = _Shown(context, arrangement.all_readings())
    others = shown.readings(READINGS_PAGE, arrangement.others, 3 if arrangement.shelves else 2)
    if not arrangement.shelves:
        return join((shown.form(), others))
    heading = element("h2", None, context.words.html("other-texts"))
    sections = (
        *(shown.section((shelf,), 2) for shelf in arrangement.shelves),
        element("section", {"class": "collection"}, heading, others) if others else NO_HTML,
    )
    names = tuple(
        (way[-1].collection.id, BETWEEN.join(one_line(shelf.collection.title) for shelf in way))
        for way in arrangement.ways()
    )
    return join((shown.form(names), *sections))


def _collection(context: PageContext, way: tuple[Shelf, ...]) -> Iterator[Html]:
    shelf = way[-1]
    shown = _Shown(context, shelf.all_readings())
    yield _way_up(context, way)
    yield _described(context, shelf)
    yield shown.form()
    yield shown.readings(collection_page(shelf.collection.id), shelf.readings, 2)
    for part in shelf.parts:
        yield shown.section((*way, part), 2)


def _part(context: PageContext, part: ListPart, level: int) -> Html:
    """The readings on a part of a list, with the form that filters them."""
    choices = _filter(context, part.entries)
    form = choices.form(context.interface, is_part=True) if choices is not None else NO_HTML
    items = reading_items(context, part.entries, choices, level)
    return join((form, items))


class _Shown:
    """Writes readings on a page, whole or, if they are too many for it, as links to other pages."""

    def __init__(self, context: PageContext, readings: Iterable[str]) -> None:
        self._context = context
        names = tuple(readings)
        longest = context.site.configuration.longest_list
        self._is_short = weight_of_readings(names, context.site.texts) <= longest
        self._choices = _filter(context, names) if self._is_short else None

    def form(self, collections: Choices = ()) -> Html:
        """The form that filters them; empty if they are few, or on other pages."""
        if self._choices is None:
            return NO_HTML
        return self._choices.form(self._context.interface, collections)

    def readings(self, list_page: str, readings: tuple[str, ...], level: int) -> Html:
        """A list of readings, given the first page of the list; empty without any."""
        context = self._context
        if not readings:
            return NO_HTML
        if is_divided(context.site, list_page):
            return parts_html(context, list_page, "count-readings")
        return reading_items(context, readings, self._choices, level)

    def section(self, way: tuple[Shelf, ...], level: int) -> Html:
        """A collection with its readings and its parts, below a heading that leads to its page."""
        context, shelf = self._context, way[-1]
        page = collection_page(shelf.collection.id)
        title = text(one_line(shelf.collection.title))
        below = min(level + 1, _LOWEST_HEADING)
        ids = LISTED.join(one.collection.id for one in way)
        link = element("a", {"href": context.link(page)}, title)
        return join(
            (
                start_tag("section", {"class": "collection", "data-collection": ids}),
                element(f"h{level}", {"dir": "auto"}, link),
                _described(context, shelf),
                self.readings(page, shelf.readings, below) if self._is_short else NO_HTML,
                *(self.section((*way, part), below) for part in shelf.parts),
                Html("</section>"),
            )
        )


def _filter(context: PageContext, readings: Iterable[str]) -> ReadingFilter | None:
    known = context.site.texts
    return reading_filter(context.words, (known[name] for name in readings))


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
