"""Places in pages written by hand that the generator fills.

``<div data-readings="list"></div>`` takes the list of all readings, and
``<div data-readings="dialogs"></div>`` what opens beside marks, where such a page has an example of
them. What stands in such an element is for publishers that do not fill it, a link for example. It
holds no other `div`.
"""

import re

from build_scripts.render.lists.index_page import readings_list
from build_scripts.render.markdown_safe_html import Html, join
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.reading.reading_dialogs import reading_dialogs
from build_scripts.render.site import Site

_PLACE = re.compile(
    r'(?P<start><div\b[^<>]*\sdata-readings="(?P<name>list|dialogs)"[^<>]*>)'
    r"(?:(?!</?div\b).)*(?P<end></div>)",
    re.DOTALL,
)


def fill_places(site: Site, page: str, html: str) -> str:
    """A page written by hand with all its places filled.

    Args:
        site: that it belongs to.
        page: its Markdown file, relative to the documentation folder.
        html: what Markdown made of it.
    """
    context = page_context(site, page)

    def fill(place: re.Match[str]) -> str:
        return f"{place['start']}{_content(context, place['name'])}{place['end']}"

    return _PLACE.sub(fill, html)


def _content(context: PageContext, name: str) -> Html:
    if name == "list":
        return readings_list(context)
    return join(reading_dialogs(context.interface))
