"""Write the links in bodies for one page: to entries on that page if it has them."""

from collections.abc import Container
from dataclasses import dataclass

from build_scripts.model.body_link import BodyLink, BodyLinkKind
from build_scripts.render.addresses import (
    GLOSSARY_PAGE,
    TIMELINE_PAGE,
    comparison_page,
    reading_page,
)
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.page import one_line
from build_scripts.render.site import Site


def words_of_link(link: BodyLink) -> Html:
    """The words of a link, without the link."""
    return text(one_line(link.label))


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Writes the links of bodies for one page.

    A link to an unpublished draft or to the page itself becomes plain words.

    Attributes:
        site: the whole site.
        page: the Markdown file of the page.
        reading: the id of the page's reading; empty on other pages.
        entries: the ids of the entries in the apparatus of the page.
    """

    site: Site
    page: str
    reading: str = ""
    entries: Container[str] = ()

    def __call__(self, link: BodyLink) -> Html:
        """A link, or only its words if there is nothing to link to."""
        words = words_of_link(link)
        address = self._address(link)
        return element("a", {"href": address}, words) if address else words

    def _address(self, link: BodyLink) -> str:
        match link.kind:
            case BodyLinkKind.TERM:
                return self._term(link.id)
            case BodyLinkKind.NOTE | BodyLinkKind.QUESTION:
                return self._in_reading(link.reading, f"{link.kind}-{link.id}")
            case BodyLinkKind.EVENT:
                entry = f"event-{link.id}"
                return self._entry(TIMELINE_PAGE, entry) if link.id in self.site.events else ""
            case BodyLinkKind.READING:
                page = reading_page(link.id)
                return self._link(page) if page != self.page else ""
            case BodyLinkKind.COMPARISON:
                page = comparison_page(link.id)
                is_there = link.id in self.site.comparisons and page != self.page
                return self._link(page) if is_there else ""

    def _term(self, identifier: str) -> str:
        entry = f"term-{identifier}"
        if identifier not in self.site.terms:
            return ""
        if entry in self.entries:
            return f"#{entry}"
        return self._entry(GLOSSARY_PAGE, entry)

    def _in_reading(self, reading: str, entry: str) -> str:
        if (reading, entry) not in self.site.linkable:
            return ""
        if reading == self.reading and entry in self.entries:
            return f"#{entry}"
        start = self.site.linkable[reading, entry]
        page = reading_page(reading) if start is None else self.site.page_of(reading, start)
        return self._link(page, entry)

    def _entry(self, list_page: str, entry: str) -> str:
        return self._link(self.site.page_in_list(list_page, entry), entry)

    def _link(self, page: str, fragment: str = "") -> str:
        return self.site.addresses.link(self.page, page, fragment)
