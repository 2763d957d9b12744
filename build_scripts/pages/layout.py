"""Write what a browser must know before it draws a page: where notes stand, and style sheets.

A browser draws the top of a page before it has read the rest. If the width of the text changed
after that, the whole page would move.
"""

import re
from collections.abc import Iterator

from build_scripts.pages.joined_assets import STYLE_SHEET_OF_PAGES, STYLE_SHEET_OF_WRITING_SYSTEMS

_OTHER_WRITING_SYSTEM = re.compile(r'\blang="(?:he|yi|ar|fa|ur|ckb|ps|zh|ja|ko)\b')
"""The languages that writing-systems.css has rules for."""


def with_layout(page: str, notes_side: str) -> str:
    """A page whose first element tells the style sheets where notes may stand.

    `notes_side` is `left` or `right`; it is empty on pages without notes.
    """
    return page.replace("<html ", f'<html data-notes="{notes_side}" ', 1) if notes_side else page


def further_style_sheets(page: str, *, shows_text: bool) -> Iterator[str]:
    """The style sheets that a page needs besides the main one, in order."""
    if _OTHER_WRITING_SYSTEM.search(page):
        yield STYLE_SHEET_OF_WRITING_SYSTEMS
    if not shows_text:
        yield STYLE_SHEET_OF_PAGES


def with_style_sheet(page: str, address: str) -> str:
    """A page with one more style sheet, after the others.

    Its address is relative to the page and has no character that HTML must escape.
    """
    return page.replace("</head>", f'<link rel="stylesheet" href="{address}"></head>', 1)
