"""Write the overview: what the readings have in common, as a picture and in tables."""

from collections.abc import Iterator

from build_scripts.render.addresses import OVERVIEW_PAGE
from build_scripts.render.lists.list_page import list_page
from build_scripts.render.lists.list_parts import is_divided, parts_html
from build_scripts.render.lookups.corpus_relations import (
    CorpusRelations,
    Pair,
    most_connected,
    row_of_pair,
)
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.page import RenderedPage, one_line
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.pictures.overview_groups import Shown, shown_readings
from build_scripts.render.pictures.overview_picture import overview_picture
from build_scripts.render.pictures.overview_tables import (
    between_readings,
    references_table,
    row_of_groups,
    terms_table,
)
from build_scripts.render.site import Site

MOST_READINGS, MOST_TERMS = 12, 20
"""The greatest numbers of readings and terms in the picture."""


def render_overview(site: Site, page: str) -> RenderedPage:
    """The page with the picture of the collection, or a part of its table of cross-references."""
    context = page_context(site, page)
    if page == OVERVIEW_PAGE:
        return list_page(context, "overview", _blocks(context, site.relations), "annotations")
    part = site.parts[page]
    pairs = [_pair_named(entry) for entry in part.entries]
    table = between_readings(context, {pair: site.relations.references[pair] for pair in pairs})
    return list_page(context, "overview", table, "annotations", part=part)


def _pair_named(entry: str) -> Pair:
    """The readings of a row, given its name in `relation_items`."""
    first, _, other = entry.partition("..")
    return first, other


def _blocks(context: PageContext, relations: CorpusRelations) -> Iterator[Html]:
    words = context.words
    shown = shown_readings(context, relations)
    key = words.html("overview-key-groups" if shown.is_grouped else "overview-key")
    yield element("p", {"class": "overview-key", **context.speaks}, key)
    yield from _picture(context, shown)
    tables = [*terms_table(context, shown)]
    if shown.is_grouped:
        tables += references_table(context, shown, shown.relations.references)
    if is_divided(context.site, OVERVIEW_PAGE):
        tables.append(element("h2", None, words.html("references-between")))
        tables.append(parts_html(context, OVERVIEW_PAGE))
    else:
        tables += between_readings(context, relations.references)
    summary = element("summary", None, words.html("overview-tables"))
    yield element("details", {"class": "about-text", **context.speaks}, summary, *tables)


def _picture(context: PageContext, of: Shown) -> Iterator[Html]:
    chosen = most_connected(of.relations, of.titles.keys(), MOST_READINGS)
    titles = {name: title for name, title in of.titles.items() if name in chosen}
    shown = of.relations.among(chosen)
    rows = {reading: row for row, reading in enumerate(titles)}

    def middle(term: str) -> tuple[float, str]:
        """Sort a term beside the readings that use it, so that few lines cross."""
        places = shown.terms[term]
        return sum(rows[r] * n for r, n in places.items()) / sum(places.values()), term

    names = {
        term: one_line(context.site.terms[term].label)
        for term in sorted([*shown.terms][:MOST_TERMS], key=middle)
    }
    addresses = {pair: _row_address(context, of, pair) for pair in shown.arcs()}
    yield overview_picture(context, titles, names, shown, addresses, of.pages)
    words = context.words
    readings = sum(size for name, size in of.sizes.items() if name not in chosen)
    left_out = [
        words.text(message, count=count)
        for message, count in (
            ("count-readings", readings),
            ("count-terms", len(of.relations.terms) - len(names)),
        )
        if count
    ]
    if left_out:
        sentence = words.html("left-out", what=text(words.joined(left_out)))
        yield element("p", {"class": "overview-key", **context.speaks}, sentence)


def _row_address(context: PageContext, of: Shown, pair: Pair) -> str:
    """The address of the row that the number of an arc links to.

    It is that of the first direction there is.
    """
    first, other = pair
    known = pair if pair in of.relations.references else (other, first)
    if of.is_grouped:
        return f"#{row_of_groups(known)}"
    return context.link_to_entry(OVERVIEW_PAGE, row_of_pair(known))
