"""Render the entries of the sidebar once, not again for each page that shows them.

Each page lists the pages of its section, and the template of these entries takes longer than all
the rest of a page. But the entry of a page that is not the shown one differs only in its relative
address, which is the same on all pages in a folder. So does the entry of a section at the top that
the page is not in.

The contents of a page are in the sidebar twice, and are rendered once.
"""

from collections.abc import Iterator
from typing import Any

from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page

from build_scripts.mkdocs_plugin.generated_page import GeneratedPage
from build_scripts.mkdocs_plugin.shelves import everything_in

NAME_OF_ENTRIES = "sidebar_entries"
"""By this name templates know the entries of a build."""
RENDER_ENTRY = 'render(item, path ~ "_" ~ loop.index, level + 1, nav_item)'
"""How the theme's `partials/nav-item.html` renders an entry of a section."""
ENTRY = f"{NAME_OF_ENTRIES}.of(item, page) or {NAME_OF_ENTRIES}.keep(item, page, {RENDER_ENTRY})"
"""What is to stand there."""
RENDER_TOP_ENTRY = "item.render(nav_item, path, 1)"
"""How the theme's `partials/nav.html` renders an entry at the top."""
TOP_ENTRY = (
    f"{NAME_OF_ENTRIES}.of(nav_item, page) or "
    f"{NAME_OF_ENTRIES}.keep(nav_item, page, {RENDER_TOP_ENTRY})"
)

NAME_OF_CONTENTS = "contents_of_page"
"""By this name templates know the contents that were rendered last."""
RENDER_CONTENTS = """\
{% for toc_item in toc %}
        {% include "partials/toc-item.html" %}
      {% endfor %}"""
"""How the theme's `partials/toc.html` renders the contents of a page."""
CONTENTS = (
    f"{{%- set written = {NAME_OF_CONTENTS}.of(toc) %}}{{% if not written %}}{{% set written %}}"
    '{% for toc_item in toc %}{% include "partials/toc-item.html" %}{% endfor %}'
    f"{{% endset %}}{{% endif %}}{{{{ {NAME_OF_CONTENTS}.keep(toc, written) }}}}"
)


class PageContents:
    """The contents of the page that is rendered now."""

    def __init__(self) -> None:
        self._html = ""
        self._contents: Any = None

    def of(self, contents: Any) -> str:
        """The markup of these contents; empty if they are to be rendered."""
        return self._html if contents is self._contents else ""

    def keep(self, contents: Any, html: str) -> str:
        """The markup of contents that were rendered."""
        self._contents, self._html = contents, html
        return html


class SidebarEntries:
    """The entries that were rendered so far in a build."""

    def __init__(self) -> None:
        self._html: dict[tuple[int, str], str] = {}
        self._page: Page | None = None
        self._folder = ""  # of the page
        self._around = ""  # the folder in which that folder is
        self._folders: dict[int, frozenset[str]] = {}  # of all pages in a section

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
        is_section = isinstance(item, Section)
        if page is None or item is page:
            return False
        if is_section:
            if item.active or item.parent is not None:
                return False
        elif type(item) is not Page and not isinstance(item, GeneratedPage):
            return False
        if page is not self._page:
            self._page = page
            self._folder = folder_of(page.url)
            self._around = self._folder[: -len("/")].rpartition("/")[0]
        if is_section:
            return self._folder not in self._folders_of(item)
        return not f"{item.url}/".startswith(self._folder)

    def _folders_of(self, section: Section) -> frozenset[str]:
        """All folders in which there are pages of a section."""
        if id(section) not in self._folders:
            self._folders[id(section)] = frozenset(_folders(section))
        return self._folders[id(section)]


def _folders(item: Any) -> Iterator[str]:
    if isinstance(item, Section):
        for child in everything_in(item):
            yield from _folders(child)
    elif isinstance(item, Page | Link):
        names = f"{item.url}/".split("/")
        yield from ("".join(f"{name}/" for name in names[:count]) for count in range(len(names)))


def folder_of(url: str) -> str:
    """The folder from which the addresses on a page lead, as MkDocs sees it; ends with a slash."""
    before, _, name = url.rpartition("/")
    folder = before if "." in name else url
    return f"{folder.strip('/')}/".removeprefix("/")
