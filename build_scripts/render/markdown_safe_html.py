"""Escape HTML so that Markdown leaves it alone.

Markdown copies raw HTML blocks to the page, but preprocessors run before it sets them aside:
`superfences` looks for backticks and tildes, `critic` looks for braces, tabs are expanded, and
spaces at the ends of lines are cut. Those characters are written as references. Everything else
stays as it is, so that the source of a page can be read and compared.

Markup is made by `element`. Where thousands of elements of one shape are written, it is made by a
template instead: an f-string in which each field is `Html`, an id or a number.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NewType

from build_scripts.model.source_text import GAP, LEFT_OUT

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

# Characters that editors do not show: the categories Cf, Zl, Zp, and Zs without the space.
_INVISIBLE = (
    "\u00a0\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u1680\u180e\u2000-\u200f"
    "\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff\ufff9-\ufffb\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
)
_IN_TEXT = re.compile(f"[&<>`~{{\t\f{_INVISIBLE}]|{LEFT_OUT}+")
_IN_ATTRIBUTE = re.compile(f'[&<>"`~{{\t\f\n{_INVISIBLE}]|{LEFT_OUT}+')
_IN_FINISHED_MARKUP = re.compile(f"[`~{{\t\f\n{_INVISIBLE}]")
_BLANKS = re.compile(r"[ \n]{2,}")
_LEADING_BLANKS = re.compile(r"\A[ \n]+")
_TRAILING_BLANKS = re.compile(r"[ \n]+\Z")


def _reference(match: re.Match[str]) -> str:
    character = match.group()
    if character[0] == LEFT_OUT:
        return GAP
    return _ENCODED.get(character) or f"&#x{ord(character):X};"


def _blank_references(match: re.Match[str]) -> str:
    return match.group().replace(" ", "&#32;").replace("\n", "&#10;")


def _may_need_references(value: str) -> bool:
    """Whether a text may need encoding; three times as fast as a regular expression.

    The characters that Python calls not printable include all control and invisible characters.
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

    Spaces and line ends are encoded where two of them meet. `edge_safe` encodes them at the ends
    of a block.
    """
    if _may_need_references(value):
        value = _IN_TEXT.sub(_reference, value)
    if "  " in value or "\n" in value:
        value = _BLANKS.sub(_blank_references, value)
    return Html(value)


def edge_safe(markup: Html) -> Html:
    """Encode spaces and line ends at both ends of a block's content."""
    if markup[:1] in " \n" or markup[-1:] in " \n":
        markup = Html(_LEADING_BLANKS.sub(_blank_references, markup))
        markup = Html(_TRAILING_BLANKS.sub(_blank_references, markup))
    return markup


def attribute(value: str) -> Html:
    """Encode the value of an attribute for use between double quotation marks."""
    if '"' in value or _may_need_references(value):
        value = _IN_ATTRIBUTE.sub(_reference, value)
    return Html(value)


def raw_block_safe(markup: str) -> Html:
    """Encode the characters that preprocessors look for, in markup that is otherwise finished."""
    if "`" in markup or "~" in markup or "{" in markup or not markup.isprintable():
        markup = _IN_FINISHED_MARKUP.sub(_reference, markup)
    return Html(markup)


def element(name: str, attributes: Mapping[str, str | None] | None = None, *children: Html) -> Html:
    """An element with a closing tag.

    Args:
        name: its tag name.
        attributes: values not yet encoded. None leaves the attribute out; an empty value writes
            its bare name.
        children: its content.
    """
    return Html(f"{start_tag(name, attributes)}{''.join(children)}</{name}>")


def start_tag(name: str, attributes: Mapping[str, str | None] | None = None) -> Html:
    """A start tag alone, for elements whose content is written line by line."""
    return Html(f"<{name}{attributes_html(attributes)}>" if attributes else f"<{name}>")


def attributes_html(attributes: Mapping[str, str | None]) -> Html:
    """Attributes as a start tag has them, each after a space."""
    written = [
        f' {key}="{attribute(value)}"' if value else f" {key}"
        for key, value in attributes.items()
        if value is not None
    ]
    return Html("".join(written))


def join(parts: Iterable[Html], separator: str = "") -> Html:
    """Join pieces of markup; the separator is text."""
    return Html(text(separator).join(parts))
