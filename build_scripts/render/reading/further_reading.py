"""Write the further reading below a text: sources in full, each with a word on it."""

from collections.abc import Iterator

from build_scripts.model.annotation import Recommendation
from build_scripts.model.reading import Reading
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.addresses import FURTHER_READING
from build_scripts.render.citation.citations import body_html
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import Html, element
from build_scripts.render.page import one_line, section_blocks
from build_scripts.render.page_context import PageContext
from build_scripts.render.uses.body_links import PageLinks


def further_reading_blocks(context: PageContext, reading: Reading) -> Iterator[Html]:
    """The section; nothing if nothing is recommended."""
    if not reading.further_reading:
        return iter(())
    attributes = {
        "class": "apparatus further-reading",
        "aria-labelledby": FURTHER_READING,
        **context.speaks,
    }
    items = (_item(context, reading, one) for one in reading.further_reading)
    listed = element("ul", None, *items)
    return section_blocks(attributes, context.words.html("further-reading-heading"), (listed,))


def further_reading_contents(words: Words, reading: Reading) -> Iterator[TableOfContentsEntry]:
    """The entry of the section in the table of contents, if there is one."""
    if reading.further_reading:
        yield TableOfContentsEntry(words.text("further-reading-heading"), FURTHER_READING)


def _item(context: PageContext, reading: Reading, recommended: Recommendation) -> Html:
    interface, words = context.interface, context.words
    citation = recommended.citation
    reference = context.site.references[citation.reference]
    full = interface.full.of(reference, interface.short[reference.id])
    if citation.locator:
        full = Html(words.html("comma").join((full, words.isolated(one_line(citation.locator)))))
    links = PageLinks(context.site, context.page, reading.id)
    body = context.site.body(recommended.body, links)
    return element("li", None, element("p", None, full), body_html(body, interface.annotates))
