"""How annotations are named and linked away from their place."""

from build_scripts.model.annotation import Correction, CrossReference, Event, Note, Relation, Term
from build_scripts.model.placed import Passage, PlacedAnnotation
from build_scripts.render.addresses import GLOSSARY_PAGE, TIMELINE_PAGE
from build_scripts.render.bodies.mentions import AnnotationPlace
from build_scripts.render.language.messages import Words
from build_scripts.render.markdown_safe_html import Html, attribute, element, text
from build_scripts.render.page import one_line, shorten
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import (
    is_whole_reading,
    paragraphs_in_words,
    quoted_html,
    reading_title,
)

QUOTED_LENGTH = 80


def entry_address(context: PageContext, reading: str, placed: PlacedAnnotation) -> str:
    """The address of an annotation's entry below its text."""
    return context.link(context.site.page_of(reading, placed.span.start), placed.entry)


def subject_html(context: PageContext, reading_id: str, placed: PlacedAnnotation) -> Html:
    """What an annotation is on: some words, paragraphs, or the whole reading."""
    reading = context.site.readings[reading_id].reading
    if not placed.on_blocks:
        words = reading.source.text[placed.span.start : placed.span.end]
        return quoted_html(reading, shorten(words, QUOTED_LENGTH))
    if is_whole_reading(reading, placed.span):
        return context.words.html("whole-reading")
    return text(paragraphs_in_words(context, Passage(reading_id, placed.span)))


def where_html(context: PageContext, where: AnnotationPlace | Term | Event) -> Html:
    """The entry in which something is mentioned, as a link."""
    words = context.words
    match where:
        case Term():
            address = context.link(GLOSSARY_PAGE, f"term-{where.id}")
            return words.html("in-glossary", term=_link(address, one_line(where.label)))
        case Event():
            address = context.link(TIMELINE_PAGE, f"event-{where.id}")
            return words.html("in-timeline", event=_link(address, one_line(where.title)))
        case AnnotationPlace(reading=reading, placed=placed):
            return _annotation_html(context, reading, placed)


def _annotation_html(context: PageContext, reading: str, placed: PlacedAnnotation) -> Html:
    match placed.annotation:
        case Note():
            message = "note-on"
        case CrossReference():
            message = "cross-reference-on"
        case Correction():
            message = "correction-on"
        case Term():
            raise AssertionError("the entry of a term is in the glossary")
    subject = subject_html(context, reading, placed)
    named = context.words.html(message, passage=subject)
    link = element("a", {"href": entry_address(context, reading, placed)}, named)
    title = element("cite", {"dir": "auto"}, text(reading_title(context.site, reading)))
    paragraph = context.site.paragraph_number(reading, placed.span.start)
    if context.site.pages.page_of(reading, paragraph) == context.page:
        return link
    place = text(context.words.text("in-paragraph", number=str(paragraph)))
    return context.words.html("passage-elsewhere", passage=link, reading=title, place=place)


def _link(address: str, words: str) -> Html:
    return Html(f'<a href="{attribute(address)}">{text(words)}</a>')


def relation_in_words(words: Words, relation: Relation, *, from_far_end: bool) -> Html:
    """What a cross-reference is called where it is stated, or at its far end."""
    return words.html(f"{'far-' if from_far_end else ''}relation-{relation}")
