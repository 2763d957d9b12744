"""Quote passages on other pages: shortened, in their sentence, with a link."""

from build_scripts.model.placed import Passage, PlacedAnnotation
from build_scripts.model.reading import Reading
from build_scripts.model.source_text import Paragraph, SourceText
from build_scripts.model.span import Span
from build_scripts.render.addresses import reading_page
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import reading_direction, title_language
from build_scripts.render.markdown_safe_html import NO_HTML, Html, attribute, element, text
from build_scripts.render.page import folded, one_line, shorten
from build_scripts.render.page_context import PageContext
from build_scripts.render.site import Site
from build_scripts.text.quotation_marks import marks_of_language, quoted, quoted_characters
from build_scripts.text.sentences import Excerpt, excerpt

QUOTED_LENGTH = 160
CONTEXT_LENGTH = 200
"""Characters of a sentence that are shown around a passage."""


def quotation(source: SourceText, span: Span) -> str:
    """The words of a passage on one line; a long passage is quoted without its middle."""
    words = one_line(source.unbroken(*span))
    if len(words) <= QUOTED_LENGTH:
        return words
    head = shorten(words, QUOTED_LENGTH * 2 // 3).rstrip("…")
    tail = words[-QUOTED_LENGTH // 3 :].partition(" ")[2] or words[-QUOTED_LENGTH // 3 :]
    return f"{head} … {tail}"


def context_html(reading: Reading, paragraph: Paragraph, span: Span) -> Html:
    """The sentence of a passage; the passage is marked."""
    return marked_html(_context(reading, paragraph, span))


def _context(reading: Reading, paragraph: Paragraph, span: Span) -> Excerpt:
    start, end = paragraph.span
    first, last = max(span.start, start), min(span.end, end)
    before = reading.source.unbroken(start, first)
    words = reading.source.unbroken(first, last)
    place = Span(len(before), len(before) + len(words))
    around = f"{before}{words}{reading.source.unbroken(last, end)}"
    return excerpt(around, place, reading.metadata.language, CONTEXT_LENGTH)


def _quoted_context(context: Excerpt, around: str) -> Excerpt:
    """An excerpt as it stands between the quotation marks of a language."""
    shown = quoted_characters("".join(context), marks_of_language(around))
    start = len(context.before)
    end = start + len(context.words)
    pieces = (shown[:start], shown[start:end], shown[end:])
    return Excerpt(*map("".join, pieces))


def marked_html(context: Excerpt, address: str = "") -> Html:
    """Words in their surroundings, on one line; the words are marked."""
    marked = Html(f"<mark>{text(one_line(context.words))}</mark>")
    if address:
        marked = Html(f'<a href="{attribute(address)}">{marked}</a>')
    return Html(f"{text(folded(context.before))}{marked}{text(folded(context.after))}")


def listed_place_html(context: PageContext, reading: Reading, span: Span, speaks: Html) -> Html:
    """A place as the item of a list: the linked number of its paragraph, and its sentence.

    `speaks` are the attributes for the language of the link, in a list in that of the reading.
    """
    number = context.site.paragraph_number(reading.id, span.start)
    address = context.link_to_paragraph(reading.id, number)
    label = attribute(context.words.text("paragraph", number=str(number)))
    shown = context_html(reading, reading.source.paragraphs[number - 1], span)
    return Html(
        f'<li><a href="{attribute(address)}"{speaks} aria-label="{label}">{number}</a> {shown}</li>'
    )


def quoted_html(reading: Reading, words: str, around: str) -> Html:
    """Words of a reading between quotation marks, in its language and direction.

    The browser draws the marks of the language `around`, and marks inside are of its inner kind.
    """
    return exactly_quoted_html(reading, quoted(words, marks_of_language(around)))


def exactly_quoted_html(reading: Reading, words: str) -> Html:
    """Words between quotation marks, character for character: a correction may be about a mark."""
    return _in_quotation_marks(reading, text(words))


def _in_quotation_marks(reading: Reading, words: Html) -> Html:
    language = reading.metadata.language
    return Html(f'<q lang="{attribute(language)}" dir="{reading_direction(reading)}">{words}</q>')


def reading_title(site: Site, reading_id: str) -> str:
    """The title of a reading, on one line."""
    return one_line(site.texts[reading_id].metadata.title)


def title_html(reading: Reading, around: str) -> Html:
    """The title of a reading in its language, inside words in another one.

    It is isolated, because it may run in another direction.
    """
    says = {**title_language(reading, around), "dir": "auto"}
    return element("cite", says, text(one_line(reading.metadata.title)))


def is_whole_reading(reading: Reading, span: Span) -> bool:
    """Whether a passage is the whole text of a reading."""
    return span.covers(reading.source.paragraphs_span(1, len(reading.source.paragraphs)))


def stands_on_page(reading: Reading, placed: PlacedAnnotation, shown: Span) -> bool:
    """Whether the entry of an annotation stands on the page that shows this part of the text.

    An annotation on the whole reading stands once, where the reading begins; any other one stands
    on each page with some of its words.
    """
    if placed.on_blocks and is_whole_reading(reading, placed.span):
        return shown.overlaps(reading.source.paragraphs[0].span)
    return placed.span.overlaps(shown)


def paragraphs_in_words(context: PageContext, passage: Passage) -> str:
    """The paragraphs of a passage: ``paragraph 3``, ``paragraphs 3–5``."""
    first, last = paragraph_numbers(context.site, passage)
    return numbered_paragraphs(context.words, first, last, "in-paragraph", "in-paragraphs")


def paragraph_numbers(site: Site, passage: Passage) -> tuple[int, int]:
    """The numbers of the first and the last paragraph of a passage."""
    first = site.paragraph_number(passage.reading, passage.span.start)
    return first, site.paragraph_number(passage.reading, passage.span.end - 1)


def numbered_paragraphs(words: Words, first: int, last: int, one: str, several: str) -> str:
    """The message `one` for a single paragraph, or the message `several`."""
    if first == last:
        return words.text(one, number=str(first))
    return words.text(several, first=str(first), last=str(last))


def passage_html(context: PageContext, passage: Passage, *, in_sentence: bool = False) -> Html:
    """A passage as a linked quotation, followed by its place.

    A whole reading is not quoted: its title is the link. Nor is a passage with words that are not
    published: its place is the link. With `in_sentence`, the sentence around the passage is quoted
    too, if the passage is part of a paragraph.
    """
    reading = context.site.texts[passage.reading]
    title = title_html(reading, context.words.language)
    if is_whole_reading(reading, passage.span):
        address = context.link(reading_page(reading.id))
        return element("a", {"href": address}, title)
    first, last = paragraph_numbers(context.site, passage)
    address = context.link_to_paragraph(passage.reading, first)
    place = text(paragraphs_in_words(context, passage))
    is_here = context.site.pages.page_of(passage.reading, first) == context.page
    if not reading.source.shows(passage.span):
        link = element("a", {"href": address}, place)
        if is_here:
            return link
        return context.words.html("passage-not-shown", place=link, reading=title)
    paragraph = reading.source.paragraphs[first - 1]
    language = context.words.language
    if in_sentence and first == last and not passage.span.covers(paragraph.span):
        context_of = _quoted_context(_context(reading, paragraph, passage.span), language)
        link = _in_quotation_marks(reading, marked_html(context_of, address))
    else:
        words = quoted_html(reading, quotation(reading.source, passage.span), language)
        link = element("a", {"href": address}, words)
    if is_here:
        return context.words.html("passage-on-page", passage=link, place=place)
    return context.words.html("passage-elsewhere", passage=link, reading=title, place=place)


def place_link(context: PageContext, passage: Passage) -> Html:
    """The paragraphs of a passage, linked; or the whole text."""
    reading = context.site.texts[passage.reading]
    if is_whole_reading(reading, passage.span):
        address = context.link(reading_page(reading.id))
        return element("a", {"href": address}, context.words.html("in-whole-reading"))
    first, _ = paragraph_numbers(context.site, passage)
    address = context.link_to_paragraph(passage.reading, first)
    return element("a", {"href": address}, text(paragraphs_in_words(context, passage)))


def blockquote_html(context: PageContext, passage: Passage) -> Html:
    """The words of a passage in their sentence; nothing of a whole reading.

    Nor is there anything of a passage with words that are not published.
    """
    reading = context.site.texts[passage.reading]
    if is_whole_reading(reading, passage.span) or not reading.source.shows(passage.span):
        return NO_HTML
    first, last = paragraph_numbers(context.site, passage)
    if first == last:
        quoted = context_html(reading, reading.source.paragraphs[first - 1], passage.span)
    else:
        quoted = element("mark", None, text(quotation(reading.source, passage.span)))
    language = reading.metadata.language
    return Html(
        f'<blockquote lang="{attribute(language)}" dir="{reading_direction(reading)}">{quoted}'
        "</blockquote>"
    )
