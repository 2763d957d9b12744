"""Write the preview of a cross-reference's far end, which needs no request to a server."""

from collections.abc import Iterator

from build_scripts.model.placed import Passage
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.render.language.languages import language_attributes, reading_direction
from build_scripts.render.markdown_safe_html import Html, attributes_html, text
from build_scripts.render.page import folded, shorten
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import is_whole_reading, paragraph_numbers

PREVIEW_LENGTH = 600
"""The approximate length of a preview in characters; it is cut between words."""

_PARTED = "…"


def preview_html(context: PageContext, passage: Passage) -> Html:
    """A passage marked in its paragraph, folded; empty for a whole reading.

    It is also empty where not all words of the passage are published.

    Only the first and the last paragraph of a longer passage are shown.
    """
    reading = context.site.texts[passage.reading]
    if is_whole_reading(reading, passage.span) or not reading.source.shows(passage.span):
        return Html("")
    first, last = paragraph_numbers(context.site, passage)
    numbers = (first,) if first == last else (first, last)
    paragraphs = [
        _paragraph(
            reading.source,
            reading.source.paragraphs[number - 1].span,
            passage.span,
            PREVIEW_LENGTH // len(numbers),
        )
        for number in numbers
    ]
    between = f"<p>{_PARTED}</p>" if last - first > 1 else ""
    language = attributes_html(
        language_attributes(
            reading.metadata.language, context.words.language, reading_direction(reading)
        )
    )
    summary = context.words.html("passage-in-context")
    # Not searched: a search finds the passage in its own reading.
    return Html(
        f'<details class="preview" data-search-exclude><summary>{summary}</summary>'
        f"<blockquote{language}>{between.join(paragraphs)}</blockquote></details>"
    )


def _paragraph(source: SourceText, paragraph: Span, passage: Span, length: int) -> str:
    start, end = max(paragraph.start, passage.start), min(paragraph.end, passage.end)
    marked = "".join(_marked(source.unbroken(start, end), length))
    room = max(0, length - (end - start)) // 2
    before = source.unbroken(paragraph.start, start)
    if len(before) > room:
        kept = before[-room:] if room else ""
        before = _PARTED + kept.partition(" ")[2]
    after = source.unbroken(end, paragraph.end)
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + _PARTED
    return f"<p>{text(folded(before))}<mark>{marked}</mark>{text(folded(after))}</p>"


def _marked(words: str, length: int) -> Iterator[Html]:
    """The words of the passage; if they are many, only the beginning and the end."""
    words = folded(words)
    if len(words) <= length:
        yield text(words)
        return
    yield text(shorten(words, length * 2 // 3))
    yield text(" " + words[-length // 3 :].partition(" ")[2])
