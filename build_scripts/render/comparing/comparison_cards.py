"""Write comparisons as cards: in their list, and for hand-written pages."""

from collections.abc import Callable, Iterable, Iterator

from build_scripts.model.comparison import Comparison
from build_scripts.model.reading import Reading
from build_scripts.render.addresses import COMPARISONS_PAGE, comparison_page
from build_scripts.render.comparing.compared import Compared, compared
from build_scripts.render.comparison_titles import comparison_title
from build_scripts.render.language.interface_words import Words
from build_scripts.render.lists.list_page import list_page
from build_scripts.render.lists.list_parts import parts_html
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, text
from build_scripts.render.page import RenderedPage
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.passages import title_html
from build_scripts.render.reading_facts import FACTS_BETWEEN, facts_html
from build_scripts.render.site import Site

_MOST_CARDS = 6
"""A hand-written page shows so many; the others are in the list."""


def render_comparisons(site: Site, page: str) -> RenderedPage:
    """A page of the list of comparisons."""
    context = page_context(site, page)
    part = site.parts.get(page)
    if part is None:
        shown = parts_html(context, page)
    else:
        shown = _cards(context, (site.comparisons[name] for name in part.entries), _title_and_facts)
    return list_page(context, "comparisons", (shown,), "annotations", part=part)


def comparison_cards(context: PageContext) -> Html:
    """The first comparisons, and a link to the others; empty if there are none.

    Where such cards stand, a list of the texts with their titles usually follows. So a card says
    whose each text is and of when; a text of which that is not known has its title.
    """
    all_of_them = tuple(context.site.comparisons.values())
    if not all_of_them:
        return NO_HTML
    cards = _cards(context, all_of_them[:_MOST_CARDS], _facts_or_title)
    more = len(all_of_them) - _MOST_CARDS
    if more <= 0:
        return cards
    said = context.words.html("more-comparisons", count=more)
    link = element("a", {"href": context.link(COMPARISONS_PAGE)}, said)
    return Html(cards + element("p", {"class": "see-also", **context.speaks}, link))


TellText = Callable[[Words, Reading], Iterable[Html]]
"""What a card says of a text."""


def _cards(context: PageContext, comparisons: Iterable[Comparison], tell: TellText) -> Html:
    cards = (_card(compared(context, one), tell) for one in comparisons)
    return element("ul", {"class": "comparison-cards", **context.speaks}, *cards)


def _card(page: Compared, tell: TellText) -> Html:
    context = page.context
    words = context.words
    address = context.link(comparison_page(page.comparison.id))
    title = text(comparison_title(context.site, page.comparison, words))
    # A title that is made of two others is a sentence of the interface.
    direction = "auto" if page.comparison.title else None
    counts = counts_in_words(page)
    return element(
        "li",
        None,
        element("h2", {"class": "title", "dir": direction}, element("a", {"href": address}, title)),
        element(
            "div",
            {"class": "columns"},
            *(
                element("div", {"class": f"side {page.css_class(one.id)}"}, *tell(words, one))
                for one in page.readings
            ),
        ),
        element("p", {"class": "counts"}, text(counts)) if counts else NO_HTML,
        element(
            "p", {"class": "read"}, element("a", {"href": address}, words.html("compare-them"))
        ),
    )


def _title_and_facts(words: Words, reading: Reading) -> Iterator[Html]:
    yield _title(words, reading)
    yield from _facts(words, reading)


def _facts_or_title(words: Words, reading: Reading) -> Iterable[Html]:
    return [*_facts(words, reading)] or [_title(words, reading)]


def _title(words: Words, reading: Reading) -> Html:
    return element("p", {"class": "title"}, title_html(reading, words.language))


def _facts(words: Words, reading: Reading) -> Iterator[Html]:
    if facts := Html(FACTS_BETWEEN.join(facts_html(words, reading.metadata))):
        yield element("p", {"class": "facts"}, facts)


def counts_in_words(page: Compared) -> str:
    """How much the readings have in common; empty if it is nothing."""
    common, words = page.context.site.in_common[page.comparison.id], page.context.words
    return words.joined(
        words.text(message, count=number)
        for message, number in (
            ("count-passages", common.number_of_references),
            ("count-shared-terms", len(common.terms)),
            ("count-events-between", len(common.events)),
        )
        if number
    )
