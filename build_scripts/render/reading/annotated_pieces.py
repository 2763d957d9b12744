"""Write the markup of one of the pieces into which annotations cut a paragraph."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from build_scripts.model.annotation import FormattingStyle
from build_scripts.model.placed import Segment
from build_scripts.model.span import Span
from build_scripts.render.markdown_safe_html import Html, element
from build_scripts.render.reading.drawn_blanks import drawn_text
from build_scripts.render.reading.page_marks import PageMarks

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

_NO_ROWS: Mapping[str, int] = {}


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


@lru_cache(maxsize=1_024)
def _around(
    entries: tuple[str, ...],
    rows: tuple[int | None, ...],
    levels: tuple[str | None, ...],
    *,
    stays: bool,
) -> _Around:
    """The markup that ties a piece to its entries.

    An element has one underline and, in ARIA 1.2, one id in `aria-details`. The element of the
    piece has those of the first entry, and each further entry has an element inside it.

    `rows` are the rows of the entries' lines, None for the first row of a kind; `levels` are the
    classes of their levels. Both belong to the element that has the line.
    """
    kinds = [_KIND_OF_PREFIX[entry.partition("-")[0]] for entry in entries]
    of_entries = zip(kinds, entries, map(_line_classes, rows, levels), strict=True)
    (_, entry, drawn), *others = sorted(of_entries, key=itemgetter(0))
    classes = " ".join(("annotated", *sorted(set(kinds)), *(["stays"] if stays else []), *drawn))
    return _Around(
        f'class="{classes}" data-annotation="{" ".join(entries)}" aria-details="{entry}"',
        "".join(
            f'<span class="{" ".join((f"line-{kind}", *drawn))}" aria-details="{entry}">'
            for kind, entry, drawn in others
        ),
        "</span>" * len(others),
    )


def _line_classes(row: int | None, level: str | None) -> tuple[str, ...]:
    return (*(() if row is None else (f"row-{row}",)), *filter(None, (level,)))


def _styled(markup: Html, styles: Iterable[str]) -> Html:
    for style in styles:
        name = _STYLE_ELEMENTS.get(style)
        if name is None:
            markup = element("span", {"class": style}, markup)
        else:
            markup = element(name, None, markup)
    return markup


def piece_html(
    source: str, segment: Segment, marks: PageMarks, line_ends: Sequence[Span] = (), *, keeps: bool
) -> Html:
    """The markup of one piece; it is a link where a term covers exactly this piece.

    The places in `line_ends` are not shown; `keeps` says whether the lines of the source are kept.
    """
    link = marks.links.get(segment.span)
    markup = drawn_text(source, segment.span, line_ends, keeps=keeps)
    if segment.styles:
        markup = _styled(markup, segment.styles)
    if not segment.entries:
        return markup
    rows = marks.rows.of_pieces.get(segment.span.start, _NO_ROWS)
    around = _around(
        segment.entries,
        tuple(map(rows.get, segment.entries)),
        tuple(map(marks.levels.get, segment.entries)),
        stays=not marks.staying.isdisjoint(segment.entries),
    )
    markup = Html(f"{around.opening}{markup}{around.closing}")
    if link is None:
        return Html(f"<span {around.attributes}>{markup}</span>")
    return Html(f'<a {around.attributes} id="{link.id}" href="#{link.placed.entry}">{markup}</a>')
