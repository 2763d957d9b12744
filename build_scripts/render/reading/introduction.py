"""The introduction of a reading: what is good to know before the text is read."""

from collections.abc import Callable, Iterator

from build_scripts.model.reading import Reading
from build_scripts.render.addresses import INTRODUCTION
from build_scripts.render.citation.citations import body_html, provenance_html, sources_html
from build_scripts.render.markdown_safe_html import Html, element
from build_scripts.render.page_context import PageContext
from build_scripts.render.uses.body_links import PageLinks


def introduction_blocks(
    context: PageContext, reading: Reading, address_of_source: Callable[[str], str]
) -> Iterator[Html]:
    """The introduction, unfolded at first; nothing if there is none.

    `address_of_source` is that of the full form of a source, given its id.
    """
    introduction = reading.introduction
    if introduction is None:
        return
    words, interface = context.words, context.interface
    links = PageLinks(context.site, context.page, reading.id)
    provenance = introduction.provenance
    heading = element("h2", None, words.html("introduction-heading"))
    yield element(
        "details",
        {
            "id": INTRODUCTION,
            "class": "before-text",
            "open": "",
            "data-apparatus": "",
            **context.speaks,
        },
        element("summary", None, heading),
        body_html(context.site.body(introduction.body, links), interface.annotates),
        sources_html(interface.short, provenance.sources, words, address_of_source),
        provenance_html(provenance, words, INTRODUCTION),
    )
