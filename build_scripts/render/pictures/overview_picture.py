"""Draw the collection: readings, the terms that they share, the references between them."""

from collections.abc import Iterator, Mapping

from build_scripts.render.addresses import GLOSSARY_PAGE
from build_scripts.render.lookups.corpus_relations import CorpusRelations, Pair
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, text
from build_scripts.render.page_context import PageContext
from build_scripts.render.pictures.overview_layout import (
    BADGE,
    SIZE,
    Arc,
    Box,
    Form,
    OverviewLayout,
    Strand,
    baselines,
    lay_out,
)
from build_scripts.render.pictures.svg import NARROW, WIDE, Canvas, number
from build_scripts.render.pictures.text_width import is_cut

FORMS = {
    NARROW: Form(width=288, links=36, lanes=2, lines=4),
    WIDE: Form(width=640, links=120, lanes=4, lines=3),
}
_CORNER = 6


def overview_picture(
    context: PageContext,
    readings: Mapping[str, str],
    terms: Mapping[str, str],
    relations: CorpusRelations,
    arc_addresses: Mapping[Pair, str],
    pages: Mapping[str, str],
) -> Html:
    """The picture in both its forms.

    The names of readings and terms are in order, by id; in place of readings there may be groups of
    them. `pages` are those of the readings. The arc between two readings is a link; its number is
    the number of cross-references.
    """
    pictures = (
        _Picture(context, lay_out(form, readings, terms, relations), name)
        for name, form in FORMS.items()
    )
    attributes = {
        "class": "picture overview",
        "aria-label": context.words.text("overview-picture"),
        **context.speaks,
    }
    return element(
        "figure", attributes, *(picture.svg(arc_addresses, pages) for picture in pictures)
    )


class _Picture:
    """Writes one form of the picture."""

    def __init__(self, context: PageContext, layout: OverviewLayout, form: str) -> None:
        self._context = context
        self._layout = layout
        self._readings = {box.id: box for box in layout.readings}
        direction = context.words.direction
        self._canvas = Canvas(layout.width, layout.height, direction, form)

    def svg(self, arc_addresses: Mapping[Pair, str], pages: Mapping[str, str]) -> Html:
        """The whole picture: lines below, words above."""
        link = self._context.link
        lines = (*map(self._strand, self._layout.strands), *map(self._outline, self._layout.arcs))
        return self._canvas.svg(
            (
                element("g", {"aria-hidden": "true"}, *lines),
                *(
                    self._box(box, link(pages[box.id]), at_end=True)
                    for box in self._layout.readings
                ),
                *(self._number(arc, arc_addresses[arc.pair]) for arc in self._layout.arcs),
                *(
                    self._box(box, self._context.link_to_entry(GLOSSARY_PAGE, f"term-{box.id}"))
                    for box in self._layout.terms
                ),
            )
        )

    def _strand(self, strand: Strand) -> Html:
        x = self._canvas.x
        start, end = strand.reading.x + strand.reading.width + 4, strand.term.x - 4
        bend = (start + end) / 2
        y, other = number(strand.reading.middle), number(strand.term.middle)
        data = f"M{x(start)} {y}C{x(bend)} {y} {x(bend)} {other} {x(end)} {other}"
        thickness = {"stroke-width": number(strand.thickness), "opacity": ".35"}
        return self._canvas.drawn(data, thickness)

    def _outline(self, arc: Arc) -> Html:
        """A line out from one reading, along the lane, and back to the other."""
        x = self._canvas.x
        by_middle = {box.middle: box for box in self._layout.readings}
        edge, other_edge = (
            box.x + box.width - box.words_width - 3
            for box in (by_middle[arc.top], by_middle[arc.bottom])
        )
        lane, near = x(arc.x), x(arc.x + _CORNER)
        top, bottom = number(arc.top), number(arc.bottom)
        return self._canvas.drawn(
            f"M{x(edge)} {top}L{near} {top}Q{lane} {top} {lane} {number(arc.top + _CORNER)}"
            f"L{lane} {number(arc.bottom - _CORNER)}Q{lane} {bottom} {near} {bottom}"
            f"L{x(other_edge)} {bottom}",
            {"stroke-dasharray": "5 3"},
        )

    def _number(self, arc: Arc, address: str) -> Html:
        say = self._context.words.text
        first, other = (self._readings[reading].name for reading in arc.pair)
        count = say("count-cross-references", count=arc.references)
        shown = {
            "x": self._canvas.x(arc.x),
            "y": number(arc.middle + 4),
            "font-size": "11.5",
            "text-anchor": "middle",
        }
        ground = {
            "class": "ground",
            "cx": self._canvas.x(arc.x),
            "cy": number(arc.middle),
            "r": number(BADGE + 2),
            "fill": "none",
            "pointer-events": "all",
        }
        return element(
            "a",
            {"href": address},
            element("title", None, text(say("between", first=first, other=other, count=count))),
            element("circle", ground),
            element("text", shown, text(str(arc.references))),
        )

    def _box(self, box: Box, address: str, *, at_end: bool = False) -> Html:
        x = box.x + box.width if at_end else box.x
        words = (
            self._canvas.words(x, y, SIZE, line, at_end=at_end)
            for line, y in zip(box.lines, baselines(box), strict=True)
        )
        return element(
            "a",
            {"href": address},
            element("title", None, text(box.name)) if is_cut(box.name, box.lines) else NO_HTML,
            self._canvas.surface(box.x, box.y, box.width, box.height),
            *_spaced(words),
        )


def _spaced(pieces: Iterator[Html]) -> Iterator[Html]:
    for piece in pieces:
        yield piece
        yield Html(" ")
