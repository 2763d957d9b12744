"""Give the plugin `search` our own search entries for the generated pages.

By itself, the plugin splits pages at their headings. A hit would then lead to the top of a long
text, and each term would be found again at the end of every text that mentions it.
"""

import json
import os
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from build_scripts.disk.pagefind_bundle import PagefindError
from build_scripts.export.search_index import FIELDS, IndexEntry, for_material, for_mkdocs
from build_scripts.mkdocs_plugin.generation import Generated
from build_scripts.mkdocs_plugin.search_in_pieces import Choices, with_settings, write_in_pieces
from build_scripts.mkdocs_plugin.trouble import log
from build_scripts.model.search_entry import SearchEntry, unpack
from build_scripts.model.site_plan import PageInformation

Handler = Callable[..., Any]
"""What a plugin does at an event."""

_END_OF_INDEX = b"]}"
_REPLACED = "readings_replaced"
"""The attribute of a handler that says in whose place it is."""
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

    @property
    def is_material(self) -> bool:
        """Whether this is Material's plugin."""
        return "fields" in self.plugin.config

    def take_over(
        self, config: MkDocsConfig, files: Files, generated: Generated, largest: float
    ) -> None:
        """Keep the plugin from reading the generated pages, and put our entries behind its own.

        The plugin would hold them several times, as values and as text. So they are added to the
        file that it writes, those of one page after those of the other.

        Args:
            config: MkDocs's settings.
            files: all files of the site.
            generated: what the generator wrote.
            largest: an index that is larger, in bytes when it is compressed, is kept in pieces.
        """
        pages, is_material = generated.pages, self.is_material
        choices = Choices(generated.arrangement, generated.search_words)
        size = sum(len(page.search_entries) for page in pages.values() if not page.redirect)

        def without_ours(read: Handler) -> Handler:
            def read_written(context: Any, *, page: Page, **arguments: Any) -> Any:
                is_ours = page.file.src_uri in pages
                return None if is_ours else read(context, page=page, **arguments)

            return read_written

        def with_ours(write: Handler) -> Handler:
            def write_all(**arguments: Any) -> None:
                ours = _entries_of_site(files, pages, choices, is_material=is_material)
                if self.plugin.config.get("prebuild_index"):  # MkDocs's plugin must see them
                    self.plugin.search_index._entries += [e for of_page in ours for e in of_page]
                    write(**arguments)
                    return
                write(**arguments)
                index = Path(config.site_dir, "search", "search_index.json")
                if is_material and size > largest and _is_in_pieces(index, ours, choices):
                    return
                if is_material:
                    index.write_bytes(with_settings(index.read_bytes(), choices.settings()))
                ours = _entries_of_site(files, pages, choices, is_material=is_material)
                append_entries(index, ours, has_sorted_keys=not is_material)

            return write_all

        _replace_handler(config, self.plugin, "page_context", without_ours)
        _replace_handler(config, self.plugin, "post_build", with_ours)


def _replace_handler(
    config: MkDocsConfig, plugin: Any, event: str, replacement: Callable[[Handler], Handler]
) -> None:
    """Let something else be done when a plugin's turn at an event has come.

    If settings are built twice, the second replacement takes the place of the first one.
    """
    handlers = config.plugins.events[event]
    for index, handler in enumerate(handlers):
        original = getattr(handler, _REPLACED, handler)
        if getattr(original, "__self__", None) is plugin:
            handlers[index] = replacement(original)
            setattr(handlers[index], _REPLACED, original)


def _is_in_pieces(index: Path, ours: Iterable[list[IndexEntry]], choices: Choices) -> bool:
    """Put an index into pieces if that is possible here; a message says where it is not."""
    try:
        write_in_pieces(index, ours, choices)
    except PagefindError as error:
        log.info(
            "The index of the search is larger than `largest_search_index`, but stays whole: %s. "
            "The first search of a reader takes longer.",
            error,
        )
        return False
    return True


def append_entries(
    index: Path, entries: Iterable[list[IndexEntry]], *, has_sorted_keys: bool
) -> None:
    """Add entries to an index that a plugin wrote, as the plugin itself would write them.

    Args:
        index: a file of JSON that ends with a list of entries.
        entries: some at a time.
        has_sorted_keys: whether the keys of an entry are sorted.
    """
    with index.open("r+b") as file:
        file.seek(-len(_END_OF_INDEX) - 1, os.SEEK_END)
        separator = b"" if file.read(1) == b"[" else b","
        file.seek(-len(_END_OF_INDEX), os.SEEK_END)
        for some in entries:
            if some:
                text = json.dumps(some, separators=(",", ":"), sort_keys=has_sorted_keys)
                file.write(separator + text[1:-1].encode())
                separator = b","
        file.write(_END_OF_INDEX)


def _entries_of_site(
    files: Files,
    pages: Mapping[str, PageInformation],
    choices: Choices,
    *,
    is_material: bool,
) -> Iterator[list[IndexEntry]]:
    """The entries of each generated page, by path. The first one names the page's collections."""
    collections = choices.collections_by_folder()
    for path, information in sorted(pages.items(), key=itemgetter(0)):
        file = files.get_file_from_path(path)
        if file is None:
            continue
        title = _title(file)
        places = (
            (f"{file.url}#{entry.id}" if entry.id else file.url, entry)
            for entry in _entries(information, title)
        )
        if is_material:
            written = [for_material(location, entry) for location, entry in places]
            if written and (ids := collections.get(posixpath.dirname(path))):
                written[0]["collections"] = ids
            yield written
        else:
            yield [for_mkdocs(location, entry, title) for location, entry in places]


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
