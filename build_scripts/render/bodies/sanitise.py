"""The second gate of bodies: an allow-list of elements and attributes, kept by nh3.

What is published of a body is what the sanitiser wrote; its escaping is repeated here, so that
its output can be compared with what went in.
"""

import nh3

from build_scripts.render.markdown_safe_html import Html

_TAGS = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "a", "br"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\u00a0", "&nbsp;"))


def sanitise(markup: str) -> str:
    """What the sanitiser leaves of a body's HTML."""
    return nh3.clean(
        markup,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def escape_text(value: str) -> Html:
    """Escape exactly as the sanitiser writes text."""
    for character, reference in _ESCAPES:
        value = value.replace(character, reference)
    return Html(value)


def link_start(address: str) -> Html:
    """The start tag of a link; in an address the parser has encoded quotation marks already."""
    return Html(f'<a href="{escape_text(address)}">')
