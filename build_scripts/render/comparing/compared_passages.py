"""Write the cross-references between compared readings, with their passages side by side."""

from collections.abc import Iterable, Iterator, Sequence

from build_scripts.render.citation.citations import (
    body_html,
    provenance_html,
    sources_html,
    status_html,
)
from build_scripts.render.comparing.compared import Compared
from build_scripts.render.lookups.compared_readings import end_in
from build_scripts.render.lookups.stated_references import StatedReference
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.passages import blockquote_html, place_link
from build_scripts.render.uses.body_links import PageLinks
from build_scripts.render.uses.entry_names import entry_address, relation_in_words

Orders = Sequence[tuple[str, Sequence[StatedReference]]]
"""The readings in whose order cross-references are shown, each with these."""


def passages_html(page: Compared, orders: Orders) -> Iterator[Html]:
    """The cross-references; readers choose the order if several are given.

    Each order is complete, and without a style sheet one follows the other. So the choice needs no
    script.
    """
    words, shown = page.context.words, set[str]()
    if len(orders) == 1:
        yield from (_pair(page, one, shown, "h3") for one in orders[0][1])
        return
    named = words.text("in-order-of")
    pieces = [element("p", {"class": "label", "aria-hidden": "true"}, text(named))]
    for number, (reading, references) in enumerate(orders, start=1):
        title = words.html("in-order-of-text", reading=page.label(reading))
        pairs = (_pair(page, one, shown, "h4") for one in references)
        pieces.append(_choice(page, reading, number))
        pieces.append(element("div", {"class": "order"}, element("h3", None, title), *pairs))
    # One block: Markdown would put controls that begin a block into a paragraph.
    group = {"class": "orders", "role": "group", "aria-label": named}
    yield element("div", group, Html("\n".join(pieces)))


def _choice(page: Compared, reading: str, number: int) -> Html:
    checked = " checked" if number == 1 else ""
    control = Html(f'<input type="radio" name="order" id="order-{number}"{checked}>')
    attributes = {"for": f"order-{number}", "class": page.css_class(reading)}
    return Html(control + element("label", attributes, page.label(reading)))


def _pair(page: Compared, stated: StatedReference, shown: set[str], heading: str) -> Html:
    """A cross-reference; its id is where it is shown first."""
    context, reference = page.context, stated.reference
    words, provenance = context.words, reference.provenance
    identifier = None if stated.name in shown else stated.name
    shown.add(stated.name)
    first, second = sorted(stated.pair, key=page.place)
    relation = relation_in_words(words, reference.relation, from_far_end=stated.reading != first)
    address = entry_address(context, stated.reading, stated.placed.entry, stated.placed.span.start)
    links = PageLinks(context.site, context.page, stated.reading)
    return element(
        "article",
        {"class": "entry pair", "id": identifier, "data-status": provenance.status},
        _side(page, stated, first),
        element(heading, {"class": "relation"}, relation, status_html(provenance, words)),
        _side(page, stated, second),
        element(
            "div",
            {"class": "why"},
            body_html(context.site.body(reference.body, links), context.interface.annotates),
            sources_html(
                context.interface.short, provenance.sources, words, context.link_to_source
            ),
            provenance_html(provenance, words),
            element(
                "p",
                {"class": "provenance"},
                element("a", {"href": address}, words.html("in-the-reading")),
            ),
        ),
    )


def _side(page: Compared, stated: StatedReference, reading: str) -> Html:
    passage = end_in(stated, reading)
    return element(
        "div",
        {"class": f"side {page.css_class(reading)}"},
        element(
            "p",
            {"class": "whose"},
            page.label(reading),
            page.context.words.html("comma"),
            place_link(page.context, passage),
        ),
        blockquote_html(page.context, passage),
    )


def in_orders(
    page: Compared, entries: Iterable[tuple[int, str]]
) -> list[tuple[str, list[StatedReference]]]:
    """The orders on a page, given the number of the reading and the name of each entry."""
    orders: dict[str, list[StatedReference]] = {}
    for number, name in entries:
        reading = page.comparison.readings[number]
        orders.setdefault(reading, []).append(page.context.site.stated[name])
    return list(orders.items())
