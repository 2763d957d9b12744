"""Write the list of readings, for its own page and for hand-written pages with a place for it."""

from collections.abc import Iterable

from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.reading import Reading
from build_scripts.render.addresses import READINGS_PAGE, reading_page
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import title_language
from build_scripts.render.lists.list_page import list_page
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.page import RenderedPage, one_line
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.site import Site
from build_scripts.render.uses.entry_names import kind_of
from build_scripts.text.edtf_dates import date_key, parsed_date

_COUNTED = (
    ("note", "count-notes"),
    ("cross-reference", "count-cross-references"),
    ("correction", "count-corrections"),
)


def render_index(site: Site) -> RenderedPage:
    """The page that lists all readings."""
    context = page_context(site, READINGS_PAGE)
    blocks = (readings_list(context),)
    return list_page(context, "readings", blocks, "annotations/readings")


def by_date(reading: Reading) -> tuple[object, ...]:
    """The place of a reading in lists, for sorting: the oldest first."""
    date = reading.metadata.date
    return bool(date), date_key(parsed_date(date)) if date else (), reading.id


def oldest_first(readings: Iterable[AnnotatedReading]) -> list[AnnotatedReading]:
    """Readings in the order of lists, the oldest first."""
    return sorted(readings, key=lambda annotated: by_date(annotated.reading))


def readings_list(context: PageContext) -> Html:
    """All readings, each with its metadata and the number of its annotations."""
    readings = oldest_first(context.site.readings.values())
    if not readings:
        return element("p", {**context.speaks}, context.words.html("no-readings"))
    items = (_item(context, annotated) for annotated in readings)
    return element("ul", {"class": "readings", **context.speaks}, *items)


def _item(context: PageContext, annotated: AnnotatedReading) -> Html:
    reading = annotated.reading
    metadata = reading.metadata
    words = context.words
    address = context.link(reading_page(reading.id))
    facts = (
        words.listed(one_line(name.full) for name in metadata.creators),
        words.isolated(one_line(metadata.publisher)),
        text(words.date(metadata.date) if metadata.date else ""),
    )
    known = Html(" · ".join(filter(None, facts)))
    voices = one_line(words.joined(speaker.name for speaker in reading.speakers))
    return element(
        "li",
        None,
        element(
            "h2",
            {"class": "title", "dir": "auto"},
            element(
                "a",
                {"href": address, **title_language(reading, words.language)},
                text(one_line(metadata.title)),
            ),
        ),
        element("p", {"class": "facts"}, known) if known else Html(""),
        element("p", None, text(one_line(metadata.description)))
        if metadata.description
        else Html(""),
        element("p", {"class": "voices"}, text(words.text("names-of-voices", names=voices)))
        if voices
        else Html(""),
        element("p", {"class": "counts"}, text(counts(annotated, words))),
    )


def counts(annotated: AnnotatedReading, words: Words) -> str:
    """The number of annotations of each kind on a reading, in words."""
    entries = {placed.entry: kind_of(placed) for placed in annotated.annotations}
    kinds = list(entries.values())
    terms = {o.term for o in annotated.occurrences}
    parts = [
        words.text(message, count=kinds.count(kind)) for kind, message in _COUNTED if kind in kinds
    ]
    if terms:
        parts.append(words.text("count-terms", count=len(terms)))
    return words.joined(parts) or words.text("no-annotations")
