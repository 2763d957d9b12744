"""Sanitise the HTML of bodies with nh3, by a list of allowed elements and attributes.

This is the second check, after the parser's tokens. Text is escaped exactly as the sanitiser
escapes it, so that the sanitiser's output can be compared with its input.
"""

import nh3

from build_scripts.render.markdown_safe_html import Html
from build_scripts.text.shown_address import SHOWN, shows_address

_TAGS = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "a", "br"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    url_schemes={"http", "https", "mailto"},
    allowed_classes={"a": {SHOWN}},
    link_rel=None,
)
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\u00a0", "&nbsp;"))


def sanitise(markup: str) -> str:
    """The HTML of a body without anything that is not allowed."""
    return _CLEANER.clean(markup)


def escape_text(value: str) -> Html:
    """Escape text exactly as the sanitiser does."""
    for character, reference in _ESCAPES:
        value = value.replace(character, reference)
    return Html(value)


def link_start(address: str, words: str = "") -> Html:
    """The start tag of a link; the parser has already encoded quotation marks in the address."""
    shown = f' class="{SHOWN}"' if shows_address(words, address) else ""
    return Html(f'<a href="{escape_text(address)}"{shown}>')
