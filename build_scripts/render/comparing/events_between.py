"""Write the events between compared readings, with the readings among them."""

from collections.abc import Iterable, Iterator

from build_scripts.model.placed import Passage, PlacedEvent
from build_scripts.model.reading import Reading
from build_scripts.render.addresses import reading_page
from build_scripts.render.comparing.compared import Compared
from build_scripts.render.lookups.compared_readings import is_publication
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, text
from build_scripts.render.passages import place_link, title_html
from build_scripts.render.uses.entry_names import entry_link


def events_html(page: Compared, entries: Iterable[Reading | PlacedEvent]) -> Html:
    """Events and readings in the order of their dates, as a list."""
    items = (
        _reading(page, entry) if isinstance(entry, Reading) else _event(page, entry)
        for entry in entries
    )
    return element("ol", {"class": "between"}, *items)


def _reading(page: Compared, reading: Reading) -> Html:
    context = page.context
    address = context.link(reading_page(reading.id))
    title = title_html(reading, context.words.language)
    link = element("a", {"href": address}, title)
    said = context.words.html("text-published", reading=link)
    return element(
        "li",
        {"class": f"published {page.css_class(reading.id)}"},
        element("p", {"class": "date"}, text(context.words.date(reading.metadata.date))),
        element("p", None, said),
    )


def _event(page: Compared, placed: PlacedEvent) -> Html:
    event, words = placed.event, page.context.words
    published = [one.id for one in page.readings if is_publication(placed, one)]
    marked = f"published {page.css_class(published[0])}" if published else None
    return element(
        "li",
        {"class": marked},
        element("p", {"class": "date"}, text(words.period(event.date, event.end_date))),
        element("p", None, entry_link(page.context, event)),
        *_passages(page, placed),
    )


def _passages(page: Compared, placed: PlacedEvent) -> Iterator[Html]:
    """The passages of each text that the event sheds light on."""
    for reading in page.readings:
        whole = is_publication(placed, reading)
        of_reading = [one for one in placed.passages if one.reading == reading.id and not whole]
        if of_reading:
            yield _of_reading(page, reading.id, of_reading)


def _of_reading(page: Compared, reading: str, passages: Iterable[Passage]) -> Html:
    words = page.context.words
    links = dict.fromkeys(place_link(page.context, passage) for passage in passages)
    listed = Html(words.html("comma").join(links)) if links else NO_HTML
    said = words.html("event-passages", reading=page.label(reading), passages=listed)
    return element("p", {"class": f"whose {page.css_class(reading)}"}, said)
