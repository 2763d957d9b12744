"""List where other readings, events and entries refer to a reading, at the end of its page."""

from collections.abc import Iterable, Iterator

from build_scripts.model.annotation import CrossReference, Note
from build_scripts.model.body_link import BodyLinkKind
from build_scripts.model.placed import AnnotatedReading, Passage
from build_scripts.model.reading import Reading
from build_scripts.model.span import Span
from build_scripts.render.bodies.mentions import (
    AnnotationPlace,
    AroundText,
    Mention,
    QuestionPlace,
    mention_key,
)
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, text
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import (
    is_whole_reading,
    paragraphs_in_words,
    passage_html,
    quotation,
    quoted_html,
    stands_on_page,
)
from build_scripts.render.uses.entry_names import (
    entry_link,
    question_html,
    relation_in_words,
    subject_html,
    where_html,
)
from build_scripts.render.uses.mention_lists import mention_items

REFERRED_TO = "referred-to"
"""The id of the section."""


def referred_to_html(context: PageContext, annotated: AnnotatedReading, shown: Span | None) -> Html:
    """The section of one page of a reading; empty where nothing refers to that page.

    `shown` is the text on the page; it is None for the table of a reading's parts.
    """
    reading = annotated.reading
    groups = (
        ("referred-cross-references", (*_cross_references(context, annotated, shown),)),
        ("referred-questions", (*_questions(context, reading, shown),)),
        ("referred-events", (*_events(context, reading, shown),)),
        ("referred-mentions", (*_mentions(context, annotated, shown),)),
    )
    folded = [_group(context.words, message, items) for message, items in groups if items]
    if not folded:
        return NO_HTML
    return element(
        "section",
        {
            "class": "referred-to",
            "aria-labelledby": REFERRED_TO,
            "data-search-exclude": "",  # words of other pages
            **context.speaks,
        },
        element(
            "h2",
            {"id": REFERRED_TO, "data-search-exclude": ""},
            context.words.html("referred-to-heading"),
        ),
        *folded,
    )


def _group(words: Words, message: str, items: tuple[Html, ...]) -> Html:
    """References of one sort, folded under their number: they may be longer than the text."""
    summary = element("summary", None, words.html(message, count=len(items)))
    return element("details", {"class": "places mentions"}, summary, element("ul", None, *items))


def _is_on_page(reading: Reading, span: Span, shown: Span | None) -> bool:
    """Whether a passage belongs to a page; the whole reading belongs to its first page only."""
    if is_whole_reading(reading, span):
        return shown is None or not reading.parts
    return shown is not None and span.overlaps(shown)


def _is_elsewhere(mention: Mention, reading: str) -> bool:
    match mention.where:
        case (
            AnnotationPlace(reading=place)
            | QuestionPlace(reading=place)
            | AroundText(reading=place)
        ):
            return place != reading
        case _:
            return True


def _here(context: PageContext, passage: Passage) -> Html:
    """A passage of the page's own text: its words, linked, and its paragraphs."""
    reading = context.site.texts[passage.reading]
    if is_whole_reading(reading, passage.span):
        return context.words.html("whole-reading")
    if not reading.source.shows(passage.span):
        return _place(context, passage)
    number = context.site.paragraph_number(passage.reading, passage.span.start)
    link = element(
        "a",
        {"href": context.link_to_paragraph(passage.reading, number)},
        quoted_html(reading, quotation(reading.source, passage.span), context.words.language),
    )
    place = text(paragraphs_in_words(context, passage))
    return context.words.html("passage-on-page", passage=link, place=place)


def _item(words: Words, here: Html, reference: Html) -> Html:
    return element("li", None, words.html("referred-to", here=here, reference=reference))


def _cross_references(
    context: PageContext, annotated: AnnotatedReading, shown: Span | None
) -> Iterator[Html]:
    """The cross-references that are stated on other readings."""
    reading = annotated.reading
    for placed in annotated.annotations:
        end, reference = placed.other_end, placed.annotation
        if not placed.at_far_end or end is None or end.reading == reading.id:
            continue
        if isinstance(reference, CrossReference) and _is_on_page(reading, placed.span, shown):
            relation = element(
                "span",
                {"class": "relation"},
                relation_in_words(context.words, reference.relation, from_far_end=True),
            )
            passage = passage_html(context, end, in_sentence=True)
            related = context.words.html("related", relation=relation, passage=passage)
            yield _item(context.words, _here(context, Passage(reading.id, placed.span)), related)


def _events(context: PageContext, reading: Reading, shown: Span | None) -> Iterator[Html]:
    """The events, each with the paragraphs that it belongs to."""
    words = context.words
    for placed in context.site.events_of.get(reading.id, ()):
        places = _places(context, reading, placed.passages, shown)
        if not places:
            continue
        event = placed.event
        date = text(words.period(event.date, event.end_date))
        named = words.html("event-with-date", event=entry_link(context, event), date=date)
        yield element("li", None, words.html("mention", place=named, context=places))


def _questions(context: PageContext, reading: Reading, shown: Span | None) -> Iterator[Html]:
    """The questions of other readings, each with the paragraphs that it is about."""
    for other, placed in context.site.asked_elsewhere.get(reading.id, ()):
        places = _places(context, reading, placed.passages, shown)
        if places:
            named = question_html(context, other, placed)
            yield element("li", None, context.words.html("mention", place=named, context=places))


def _places(
    context: PageContext, reading: Reading, passages: Iterable[Passage], shown: Span | None
) -> Html:
    """Those of the passages that belong to the page; two of one paragraph are one place."""
    on_page = dict.fromkeys(
        _place(context, passage)
        for passage in passages
        if passage.reading == reading.id and _is_on_page(reading, passage.span, shown)
    )
    return Html(context.words.html("comma").join(on_page))


def _place(context: PageContext, passage: Passage) -> Html:
    """The paragraphs of a passage of the page's own text, linked."""
    if is_whole_reading(context.site.texts[passage.reading], passage.span):
        return context.words.html("in-whole-reading")
    number = context.site.paragraph_number(passage.reading, passage.span.start)
    address = context.link_to_paragraph(passage.reading, number)
    return element("a", {"href": address}, text(paragraphs_in_words(context, passage)))


def _mentions(
    context: PageContext, annotated: AnnotatedReading, shown: Span | None
) -> Iterator[Html]:
    reading = annotated.reading
    yield from _mentions_of_notes(context, annotated, shown)
    if _is_on_page(reading, reading.source.paragraphs_span(1, len(reading.styles)), shown):
        mentions = context.site.mentions.get(mention_key(BodyLinkKind.READING, reading.id), ())
        elsewhere = [mention for mention in mentions if _is_elsewhere(mention, reading.id)]
        yield from mention_items(context, elsewhere)


def _mentions_of_notes(
    context: PageContext, annotated: AnnotatedReading, shown: Span | None
) -> Iterator[Html]:
    """Where notes are mentioned elsewhere; the entries of the notes show the sentences."""
    reading = annotated.reading
    for placed in annotated.annotations:
        note = placed.annotation
        if not isinstance(note, Note) or shown is None:
            continue
        mentions = context.site.mentions.get(mention_key(BodyLinkKind.NOTE, note.id, reading.id))
        if not mentions or not stands_on_page(reading, placed, shown):
            continue
        subject = subject_html(context, reading.id, placed)
        named = context.words.html("note-on", passage=subject)
        here = element("a", {"href": f"#{placed.entry}"}, named)
        for mention in mentions:
            if _is_elsewhere(mention, reading.id):
                yield _item(context.words, here, where_html(context, mention.where))
