"""Write the overview: what the readings have in common, as a picture and in tables."""

from collections.abc import Iterator, Mapping

from build_scripts.model.annotation import Relation
from build_scripts.render.addresses import GLOSSARY_PAGE, OVERVIEW_PAGE, reading_page
from build_scripts.render.language.interface_words import Words
from build_scripts.render.lists.list_page import list_page
from build_scripts.render.lists.list_parts import is_divided, parts_html
from build_scripts.render.lookups.corpus_relations import (
    CorpusRelations,
    Pair,
    most_connected,
    row_of_pair,
)
from build_scripts.render.markdown_safe_html import Html, element, join, text
from build_scripts.render.page import RenderedPage, one_line
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.passages import reading_title
from build_scripts.render.pictures.overview_picture import overview_picture
from build_scripts.render.site import Site
from build_scripts.render.uses.entry_names import relation_in_words

MOST_READINGS, MOST_TERMS = 12, 20
"""The greatest numbers of readings and terms in the picture."""
MOST_ROWS, MOST_IN_ROW = 200, 20
"""The greatest numbers of rows in the table of terms, and of readings in one of its rows."""


def render_overview(site: Site, page: str) -> RenderedPage:
    """The page with the picture of the collection, or a part of its table of cross-references."""
    context = page_context(site, page)
    if page == OVERVIEW_PAGE:
        return list_page(context, "overview", _blocks(context, site.relations), "annotations")
    part = site.parts[page]
    pairs = [_pair_named(entry) for entry in part.entries]
    table = _references_table(context, {pair: site.relations.references[pair] for pair in pairs})
    return list_page(context, "overview", table, "annotations", part=part)


def _pair_named(entry: str) -> Pair:
    """The readings of a row, given its name in `relation_items`."""
    first, _, other = entry.partition("..")
    return first, other


def _blocks(context: PageContext, relations: CorpusRelations) -> Iterator[Html]:
    words = context.words
    yield element("p", {"class": "overview-key", **context.speaks}, words.html("overview-key"))
    yield from _picture(context, relations)
    tables = [*_terms_table(context, relations)]
    if is_divided(context.site, OVERVIEW_PAGE):
        tables.append(element("h2", None, words.html("references-between")))
        tables.append(parts_html(context, OVERVIEW_PAGE))
    else:
        tables += _references_table(context, relations.references)
    summary = element("summary", None, words.html("overview-tables"))
    yield element("details", {"class": "about-text", **context.speaks}, summary, *tables)


def _picture(context: PageContext, relations: CorpusRelations) -> Iterator[Html]:
    texts = context.site.texts
    readings = [texts[name] for name in context.site.arrangement.all_readings()]
    chosen = most_connected(relations, texts.keys(), MOST_READINGS)
    titles = {r.id: one_line(r.metadata.title) for r in readings if r.id in chosen}
    shown = relations.among(chosen)
    rows = {reading: row for row, reading in enumerate(titles)}

    def middle(term: str) -> tuple[float, str]:
        """Sort a term beside the readings that use it, so that few lines cross."""
        places = shown.terms[term]
        return sum(rows[r] * n for r, n in places.items()) / sum(places.values()), term

    names = {
        term: one_line(context.site.terms[term].label)
        for term in sorted([*shown.terms][:MOST_TERMS], key=middle)
    }
    addresses = {
        pair: context.link_to_entry(OVERVIEW_PAGE, _row_id(shown, pair)) for pair in shown.arcs()
    }
    yield overview_picture(context, titles, names, shown, addresses)
    words = context.words
    left_out = [
        words.text(message, count=count)
        for message, count in (
            ("count-readings", len(readings) - len(titles)),
            ("count-terms", len(relations.terms) - len(names)),
        )
        if count
    ]
    if left_out:
        sentence = words.html("left-out", what=text(words.joined(left_out)))
        yield element("p", {"class": "overview-key", **context.speaks}, sentence)


def _row_id(relations: CorpusRelations, pair: Pair) -> str:
    """The id of the row that the number of an arc links to, in the first direction there is."""
    first, other = pair
    known = pair if pair in relations.references else (other, first)
    return row_of_pair(known)


def _terms_table(context: PageContext, relations: CorpusRelations) -> Iterator[Html]:
    if not relations.terms:
        return
    rows = (
        _row(
            "",
            element(
                "a",
                {"href": context.link_to_entry(GLOSSARY_PAGE, f"term-{term}"), "dir": "auto"},
                text(one_line(context.site.terms[term].label)),
            ),
            _readings_with_counts(context, places),
        )
        for term, places in [*relations.terms.items()][:MOST_ROWS]
    )
    yield _table(context.words, "shared-terms", ("term-column", "readings-column"), rows)


def _readings_with_counts(context: PageContext, places: Mapping[str, int]) -> Html:
    """Links to readings, each with its number of places; further readings are only counted."""
    words = context.words
    ordered = sorted(places, key=lambda reading: (-places[reading], reading))
    shown = [
        words.html("with-count", what=_reading_link(context, reading), count=places[reading])
        for reading in ordered[:MOST_IN_ROW]
    ]
    rest = len(ordered) - len(shown)
    if rest:
        shown.append(words.html("count-readings", count=rest))
    return join(shown, words.text("semicolon"))


def _references_table(
    context: PageContext, references: Mapping[Pair, Mapping[Relation, int]]
) -> Iterator[Html]:
    if not references:
        return
    rows = (
        _row(
            row_of_pair((first, other)),
            _reading_link(context, first),
            _reading_link(context, other),
            _relations(context.words, counts),
        )
        for (first, other), counts in references.items()
    )
    columns = ("from-column", "to-column", "relations-column")
    yield _table(context.words, "references-between", columns, rows)


def _relations(words: Words, counts: Mapping[Relation, int]) -> Html:
    counted = (
        words.html(
            "with-count",
            what=relation_in_words(words, relation, from_far_end=False),
            count=counts[relation],
        )
        for relation in sorted(counts, key=lambda relation: (-counts[relation], relation))
    )
    return join(counted, words.text("semicolon"))


def _reading_link(context: PageContext, reading: str) -> Html:
    address = context.link(reading_page(reading))
    return element(
        "a", {"href": address, "dir": "auto"}, text(reading_title(context.site, reading))
    )


def _table(words: Words, caption: str, columns: tuple[str, ...], rows: Iterator[Html]) -> Html:
    heads = (element("th", {"scope": "col"}, words.html(name)) for name in columns)
    return element(
        "table",
        None,
        element("caption", None, words.html(caption)),
        element("thead", None, element("tr", None, *heads)),
        element("tbody", None, *rows),
    )


def _row(row_id: str, head: Html, *cells: Html) -> Html:
    attributes = {"id": row_id} if row_id else None
    return element(
        "tr",
        attributes,
        element("th", {"scope": "row"}, head),
        *(element("td", None, cell) for cell in cells),
    )
