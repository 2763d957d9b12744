"""Places in pages written by hand that the generator fills: ``<div data-readings="list"></div>``.

What stands in such an element is for publishers that do not fill it, a link for example. It holds
no other `div`.
"""

import re

from build_scripts.render.context import SiteContext
from build_scripts.render.index_page import readings_list

_PLACE = re.compile(
    r'(?P<start><div\b[^<>]*\sdata-readings="list"[^<>]*>)(?:(?!</?div\b).)*(?P<end></div>)',
    re.DOTALL,
)


def fill_places(context: SiteContext, page: str, html: str) -> str:
    """A page written by hand with all its places filled.

    Args:
        context: of the site.
        page: its Markdown file, relative to the documentation folder.
        html: what Markdown made of it.
    """
    return _PLACE.sub(lambda m: f"{m['start']}{readings_list(context, page)}{m['end']}", html)
