"""The index of readings."""

from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.site_plan import PageInformation
from build_scripts.render.addresses import READINGS_PAGE, reading_page
from build_scripts.render.context import SiteContext
from build_scripts.render.dates import format_date
from build_scripts.render.html import Html, element, text
from build_scripts.render.marks import kind_of
from build_scripts.render.page import one_line, write_page
from build_scripts.render.reading_pages import RenderedPage

_COUNTED = (
    ("note", "note", "notes"),
    ("cross-reference", "cross-reference", "cross-references"),
    ("correction", "textual note", "textual notes"),
)


def render_index(context: SiteContext) -> RenderedPage:
    """The page that lists all readings, oldest first, with what is written about each."""
    readings = sorted(
        context.collection.readings, key=lambda a: (a.reading.metadata.date, a.reading.id)
    )
    items = (_item(context, annotated) for annotated in readings)
    blocks = (
        (element("ul", {"class": "readings"}, *items),)
        if readings
        else (element("p", None, text("There are no readings yet.")),)
    )
    return RenderedPage(
        write_page(READINGS_PAGE, "Readings", blocks),
        PageInformation(source="annotations/readings"),
    )


def _item(context: SiteContext, annotated: AnnotatedReading) -> Html:
    reading = annotated.reading
    metadata = reading.metadata
    address = context.addresses.link(READINGS_PAGE, reading_page(reading.id))
    published = [metadata.publisher, format_date(metadata.date) if metadata.date else ""]
    facts = [fact for fact in (", ".join(metadata.authors), *published) if fact]
    voices = one_line(", ".join(speaker.name for speaker in reading.speakers))
    return element(
        "li",
        None,
        element(
            "h2",
            {"class": "title", "dir": "auto"},
            element("a", {"href": address}, text(one_line(metadata.title))),
        ),
        element("p", {"class": "facts"}, text(one_line(" · ".join(facts)))) if facts else Html(""),
        element("p", None, text(one_line(metadata.description)))
        if metadata.description
        else Html(""),
        element("p", {"class": "voices"}, text(f"Voices: {voices}")) if voices else Html(""),
        element("p", {"class": "counts"}, text(counts(annotated))),
    )


def counts(annotated: AnnotatedReading) -> str:
    """How many annotations of each kind a reading has, in words."""
    entries = {placed.entry: kind_of(placed) for placed in annotated.annotations}
    kinds = list(entries.values())
    terms = {o.term for o in annotated.occurrences}
    parts = [
        f"{kinds.count(kind)} {one if kinds.count(kind) == 1 else many}"
        for kind, one, many in _COUNTED
        if kind in kinds
    ]
    if terms:
        parts.append(f"{len(terms)} glossary {'term' if len(terms) == 1 else 'terms'}")
    return ", ".join(parts) or "no annotations yet"
