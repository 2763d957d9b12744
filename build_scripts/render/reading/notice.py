"""What stands in a box above a text: its notice, and which words of it are not published."""

from collections.abc import Iterator

from build_scripts.model.reading import Publish, Reading
from build_scripts.model.source_text import GAP
from build_scripts.render.citation.citations import body_html
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, join, text
from build_scripts.render.page_context import PageContext
from build_scripts.render.uses.body_links import PageLinks


def notice_blocks(context: PageContext, reading: Reading) -> Iterator[Html]:
    """The notice in a box, on every page of its reading; nothing if there is none."""
    if reading.notice is None:
        return
    links = PageLinks(context.site, context.page, reading.id)
    body = context.site.body(reading.notice, links)
    yield _box(context, "notice", body_html(body, context.interface.annotates))


def kept_back_blocks(context: PageContext, reading: Reading) -> Iterator[Html]:
    """Says in a box what the page does not show of its text, and where the whole text is.

    Nothing if the text is published whole.
    """
    if reading.publish is Publish.FULL:
        return
    words, address = context.words, reading.metadata.url
    original = NO_HTML
    if address:
        link = element("a", {"href": address, "rel": "external"}, text(address))
        original = element("p", None, words.html("whole-text-at", original=link))
    said = element("p", None, words.html(f"shows-{reading.publish}", gap=text(GAP)))
    yield _box(context, "notice kept-back", join((said, original)))


def _box(context: PageContext, name: str, content: Html) -> Html:
    return element(
        "div",
        {
            "class": name,
            "role": "note",
            "aria-label": context.words.text("notice"),
            "data-apparatus": "",
            **context.speaks,
        },
        content,
    )
