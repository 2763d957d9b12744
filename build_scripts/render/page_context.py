"""What functions need to know about the page for which they write markup.

Most of them need the site's look-ups, the interface and the page from which links lead, so these
three are one value. Functions that need less take only the site, the interface or its words.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from build_scripts.render.addresses import BIBLIOGRAPHY_PAGE
from build_scripts.render.interface import Interface
from build_scripts.render.language.interface_words import Words
from build_scripts.render.site import Site


@dataclass(frozen=True, slots=True)
class PageContext:
    """A page of the site, and the interface in the language of that page.

    Attributes:
        site: the whole site.
        interface: the interface on this page.
        page: the Markdown file, relative to the documentation folder.
    """

    site: Site
    interface: Interface
    page: str

    @property
    def words(self) -> Words:
        """The words of the interface."""
        return self.interface.words

    @property
    def speaks(self) -> Mapping[str, str | None]:
        """The attributes of an element that holds words of the interface."""
        return self.interface.speaks

    def link(self, page: str, fragment: str = "") -> str:
        """The relative address of a page, or of a place on it."""
        return self.site.addresses.link(self.page, page, fragment)

    def link_to_entry(self, list_page: str, identifier: str) -> str:
        """The relative address of an entry of a list, on the page of the list that shows it.

        `list_page` is the first page of the list, `identifier` the id of an element.
        """
        return self.link(self.site.page_in_list(list_page, identifier), identifier)

    def link_to_source(self, reference: str) -> str:
        """The relative address of a source in the bibliography."""
        return self.link_to_entry(BIBLIOGRAPHY_PAGE, f"source-{reference}")

    def link_to_paragraph(self, reading_id: str, paragraph: int) -> str:
        """The relative address of a paragraph."""
        page = self.site.pages.page_of(reading_id, paragraph)
        return self.link(page, f"p{paragraph}")


def page_context(site: Site, page: str, language: str = "") -> PageContext:
    """The context of a page; the interface is in the site's language if none is given."""
    return PageContext(site, site.interface(language), page)
