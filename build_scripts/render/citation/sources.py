"""Show sources in full: below the entries that cite them, and in the bibliography."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, urlsplit

from build_scripts.model.annotation import Reference
from build_scripts.render.citation.citable import Citable, citable_reference
from build_scripts.render.citation.csl import Style, reference_template, shape_of
from build_scripts.render.citation.filled_template import Piece, filled_in
from build_scripts.render.citation.short_citations import ShortCitation, by_short_form
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.page import one_line, section_blocks

STYLE = Style.APA
"""A style that leaves titles as written and begins with the name and year of the short form."""

_IN_ADDRESSES = ":/()[];,.@!*'$&+="
"""Characters that may stand in an address as they are; a DOI may have any."""
_REMARK = Html("…")
SECTION = "apparatus-source"


class FullCitations:
    """The sources of a site in full, in one language.

    Each is written once, when a page first needs it; many pages cite the same sources.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._written: dict[str, Html] = {}

    def of(self, reference: Reference, short: ShortCitation) -> Html:
        """A source of the site in full; `short` is its short form there."""
        written = self._written.get(reference.id)
        if written is None:
            written = full_citation_html(reference, short, self._words)
            self._written[reference.id] = written
        return written


def sources_section(
    references: Iterable[Reference],
    short: Mapping[str, ShortCitation],
    full: FullCitations,
    words: Words,
    speaks: Mapping[str, str | None],
) -> Iterator[Html]:
    """The section with the sources that a page cites; nothing if it cites none."""
    in_order = by_short_form(references, short, words.language)
    if not in_order:
        return iter(())
    items = (Html(f'<li id="source-{r.id}">{full.of(r, short[r.id])}</li>') for r in in_order)
    attributes = {
        "class": "apparatus apparatus-source",
        "role": "doc-bibliography",
        "aria-labelledby": SECTION,
        **speaks,
    }
    listed = element("ul", None, *items)
    return section_blocks(attributes, words.html("sources-heading"), (listed,))


def full_citation_html(reference: Reference, short: ShortCitation, words: Words) -> Html:
    """A source in the site's style, followed by the editors' remark and the day of access."""
    work = citable_reference(reference, words).completed()
    template = reference_template(STYLE, words.language, shape_of(work))
    pieces = filled_in(template, STYLE, work, short.year, words.language)
    line = Html("".join(_piece_html(piece, work) for piece in pieces))
    remarks = [one_line(reference.note)] if reference.note else []
    if reference.accessed:
        remarks.append(words.text("accessed", date=words.date(reference.accessed)))
    if not remarks:
        return line
    # Fluent refuses to fill in values as long as remarks may be.
    before, _, after = words.html("remark", remark=_REMARK).partition(_REMARK)
    remark = text(words.text("semicolon").join(remarks))
    return Html(f'{line} <span class="remark">{before}{remark}{after}</span>')


def _piece_html(piece: Piece, work: Citable) -> Html:
    match piece.field:
        case "italic":
            return Html("<i>")
        case "upright":
            return Html("</i>")
        case "title" if work.language:
            return element("cite", {"lang": work.language}, text(piece.text))
        case "DOI":
            link = {"href": quote(piece.text, safe=_IN_ADDRESSES), "rel": "external"}
            return element("a", link, text(piece.text))
        case "url":
            # The style sheet shows the address in print.
            link = {"href": piece.text, "rel": "external"}
            return element("a", link, text(urlsplit(piece.text).hostname or piece.text))
        case _:
            return text(piece.text)
