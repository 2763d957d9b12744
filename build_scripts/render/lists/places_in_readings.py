"""Say where terms occur in readings, in lists other than the glossary."""

from collections.abc import Sequence

from build_scripts.model.span import Span
from build_scripts.render.addresses import reading_page
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import title_html


def places_in_reading_html(context: PageContext, reading: str, spans: Sequence[Span]) -> Html:
    """How many times a term occurs in a reading, and where it occurs first."""
    number = context.site.paragraph_number(reading, spans[0].start)
    place = element(
        "a",
        {"href": context.link_to_paragraph(reading, number)},
        text(context.words.text("in-paragraph", number=str(number))),
    )
    title = linked_title_html(context, reading)
    return context.words.html("places-in-reading", reading=title, count=len(spans), first=place)


def linked_title_html(context: PageContext, reading: str) -> Html:
    """The title of a reading, which leads to it."""
    title = title_html(context.site.texts[reading], context.words.language)
    return element("a", {"href": context.link(reading_page(reading))}, title)
