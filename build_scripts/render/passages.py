"""Passages quoted away from their page: shortened, in their surroundings, with a link."""

from build_scripts.model.placed import Passage
from build_scripts.model.reading import Reading
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.render.addresses import reading_page
from build_scripts.render.context import SiteContext
from build_scripts.render.html import Html, attribute, element, text
from build_scripts.render.languages import direction
from build_scripts.render.page import folded, one_line, shorten
from build_scripts.render.words import Words

QUOTED_LENGTH = 160
CONTEXT_LENGTH = 60


def quotation(source: SourceText, span: Span) -> str:
    """The words of a passage on one line; the middle is left out where they are many."""
    words = one_line(source.text[span.start : span.end])
    if len(words) <= QUOTED_LENGTH:
        return words
    head = shorten(words, QUOTED_LENGTH * 2 // 3).rstrip("…")
    tail = words[-QUOTED_LENGTH // 3 :].partition(" ")[2] or words[-QUOTED_LENGTH // 3 :]
    return f"{head} … {tail}"


def context_line(source: SourceText, paragraph: Span, span: Span) -> tuple[str, str, str]:
    """A passage in its line: what stands before it, its words, what stands after it.

    Both neighbours are cut at words, at most `CONTEXT_LENGTH` characters away, and never leave
    the paragraph.
    """
    start = max(paragraph.start, span.start - CONTEXT_LENGTH)
    before = source.text[start : span.start]
    if start > paragraph.start:
        before = "…" + (before.partition(" ")[2] or before)
    end = min(paragraph.end, span.end + CONTEXT_LENGTH)
    after = source.text[span.end : end]
    if end < paragraph.end:
        after = (after.rpartition(" ")[0] or after) + "…"
    return before, source.text[span.start : span.end], after


def context_html(source: SourceText, paragraph: Span, span: Span) -> Html:
    """`context_line` as markup, the passage marked."""
    before, words, after = context_line(source, paragraph, span)
    marked = text(one_line(words))
    return Html(f"{text(folded(before))}<mark>{marked}</mark>{text(folded(after))}")


def quoted_html(reading: Reading, words: str) -> Html:
    """Words of a reading between quotation marks, in its language and direction."""
    language = reading.metadata.language
    return Html(f'<q lang="{attribute(language)}" dir="{direction(language)}">{text(words)}</q>')


def reading_title(context: SiteContext, reading_id: str) -> str:
    """The title of a reading, on one line."""
    return one_line(context.readings[reading_id].reading.metadata.title)


def is_whole_reading(reading: Reading, span: Span) -> bool:
    """Whether a passage is all of a reading's text."""
    return span.covers(reading.source.paragraphs_span(1, len(reading.source.paragraphs)))


def paragraphs_in_words(context: SiteContext, passage: Passage) -> str:
    """The paragraphs in which a passage lies: ``paragraph 3``, ``paragraphs 3–5``."""
    first, last = paragraph_numbers(context, passage)
    return numbered_paragraphs(context.words, first, last, "in-paragraph", "in-paragraphs")


def paragraph_numbers(context: SiteContext, passage: Passage) -> tuple[int, int]:
    """The numbers of the first and the last paragraph of a passage."""
    first = context.paragraph_number(passage.reading, passage.span.start)
    return first, context.paragraph_number(passage.reading, passage.span.end - 1)


def numbered_paragraphs(words: Words, first: int, last: int, one: str, several: str) -> str:
    """The message for one paragraph, or the one for several."""
    if first == last:
        return words.text(one, number=str(first))
    return words.text(several, first=str(first), last=str(last))


def passage_html(context: SiteContext, page: str, passage: Passage) -> Html:
    """A passage as a linked quotation, with the place it stands in, as seen from a page.

    A whole reading is not quoted: its title is the link.
    """
    reading = context.readings[passage.reading].reading
    # The title may run in another direction than the page.
    title = element("cite", {"dir": "auto"}, text(reading_title(context, passage.reading)))
    if is_whole_reading(reading, passage.span):
        address = context.addresses.link(page, reading_page(reading.id))
        return element("a", {"href": address}, title)
    number = context.paragraph_number(passage.reading, passage.span.start)
    quoted = quoted_html(reading, quotation(reading.source, passage.span))
    link = element("a", {"href": context.link_to_paragraph(page, passage.reading, number)}, quoted)
    place = text(paragraphs_in_words(context, passage))
    if context.pages.page_of(passage.reading, number) == page:
        return context.words.html("passage-on-page", passage=link, place=place)
    return context.words.html("passage-elsewhere", passage=link, reading=title, place=place)
