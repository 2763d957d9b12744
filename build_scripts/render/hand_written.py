"""Fill the places that hand-written pages leave for the generator.

``<div data-readings="list"></div>`` becomes the list of all readings, or the beginning of a long
one.
``<div data-readings="comparisons"></div>`` becomes a card for each comparison.
``<div data-readings="ways-in"></div>`` becomes links to the lists that explain the texts.
``<div data-readings="dialogs"></div>`` becomes the dialogs that open from marks, for a page that
shows examples of marks. The element may have content for publishers that do not fill it, such as a
link, but no `div`.
"""

import re

from build_scripts.render.comparing.comparison_cards import comparison_cards
from build_scripts.render.lists.at_a_glance import readings_at_a_glance, ways_in
from build_scripts.render.markdown_safe_html import Html, join
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.reading.reading_dialogs import reading_dialogs
from build_scripts.render.site import Site

_PLACE = re.compile(
    r'(?P<start><div\b[^<>]*\sdata-readings="(?P<name>list|comparisons|ways-in|dialogs)"[^<>]*>)'
    r"(?:(?!</?div\b).)*(?P<end></div>)",
    re.DOTALL,
)


def fill_places(site: Site, page: str, html: str) -> str:
    """Fill all places in the HTML of a hand-written page; `page` is its Markdown file."""
    context = page_context(site, page)

    def fill(place: re.Match[str]) -> str:
        return f"{place['start']}{_content(context, place['name'])}{place['end']}"

    return _PLACE.sub(fill, html)


def _content(context: PageContext, name: str) -> Html:
    if name == "list":
        return readings_at_a_glance(context)
    if name == "comparisons":
        return comparison_cards(context)
    if name == "ways-in":
        return ways_in(context)
    return join(reading_dialogs(context.interface))
