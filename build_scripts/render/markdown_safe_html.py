"""HTML that survives Markdown: raw blocks in which a handful of characters are encoded.

A raw block stands in a page untouched by Markdown if no preprocessor takes a part of it for its
own: `superfences` looks for backticks and tildes and `critic` for braces before raw HTML is set
aside, tabs are expanded, and blanks at the ends of lines are cut. Those characters are written as
references; everything else stays as it is, so that a page's source can be read and compared.

Markup is made by `element`, or, where thousands of elements of one shape are written, by a
template: an f-string whose every field is `Html`, an id or a number.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NewType

Html = NewType("Html", str)
"""Markup that is finished: escaped, balanced, and safe inside a raw block."""

NO_HTML = Html("")

_ENCODED = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "`": "&#96;",
    "~": "&#126;",
    "{": "&#123;",
    "\t": "&#9;",
    "\f": "&#12;",
    "\n": "&#10;",
}

# Cf, Zl, Zp and Zs but the space: what an editor does not show.
_INVISIBLE = (
    "\u00a0\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u1680\u180e\u2000-\u200f"
    "\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff\ufff9-\ufffb\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
)
_IN_TEXT = re.compile(f"[&<>`~{{\t\f{_INVISIBLE}]")
_IN_ATTRIBUTE = re.compile(f'[&<>"`~{{\t\f\n{_INVISIBLE}]')
_IN_FINISHED_MARKUP = re.compile(f"[`~{{\t\f\n{_INVISIBLE}]")
_BLANKS = re.compile(r"[ \n]{2,}")
_LEADING_BLANKS = re.compile(r"\A[ \n]+")
_TRAILING_BLANKS = re.compile(r"[ \n]+\Z")


def _reference(match: re.Match[str]) -> str:
    character = match.group()
    return _ENCODED.get(character) or f"&#x{ord(character):X};"


def _blank_references(match: re.Match[str]) -> str:
    return match.group().replace(" ", "&#32;").replace("\n", "&#10;")


def _may_need_references(value: str) -> bool:
    """Whether a text may hold a character to encode; a third of the time of asking an expression.

    What is not printable for Python are controls and all that is invisible, and a little more.
    """
    return (
        "&" in value
        or "<" in value
        or ">" in value
        or "`" in value
        or "~" in value
        or "{" in value
        or not value.isprintable()
    )


def text(value: str) -> Html:
    """Encode running text.

    Blanks and line ends are encoded where two of them meet; see `edge_safe` for the two ends of
    a block.
    """
    if _may_need_references(value):
        value = _IN_TEXT.sub(_reference, value)
    if "  " in value or "\n" in value:
        value = _BLANKS.sub(_blank_references, value)
    return Html(value)


def edge_safe(markup: Html) -> Html:
    """Encode blanks and line ends at both ends of a block's content."""
    if markup[:1] in " \n" or markup[-1:] in " \n":
        markup = Html(_LEADING_BLANKS.sub(_blank_references, markup))
        markup = Html(_TRAILING_BLANKS.sub(_blank_references, markup))
    return markup


def attribute(value: str) -> Html:
    """Encode the value of an attribute, to stand between double quotation marks."""
    if '"' in value or _may_need_references(value):
        value = _IN_ATTRIBUTE.sub(_reference, value)
    return Html(value)


def raw_block_safe(markup: str) -> Html:
    """Encode what a preprocessor could take for its own in markup that is otherwise finished."""
    return Html(_IN_FINISHED_MARKUP.sub(_reference, markup))


def element(name: str, attributes: Mapping[str, str | None] | None = None, *children: Html) -> Html:
    """An element with a closing tag.

    Args:
        name: of the element.
        attributes: values are encoded here; an attribute whose value is None is left out, an
            empty value is written as the bare name.
        children: its content, finished.
    """
    return Html(f"{start_tag(name, attributes)}{''.join(children)}</{name}>")


def start_tag(name: str, attributes: Mapping[str, str | None] | None = None) -> Html:
    """A start tag by itself, for elements whose content is written line by line."""
    return Html(f"<{name}{attributes_html(attributes)}>" if attributes else f"<{name}>")


def attributes_html(attributes: Mapping[str, str | None]) -> Html:
    """Attributes as they stand in a start tag, each with a blank before it."""
    written = [
        f' {key}="{attribute(value)}"' if value else f" {key}"
        for key, value in attributes.items()
        if value is not None
    ]
    return Html("".join(written))


def join(parts: Iterable[Html], separator: str = "") -> Html:
    """Several pieces of markup in a row; the separator is text."""
    return Html(text(separator).join(parts))
