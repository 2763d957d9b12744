"""Write readings as the items of a list."""

from collections.abc import Iterable

from build_scripts.model.placed import AnnotatedReading
from build_scripts.render.addresses import reading_page
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import title_language
from build_scripts.render.lists.reading_filter import ReadingFilter
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.page import one_line
from build_scripts.render.page_context import PageContext
from build_scripts.render.reading_facts import FACTS_BETWEEN, facts_html
from build_scripts.render.uses.entry_names import kind_of

_COUNTED = (
    ("note", "count-notes"),
    ("cross-reference", "count-cross-references"),
    ("correction", "count-corrections"),
)


def reading_items(
    context: PageContext,
    readings: Iterable[AnnotatedReading],
    choices: ReadingFilter | None = None,
    level: int = 2,
) -> Html:
    """A list of readings, each with its metadata and the number of its annotations.

    Args:
        context: of the page.
        readings: in their order.
        choices: the form that filters them, if there is one.
        level: of the headings with the titles.
    """
    items = (_item(context, annotated, choices, level) for annotated in readings)
    return element("ul", {"class": "readings", **context.speaks}, *items)


def _item(
    context: PageContext, annotated: AnnotatedReading, choices: ReadingFilter | None, level: int
) -> Html:
    reading = annotated.reading
    metadata = reading.metadata
    words = context.words
    address = context.link(reading_page(reading.id))
    known = Html(FACTS_BETWEEN.join(facts_html(words, metadata)))
    voices = one_line(words.joined(speaker.name for speaker in reading.speakers))
    return element(
        "li",
        choices.values_of(reading) if choices is not None else None,
        element(
            f"h{level}",
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
