"""The notice above a text: what readers must know before they read or quote it."""

from collections.abc import Iterator

from build_scripts.model.reading import Reading
from build_scripts.render.citation.citations import body_html
from build_scripts.render.markdown_safe_html import Html, element
from build_scripts.render.page_context import PageContext
from build_scripts.render.uses.body_links import PageLinks


def notice_blocks(context: PageContext, reading: Reading) -> Iterator[Html]:
    """The notice in a box, on every page of its reading; nothing if there is none."""
    if reading.notice is None:
        return
    links = PageLinks(context.site, context.page, reading.id)
    yield element(
        "div",
        {
            "class": "notice",
            "role": "note",
            "aria-label": context.words.text("notice"),
            "data-apparatus": "",
            **context.speaks,
        },
        body_html(context.site.body(reading.notice, links), context.interface.annotates),
    )
