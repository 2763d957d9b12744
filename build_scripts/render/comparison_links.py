"""Lead from a reading to the readings that it is compared with."""

from collections.abc import Iterator

from build_scripts.model.comparison import Comparison
from build_scripts.render.addresses import COMPARISONS_PAGE, comparison_page
from build_scripts.render.markdown_safe_html import Html, element
from build_scripts.render.page import one_line
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import title_html

_MOST_COMPARISONS = 4
"""So many are named with a reading; the others are in their list."""
_MOST_TITLES = 3
"""A comparison with more other readings has its own title here."""


def compared_with(context: PageContext, reading: str) -> Iterator[Html]:
    """The comparisons in which the reading stands, each by the titles of the other readings."""
    comparisons = context.site.compared.get(reading, ())
    if not comparisons:
        return
    words = context.words
    shown = comparisons[:_MOST_COMPARISONS]
    links = Html(words.html("semicolon").join(_comparison(context, one, reading) for one in shown))
    if more := len(comparisons) - len(shown):
        said = words.html("more-comparisons", count=more)
        link = element("a", {"href": context.link(COMPARISONS_PAGE)}, said)
        yield words.html("compared-with-more", readings=links, more=link)
    else:
        yield words.html("compared-with", readings=links)


def _comparison(context: PageContext, comparison: Comparison, reading: str) -> Html:
    others = [name for name in comparison.readings if name != reading]
    titles = (title_html(context.site.texts[name], context.words.language) for name in others)
    listed = Html(context.words.html("comma").join(titles))
    if len(others) > _MOST_TITLES:
        listed = context.words.isolated(one_line(comparison.title))
    return element("a", {"href": context.link(comparison_page(comparison.id))}, listed)
