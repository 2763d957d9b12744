"""Write the page of all cross-references, with the two passages of each side by side."""

from itertools import groupby

from build_scripts.model.placed import Passage
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.addresses import reading_page
from build_scripts.render.citation.citations import (
    body_html,
    provenance_html,
    sources_html,
    status_html,
)
from build_scripts.render.lists.list_page import list_index, list_page
from build_scripts.render.lists.see_also import see_also_html
from build_scripts.render.lookups.stated_references import StatedReference
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.page import RenderedPage, section_blocks
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.passages import (
    blockquote_html,
    is_whole_reading,
    paragraph_numbers,
    paragraphs_in_words,
    reading_title,
    title_html,
)
from build_scripts.render.site import Site
from build_scripts.render.uses.body_links import PageLinks
from build_scripts.render.uses.entry_names import (
    entry_address,
    entry_referred_to,
    relation_in_words,
    where_html,
)


def render_cross_references(site: Site, page: str) -> RenderedPage:
    """A page of the list of cross-references, grouped by the readings that they join."""
    context = page_context(site, page)
    name, source = "cross-references", "annotations"
    if page not in site.parts:
        return list_index(context, name, (see_also_html(context),), source, is_searched=False)
    part = site.parts[page]
    references = [site.stated[entry] for entry in part.entries]
    blocks: list[Html] = []
    contents: list[TableOfContentsEntry] = []
    for pair, group in groupby(references, key=lambda stated: stated.pair):
        identifier = "..".join(filter(None, pair))
        title = _title(context, pair)
        contents.append(TableOfContentsEntry(title, identifier))
        attributes = {"class": "comparisons", "aria-labelledby": identifier, **context.speaks}
        comparisons = (_comparison(context, stated) for stated in group)
        blocks += section_blocks(attributes, text(title), comparisons)
    blocks.append(see_also_html(context))
    return list_page(context, name, blocks, source, contents, is_searched=False, part=part)


def _title(context: PageContext, pair: tuple[str, str]) -> str:
    one, other = pair
    if not other:
        return context.words.text("to-entries", reading=reading_title(context.site, one))
    if one == other:
        return context.words.text("within-reading", reading=reading_title(context.site, one))
    return context.words.text(
        "between-readings",
        one=reading_title(context.site, one),
        other=reading_title(context.site, other),
    )


def _comparison(context: PageContext, stated: StatedReference) -> Html:
    reference, words = stated.reference, context.words
    identifier = stated.name
    relation = relation_in_words(words, reference.relation, from_far_end=False)
    placed = stated.placed
    address = entry_address(context, stated.reading, placed.entry, placed.span.start)
    link = element("a", {"href": address}, words.html("in-the-reading"))
    links = PageLinks(context.site, context.page, stated.reading)
    provenance = reference.provenance
    return element(
        "article",
        {
            "class": "entry",
            "id": identifier,
            "aria-labelledby": f"relation.{identifier}",
            "data-status": provenance.status,
        },
        element(
            "h3",
            {"id": f"relation.{identifier}"},
            relation,
            status_html(provenance, words),
        ),
        element(
            "div",
            {"class": "sides"},
            _side(context, Passage(stated.reading, stated.placed.span)),
            _far_side(context, stated),
        ),
        body_html(context.site.body(reference.body, links), context.interface.annotates),
        sources_html(context.interface.short, provenance.sources, words, context.link_to_source),
        provenance_html(provenance, words),
        element("p", {"class": "passages"}, link),
    )


def _side(context: PageContext, passage: Passage) -> Html:
    """A passage in its sentence, below the names of its reading and its paragraphs."""
    reading = context.site.texts[passage.reading]
    title = title_html(reading, context.words.language)
    if is_whole_reading(reading, passage.span):
        address = context.link(reading_page(reading.id))
        link = element("a", {"href": address}, title)
        return element("div", None, element("p", None, link), context.words.html("whole-reading"))
    first, _ = paragraph_numbers(context.site, passage)
    address = context.link_to_paragraph(reading.id, first)
    place = text(paragraphs_in_words(context, passage))
    link = element("a", {"href": address}, title, context.words.html("comma"), place)
    return element("div", None, element("p", None, link), blockquote_html(context, passage))


def _far_side(context: PageContext, stated: StatedReference) -> Html:
    if stated.placed.other_end is not None:
        return _side(context, stated.placed.other_end)
    named = where_html(context, entry_referred_to(context.site, stated.reference))
    return element("div", None, element("p", None, named))
