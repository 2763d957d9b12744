"""What a search finds on the generated pages: the plugin `search` is handed our entries of them.

It would cut pages at their headings, so that a hit leads to the head of a long text, and each term
is found again below every text that mentions it.
"""

from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from build_scripts.export.search_index import FIELDS, SEPARATOR, for_material, for_mkdocs
from build_scripts.model.search_entry import SearchEntry
from build_scripts.model.site_plan import PageInformation

_NAMES_OF_PLUGIN = ("material/search", "search")


class Search(NamedTuple):
    """The search of a site.

    Attributes:
        plugin: Material's or that of MkDocs.
    """

    plugin: Any

    @classmethod
    def begin(cls, config: MkDocsConfig) -> "Search | None":
        """Have Material's plugin search what is not shown, and know where words end.

        What mkdocs.yml says of either stays.

        Args:
            config: the settings; those of the plugin are changed.

        Returns:
            None where a site has no search.
        """
        plugins = (config.plugins.get(name) for name in _NAMES_OF_PLUGIN)
        plugin: Any = next((plugin for plugin in plugins if plugin is not None), None)
        if plugin is None or not plugin.config.get("enabled", True):
            return None
        if "fields" in plugin.config:
            plugin.config["separator"] = plugin.config["separator"] or SEPARATOR
            for name, field in FIELDS.items():
                plugin.config["fields"].setdefault(name, dict(field))
        return cls(plugin)

    def leave_out(self, page: Page) -> None:
        """Spare Material's plugin from reading a page whose entries are ours."""
        page.meta["search"] = {"exclude": True}

    def hand_over(self, files: Files, pages: Mapping[str, PageInformation]) -> None:
        """Put our entries of the generated pages in the place of those that were found there.

        Args:
            files: of the site.
            pages: the generated ones, by path of the Markdown file.
        """
        index = self.plugin.search_index
        is_material = hasattr(index, "entries")
        entries: list[Any] = index.entries if is_material else index._entries
        found = {path: file for path in pages if (file := files.get_file_from_path(path))}
        ours = {file.url for file in found.values()}
        # Under `mkdocs serve --dirty` Material's plugin adds to the entries of the build before.
        before = getattr(self.plugin, "search_index_prev", None)
        for known in (entries, before.entries if before else []):
            known[:] = (e for e in known if e["location"].partition("#")[0] not in ours)
        for path, file in sorted(found.items()):
            title = _title(file)
            for entry in _entries(pages[path], title):
                location = f"{file.url}#{entry.id}" if entry.id else file.url
                entries.append(
                    for_material(location, entry)
                    if is_material
                    else for_mkdocs(location, entry, title)
                )


def _title(file: File) -> str:
    """The title of a page; front matter holds it escaped."""
    return unescape(str(file.page.title or "")) if file.page else ""


def _entries(information: PageInformation, title: str) -> Iterator[SearchEntry]:
    """The page, to which its hits belong, and the places on it; nothing of one that forwards."""
    entries = information.search_entries
    if information.redirect:
        return
    if not entries or entries[0].id:
        yield SearchEntry("", "", title)
    yield from entries
