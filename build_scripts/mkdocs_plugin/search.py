"""Give the plugin `search` our own search entries for the generated pages.

By itself, the plugin splits pages at their headings. A hit would then lead to the top of a long
text, and each term would be found again at the end of every text that mentions it.
"""

from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from build_scripts.export.search_index import FIELDS, for_material, for_mkdocs
from build_scripts.model.search_entry import SearchEntry, unpack
from build_scripts.model.site_plan import PageInformation

_NAMES_OF_PLUGIN = ("material/search", "search")


class Search(NamedTuple):
    """The search of a site.

    Attributes:
        plugin: Material's plugin `search`, or MkDocs's.
    """

    plugin: Any

    @classmethod
    def begin(cls, config: MkDocsConfig) -> "Search | None":
        """Set the fields of Material's plugin, but keep those of mkdocs.yml.

        None if there is no search.
        """
        plugins = (config.plugins.get(name) for name in _NAMES_OF_PLUGIN)
        plugin: Any = next((plugin for plugin in plugins if plugin is not None), None)
        if plugin is None or not plugin.config.get("enabled", True):
            return None
        if "fields" in plugin.config:
            for name, field in FIELDS.items():
                plugin.config["fields"].setdefault(name, dict(field))
        return cls(plugin)

    def leave_out(self, page: Page) -> None:
        """Keep Material's plugin from reading a page, because its entries are ours."""
        page.meta["search"] = {"exclude": True}

    def hand_over(self, files: Files, pages: Mapping[str, PageInformation]) -> None:
        """Replace the plugin's entries of the generated pages by ours."""
        index = self.plugin.search_index
        is_material = hasattr(index, "entries")
        entries: list[Any] = index.entries if is_material else index._entries
        generated = {path: file for path in pages if (file := files.get_file_from_path(path))}
        ours = {file.url for file in generated.values()}
        # Under `mkdocs serve --dirty` Material's plugin adds to the entries of the previous build.
        previous = getattr(self.plugin, "search_index_prev", None)
        for theirs in (entries, previous.entries if previous else []):
            theirs[:] = (e for e in theirs if e["location"].partition("#")[0] not in ours)
        for path, file in sorted(generated.items()):
            title = _title(file)
            for entry in _entries(pages[path], title):
                location = f"{file.url}#{entry.id}" if entry.id else file.url
                entries.append(
                    for_material(location, entry)
                    if is_material
                    else for_mkdocs(location, entry, title)
                )


def _title(file: File) -> str:
    """The unescaped title of a page. In front matter it is escaped."""
    return unescape(str(file.page.title or "")) if file.page else ""


def _entries(information: PageInformation, title: str) -> Iterator[SearchEntry]:
    """The entry of a page itself, then those of places on it; none for a page that forwards."""
    entries = unpack(information.search_entries)
    if information.redirect:
        return
    if not entries or entries[0].id:
        yield SearchEntry("", "", title)
    yield from entries
