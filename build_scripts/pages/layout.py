"""What the start of a page says of how it looks.

A browser draws the top of a page before it has read the rest; what decides how wide the page is
must be known by then, or all of it would move.
"""

import re
from collections.abc import Iterator

from build_scripts.pages.joined_assets import STYLE_SHEET_OF_PAGES, STYLE_SHEET_OF_WRITING_SYSTEMS

_OTHER_WRITING_SYSTEM = re.compile(r'\blang="(?:he|yi|ar|fa|ur|ckb|ps|zh|ja|ko)\b')
"""The languages that writing-systems.css names."""


def with_layout(page: str, notes_side: str) -> str:
    """A page that says at once what its style sheets must know.

    Args:
        page: a whole HTML page.
        notes_side: where notes may stand beside the text, `left` or `right`; empty without notes.
    """
    return page.replace("<html ", f'<html data-notes="{notes_side}" ', 1) if notes_side else page


def further_style_sheets(page: str, *, shows_text: bool) -> Iterator[str]:
    """The style sheets that a page needs besides that of the readings, in their order.

    Args:
        page: a whole HTML page.
        shows_text: whether it shows text of a reading.
    """
    if _OTHER_WRITING_SYSTEM.search(page):
        yield STYLE_SHEET_OF_WRITING_SYSTEMS
    if not shows_text:
        yield STYLE_SHEET_OF_PAGES


def with_style_sheet(page: str, address: str) -> str:
    """A page with one more style sheet, after the others.

    Args:
        page: a whole HTML page.
        address: of the style sheet, as seen from the page; nothing in it needs encoding.
    """
    return page.replace("</head>", f'<link rel="stylesheet" href="{address}"></head>', 1)
