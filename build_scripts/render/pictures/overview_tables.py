"""Write the tables that say the same as the picture of the overview."""

from collections.abc import Iterator, Mapping

from build_scripts.model.annotation import Relation
from build_scripts.render.addresses import GLOSSARY_PAGE, reading_page
from build_scripts.render.language.interface_words import Words
from build_scripts.render.lookups.corpus_relations import Pair, row_of_pair
from build_scripts.render.markdown_safe_html import Html, element, join, text
from build_scripts.render.page import one_line
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import reading_title
from build_scripts.render.pictures.overview_groups import Shown
from build_scripts.render.uses.entry_names import relation_in_words

MOST_ROWS, MOST_IN_ROW = 200, 20
"""The greatest numbers of rows in the table of terms, and of readings in one of its rows."""


def row_of_groups(pair: Pair) -> str:
    """The id of the row of the cross-references from one group to another."""
    return f"between-{pair[0]}-{pair[1]}".lower()


def terms_table(context: PageContext, of: Shown) -> Iterator[Html]:
    """The table of terms with the readings in which they occur; nothing without terms."""
    if not of.relations.terms:
        return
    rows = (
        _row(
            "",
            element(
                "a",
                {"href": context.link_to_entry(GLOSSARY_PAGE, f"term-{term}"), "dir": "auto"},
                text(one_line(context.site.terms[term].label)),
            ),
            _readings_with_counts(context, of, places),
        )
        for term, places in [*of.relations.terms.items()][:MOST_ROWS]
    )
    yield _table(context.words, "shared-terms", ("term-column", "readings-column"), rows)


def _readings_with_counts(context: PageContext, of: Shown, places: Mapping[str, int]) -> Html:
    """Links to readings, each with its number of places; further readings are only counted."""
    words = context.words
    ordered = sorted(places, key=lambda reading: (-places[reading], reading))
    shown = [
        words.html("with-count", what=_link(context, of, reading), count=places[reading])
        for reading in ordered[:MOST_IN_ROW]
    ]
    rest = sum(of.sizes[name] for name in ordered[MOST_IN_ROW:])
    if rest:
        shown.append(words.html("count-readings", count=rest))
    return join(shown, words.text("semicolon"))


def between_readings(
    context: PageContext, references: Mapping[Pair, Mapping[Relation, int]]
) -> Iterator[Html]:
    """The table of the cross-references between readings."""
    names = {name for pair in references for name in pair}
    of = Shown(
        {name: reading_title(context.site, name) for name in names},
        {name: reading_page(name) for name in names},
        {},
        context.site.relations,
        is_grouped=False,
    )
    return references_table(context, of, references)


def references_table(
    context: PageContext, of: Shown, references: Mapping[Pair, Mapping[Relation, int]]
) -> Iterator[Html]:
    """The table of cross-references from one to another; nothing without any."""
    if not references:
        return
    rows = (
        _row(
            row_of_groups((first, other)) if of.is_grouped else row_of_pair((first, other)),
            _link(context, of, first),
            _link(context, of, other),
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


def _link(context: PageContext, of: Shown, name: str) -> Html:
    address = context.link(of.pages[name])
    return element("a", {"href": address, "dir": "auto"}, text(of.titles[name]))


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
