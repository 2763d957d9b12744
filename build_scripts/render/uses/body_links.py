"""Links in bodies as they look from a page: to its own entries first, else to other pages."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from build_scripts.model.body_link import BodyLink, BodyLinkKind
from build_scripts.render.addresses import GLOSSARY_PAGE, TIMELINE_PAGE, reading_page
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.page import one_line
from build_scripts.render.site import Site


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Writes the links of bodies for one page.

    What is not shown (a draft), and the page that one reads already, is named but not linked.

    Attributes:
        site: the rest of the site.
        page: the page.
        reading: the reading of the page; empty for other pages.
        entries: ids of the entries in the apparatus of the page.
        term_pages: where the entry of a term stands in the glossary, if not on its first page.
    """

    site: Site
    page: str
    reading: str = ""
    entries: Container[str] = ()
    term_pages: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, link: BodyLink) -> Html:
        """A link; only its words where there is nowhere to go."""
        words = text(one_line(link.label))
        address = self._address(link)
        return element("a", {"href": address}, words) if address else words

    def _address(self, link: BodyLink) -> str:
        match link.kind:
            case BodyLinkKind.TERM:
                return self._term(link.id)
            case BodyLinkKind.NOTE:
                return self._note(link.reading, link.id)
            case BodyLinkKind.EVENT:
                entry = f"event-{link.id}"
                return self._link(TIMELINE_PAGE, entry) if link.id in self.site.events else ""
            case BodyLinkKind.READING:
                page = reading_page(link.id)
                return self._link(page) if page != self.page else ""

    def _term(self, identifier: str) -> str:
        entry = f"term-{identifier}"
        if identifier not in self.site.terms:
            return ""
        if entry in self.entries:
            return f"#{entry}"
        return self._link(self.term_pages.get(identifier, GLOSSARY_PAGE), entry)

    def _note(self, reading: str, identifier: str) -> str:
        entry = f"note-{identifier}"
        placed = self.site.notes.get((reading, identifier))
        if placed is None:
            return ""
        if reading == self.reading and entry in self.entries:
            return f"#{entry}"
        return self._link(self.site.page_of(reading, placed.span.start), entry)

    def _link(self, page: str, fragment: str = "") -> str:
        return self.site.addresses.link(self.page, page, fragment)
