"""Write the markup of one of the pieces into which annotations cut a paragraph."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from build_scripts.model.annotation import FormattingStyle
from build_scripts.model.placed import Segment
from build_scripts.model.span import Span
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.reading.marks import Mark

_STYLE_ELEMENTS = {
    FormattingStyle.EMPHASIS.value: "em",
    FormattingStyle.STRONG.value: "strong",
    FormattingStyle.SUPERSCRIPT.value: "sup",
    FormattingStyle.SUBSCRIPT.value: "sub",
    FormattingStyle.UNDERLINE.value: "u",
}
_KIND_OF_PREFIX = {
    "note": "note",
    "term": "term",
    "xref": "cross-reference",
    "corr": "correction",
}


class _Around(NamedTuple):
    """The markup around an annotated piece of text.

    Attributes:
        attributes: of the element of the piece.
        opening: the start tags inside that element.
        closing: their end tags.
    """

    attributes: str
    opening: str
    closing: str


@cache
def _around(entries: tuple[str, ...], *, stays: bool) -> _Around:
    """The markup that ties a piece to its entries.

    An element has one underline and, in ARIA 1.2, one id in `aria-details`. The element of the
    piece has those of the first entry, and each further entry has an element inside it.
    """
    by_kind: dict[str, list[str]] = {}
    for entry in entries:
        by_kind.setdefault(_KIND_OF_PREFIX[entry.partition("-")[0]], []).append(entry)
    kinds = sorted(by_kind)
    first, *others = (
        (f' class="line-{kind}"' if place == 0 else "", entry)
        for kind in kinds
        for place, entry in enumerate(by_kind[kind])
    )
    classes = " ".join(("annotated", *kinds, *(["stays"] if stays else [])))
    return _Around(
        f'class="{classes}" data-annotation="{" ".join(entries)}" aria-details="{first[1]}"',
        "".join(f'<span{line} aria-details="{entry}">' for line, entry in others),
        "</span>" * len(others),
    )


def _styled(markup: Html, styles: Iterable[str]) -> Html:
    for style in styles:
        name = _STYLE_ELEMENTS.get(style)
        if name is None:
            markup = element("span", {"class": style}, markup)
        else:
            markup = element(name, None, markup)
    return markup


def _words(source: str, span: Span, line_ends: Sequence[Span]) -> Html:
    """The words of a piece; the line ends inside words are marked, so that they are not seen."""
    if not line_ends:
        return text(source[span.start : span.end])
    pieces: list[str] = []
    position = span.start
    for hidden in line_ends[bisect_right(line_ends, span.start, key=_end) :]:
        if hidden.start >= span.end:
            break
        start, end = max(hidden.start, position), min(hidden.end, span.end)
        line_end = element("span", {"class": "line-end"}, text(source[start:end]))
        pieces += (text(source[position:start]), line_end)
        position = end
    return Html("".join((*pieces, text(source[position : span.end]))))


def _end(span: Span) -> int:
    return span.end


def piece_html(
    source: str,
    segment: Segment,
    link: Mark | None,
    staying: frozenset[str],
    line_ends: Sequence[Span] = (),
) -> Html:
    """The markup of one piece; it is a link where a term covers exactly this piece.

    The places in `line_ends` are not shown.
    """
    markup = _words(source, segment.span, line_ends)
    if segment.styles:
        markup = _styled(markup, segment.styles)
    if not segment.entries:
        return markup
    around = _around(segment.entries, stays=not staying.isdisjoint(segment.entries))
    markup = Html(f"{around.opening}{markup}{around.closing}")
    if link is None:
        return Html(f"<span {around.attributes}>{markup}</span>")
    return Html(f'<a {around.attributes} id="{link.id}" href="#{link.placed.entry}">{markup}</a>')
