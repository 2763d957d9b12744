"""Render the entries of the sidebar once, not again for each page that shows them.

Each page lists the pages of its section, and the template of these entries takes longer than all
the rest of a page. But the entry of a page that is not the shown one differs only in its relative
address, which is the same on all pages in a folder.
"""

from typing import Any

from mkdocs.structure.pages import Page

from build_scripts.mkdocs_plugin.generated_page import GeneratedPage

NAME_OF_ENTRIES = "sidebar_entries"
"""By this name templates know the entries of a build."""
RENDER_ENTRY = 'render(item, path ~ "_" ~ loop.index, level + 1, nav_item)'
"""How the theme's `partials/nav-item.html` renders an entry of a section."""
ENTRY = f"{NAME_OF_ENTRIES}.of(item, page) or {NAME_OF_ENTRIES}.keep(item, page, {RENDER_ENTRY})"
"""What is to stand there."""


class SidebarEntries:
    """The entries that were rendered so far in a build."""

    def __init__(self) -> None:
        self._html: dict[tuple[int, str], str] = {}
        self._page: Page | None = None
        self._folder = ""  # of the page
        self._around = ""  # the folder in which that folder is

    def of(self, item: Any, page: Page | None) -> str:
        """The entry of an item on a page; empty if it is to be rendered."""
        return self._html.get((id(item), self._around), "") if self._is_kept(item, page) else ""

    def keep(self, item: Any, page: Page | None, html: str) -> str:
        """The entry of an item that was rendered on a page."""
        if self._is_kept(item, page):
            self._html[id(item), self._around] = html
        return html

    def _is_kept(self, item: Any, page: Page | None) -> bool:
        """Whether the entry is the same on all pages in folders beside that of this page.

        An entry in the page's own folder has a shorter address.
        """
        is_plain = type(item) is Page or isinstance(item, GeneratedPage)
        if page is None or item is page or not is_plain:
            return False
        if page is not self._page:
            self._page = page
            self._folder = _folder(page.url)
            self._around = self._folder[: -len("/")].rpartition("/")[0]
        return not f"{item.url}/".startswith(self._folder)


def _folder(url: str) -> str:
    """The folder from which the addresses on a page lead, as MkDocs sees it; ends with a slash."""
    before, _, name = url.rpartition("/")
    folder = before if "." in name else url
    return f"{folder.strip('/')}/".removeprefix("/")
