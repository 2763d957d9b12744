"""Find what takes the readers of a page elsewhere without a click, which no policy prevents."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.pages.page_scripts import leads_elsewhere

LEADS_AWAY = "The page sends its readers to another page by itself"
STAY = "Delete it, and write a link that readers may follow."
_GREETS = "The page lets browsers call another site before anybody follows a link"
# https://html.spec.whatwg.org/#linkTypes
_CALLS = {"dns-prefetch", "modulepreload", "preconnect", "prefetch", "preload", "prerender"}


class _Departure(NamedTuple):
    """What takes readers elsewhere: a message, and where it stands in the source."""

    message: str
    place: re.Pattern[str]


_REFRESH = _Departure(
    LEADS_AWAY,
    re.compile(r"""<meta\b[^>]*\bhttp-equiv\s*=\s*["']?\s*refresh""", re.IGNORECASE),
)
_CALL = _Departure(
    _GREETS,
    re.compile(rf"""<link\b[^>]*\brel\s*=\s*["']?[^"'>]*\b(?:{"|".join(_CALLS)})""", re.IGNORECASE),
)


_MAY_LEAD_AWAY = re.compile("http-equiv|<link|srcdoc", re.IGNORECASE)


def may_lead_away(content: str) -> bool:
    """Whether a page is worth a closer look, which takes time."""
    return _MAY_LEAD_AWAY.search(content) is not None


def departures(content: str, source: Document) -> tuple[Diagnostic, ...]:
    """A diagnostic for each departure in a page, at its place in the file it is made from.

    `content` is the HTML that is made from the file. If the place cannot be found, it is the
    beginning of the file.
    """
    taken: dict[_Departure, int] = {}
    found = []
    for departure in _departures(LexborHTMLParser(content)):
        match = departure.place.search(source.text, taken.get(departure, 0))
        if match:
            taken[departure] = match.end()
        origin = Origin(source, match.start() if match else 0)
        found.append(origin.diagnostic(Code.PAGE_LEADS_AWAY, departure.message, STAY))
    return tuple(dict.fromkeys(found))


def _departures(document: LexborHTMLParser | LexborNode) -> Iterator[_Departure]:
    for node in document.css("meta[http-equiv], link[rel], iframe[srcdoc]"):
        attributes = {name: value or "" for name, value in node.attributes.items()}
        if node.tag == "meta" and attributes["http-equiv"].strip().lower() == "refresh":
            yield _REFRESH
        elif node.tag == "link" and _CALLS & {*attributes["rel"].lower().split()}:
            if leads_elsewhere(attributes.get("href", "")):
                yield _CALL
        elif node.tag == "iframe":
            yield from _departures(LexborHTMLParser(attributes["srcdoc"]))
    for template in document.template_fragments():
        yield from _departures(template)
