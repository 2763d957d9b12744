"""Write what a browser must know before it draws a page: notes, style sheets and typefaces.

A browser draws the top of a page before it has read the rest. If the width of the text changed
after that, the whole page would move.
"""

import re
from collections.abc import Iterator
from functools import cache

from build_scripts.pages.joined_assets import (
    FONTS,
    STYLE_SHEET_OF_PAGES,
    STYLE_SHEET_OF_WRITING_SYSTEMS,
)
from build_scripts.text.language_scripts import script_of
from build_scripts.typefaces.faces import files_at_once

_LANGUAGE = re.compile(r'lang="([A-Za-z0-9-]+)"')
_LANGUAGE_OF_PAGE_OR_TEXT = re.compile(r'<(?:html|div class="reading)[^>]* lang="([^"]+)"')
_ITALIC = re.compile("<(?:em|cite|i)[ >]")
_USUAL_SCRIPTS = frozenset(("", "Latn", "Cyrl"))
_SLAVONIC = re.compile(r"(cu|chu)\b|.*-Cyrs\b", re.IGNORECASE)
"""Church Slavonic has letters that other languages in its script lack."""


def with_layout(page: str, notes_side: str) -> str:
    """A page whose first element tells the style sheets where notes may stand.

    `notes_side` is `left` or `right`; it is empty on pages without notes.
    """
    return page.replace("<html ", f'<html data-notes="{notes_side}" ', 1) if notes_side else page


def further_style_sheets(page: str, *, shows_text: bool) -> Iterator[str]:
    """The style sheets that a page needs besides the main one, in order."""
    if any(map(_has_typefaces, sorted(_languages(page)))):
        yield STYLE_SHEET_OF_WRITING_SYSTEMS
    if not shows_text:
        yield STYLE_SHEET_OF_PAGES


def fonts_at_once(page: str) -> Iterator[str]:
    """The addresses, in the folder of the assets, of the font files that a page needs at once.

    Until a typeface comes, browsers show another one (`font-display: swap`).
    """
    languages = _LANGUAGE_OF_PAGE_OR_TEXT.findall(page)
    scripts = {"Latn", *map(script_of, languages)}  # digits are in the files of Latin
    slopes = ("normal", "italic") if _ITALIC.search(page) else ("normal",)
    return (f"{FONTS}/{name}" for name in files_at_once(scripts, slopes))


def _languages(page: str) -> set[str]:
    """The languages that a page names.

    A pattern that begins with the border of a word would take a hundred times as long.
    """
    return {
        match[1]
        for match in _LANGUAGE.finditer(page)
        if not page[max(match.start() - 1, 0) : match.start()].isalnum()  # such as `hreflang`
    }


@cache
def _has_typefaces(tag: str) -> bool:
    """Whether writing-systems.css may have a rule for a language."""
    return bool(_SLAVONIC.match(tag)) or script_of(tag) not in _USUAL_SCRIPTS


def with_font(page: str, address: str) -> str:
    """A page that fetches a font file at once; the address is like that of a style sheet."""
    link = f'<link rel="preload" href="{address}" as="font" type="font/woff2" crossorigin>'
    return page.replace("</head>", f"{link}</head>", 1)


def with_style_sheet(page: str, address: str) -> str:
    """A page with one more style sheet, after the others.

    Its address is relative to the page and has no character that HTML must escape.
    """
    return page.replace("</head>", f'<link rel="stylesheet" href="{address}"></head>', 1)
