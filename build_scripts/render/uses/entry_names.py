"""Names and links for annotations that are referred to from another place."""

from build_scripts.model.annotation import (
    Correction,
    CrossReference,
    Event,
    EventReference,
    Note,
    PassageReference,
    Relation,
    Term,
    TermReference,
)
from build_scripts.model.comparison import Comparison
from build_scripts.model.placed import Passage, PlacedAnnotation, PlacedQuestion
from build_scripts.render.addresses import (
    GLOSSARY_PAGE,
    TIMELINE_PAGE,
    comparison_page,
    reading_page,
)
from build_scripts.render.bodies.mentions import (
    AnnotationPlace,
    Around,
    AroundText,
    QuestionPlace,
    Where,
)
from build_scripts.render.interface import in_annotators_language
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.page import one_line, shorten
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import (
    exactly_quoted_html,
    is_whole_reading,
    paragraphs_in_words,
    quoted_html,
    title_html,
)
from build_scripts.render.site import Site

QUOTED_LENGTH = 80
_KINDS = {
    Note: "note",
    CrossReference: "cross-reference",
    Correction: "correction",
    Term: "term",
}


def kind_of(placed: PlacedAnnotation) -> str:
    """The kind of an annotation, as messages and CSS classes name it."""
    return name_of_kind(type(placed.annotation))


def level_class(placed: PlacedAnnotation) -> str:
    """The CSS class for the level of a term; empty for everything else."""
    term = placed.annotation
    return f"level-{term.level}" if isinstance(term, Term) and term.level else ""


def name_of_kind(kind: type[Note | CrossReference | Correction | Term]) -> str:
    """A kind of annotations, as messages and CSS classes name it."""
    return _KINDS[kind]


def entry_name(entry: Term | Event | Comparison) -> str:
    """The name of a term, or the title of an event or a declared comparison, on one line."""
    return one_line(entry.label if isinstance(entry, Term) else entry.title)


def entry_link(context: PageContext, entry: Term | Event | Comparison) -> Html:
    """The name of an entry that belongs to no reading, linked to where it stands."""
    if isinstance(entry, Term):
        address = context.link_to_entry(GLOSSARY_PAGE, f"term-{entry.id}")
    elif isinstance(entry, Comparison):
        address = context.link(comparison_page(entry.id))
    else:
        address = context.link_to_entry(TIMELINE_PAGE, f"event-{entry.id}")
    name = context.words.isolated(entry_name(entry))
    shown = in_annotators_language(context.interface.annotates, name)
    return element("a", {"href": address}, shown)


def entry_referred_to(site: Site, reference: CrossReference) -> Term | Event:
    """The term or event that a cross-reference leads to. Not for cross-references to passages."""
    match reference.refers_to:
        case TermReference(term=term):
            return site.terms[term]
        case EventReference(event=event):
            return site.events[event].event
        case PassageReference():
            raise AssertionError(
                "a cross-reference to a passage already carries that passage in `other_end`"
            )


def entry_address(context: PageContext, reading: str, entry: str, start: int | None) -> str:
    """The address of an annotation's or a question's entry in the apparatus under its reading.

    Its passage begins at the offset `start`. If that is None, it stands on the reading's first
    page.
    """
    page = reading_page(reading) if start is None else context.site.page_of(reading, start)
    return context.link(page, entry)


def subject_html(context: PageContext, reading_id: str, placed: PlacedAnnotation) -> Html:
    """The target of an annotation: a quotation, whole paragraphs, or the whole reading."""
    reading = context.site.texts[reading_id]
    if not placed.on_blocks and reading.source.shows(placed.span):
        words = shorten(reading.source.unbroken(*placed.span), QUOTED_LENGTH)
        if isinstance(placed.annotation, Correction):
            return exactly_quoted_html(reading, words)
        return quoted_html(reading, words, context.words.language)
    if placed.on_blocks and is_whole_reading(reading, placed.span):
        return context.words.html("in-whole-reading")
    return text(paragraphs_in_words(context, Passage(reading_id, placed.span)))


def where_html(context: PageContext, where: Where) -> Html:
    """A link to the entry in which something is mentioned."""
    match where:
        case AroundText(reading=reading, title=title, what=what):
            place = "" if what is Around.NOTICE else what.value
            address = context.link(reading_page(reading), place)
            shown = element("cite", {"dir": "auto"}, text(one_line(title)))
            link = element("a", {"href": address}, shown)
            return context.words.html(f"in-{what.value}", reading=link)
        case Term():
            return context.words.html("in-glossary", term=entry_link(context, where))
        case Event():
            return context.words.html("in-timeline", event=entry_link(context, where))
        case Comparison():
            return context.words.html("in-comparison", comparison=entry_link(context, where))
        case AnnotationPlace(reading=reading, placed=placed):
            return _annotation_html(context, reading, placed)
        case QuestionPlace(reading=reading, placed=question):
            return question_html(context, reading, question)


def _annotation_html(context: PageContext, reading: str, placed: PlacedAnnotation) -> Html:
    words = context.words
    subject = subject_html(context, reading, placed)
    named = words.html(f"{kind_of(placed)}-on", passage=subject)
    link = element(
        "a", {"href": entry_address(context, reading, placed.entry, placed.span.start)}, named
    )
    if context.site.page_of(reading, placed.span.start) == context.page:
        return link
    title = title_html(context.site.texts[reading], context.words.language)
    paragraph = context.site.paragraph_number(reading, placed.span.start)
    place = text(words.text("in-paragraph", number=str(paragraph)))
    return words.html("passage-elsewhere", passage=link, reading=title, place=place)


def question_html(context: PageContext, reading: str, placed: PlacedQuestion) -> Html:
    """A link to a question; from another page with the title of its reading."""
    named = context.words.html("question-number", number=text(str(placed.number)))
    address = entry_address(context, reading, placed.entry, placed.start)
    link = element("a", {"href": address}, named)
    if not address.partition("#")[0]:
        return link
    title = title_html(context.site.texts[reading], context.words.language)
    return context.words.html("question-on", question=link, reading=title)


def relation_in_words(words: Words, relation: Relation, *, from_far_end: bool) -> Html:
    """The name of a relation.

    As its author stated it or, with `from_far_end`, as it reads from the other passage.
    """
    return words.html(f"{'far-' if from_far_end else ''}relation-{relation}")
