"""Give the plugin `search` our own search entries for the generated pages.

By itself, the plugin splits pages at their headings. A hit would then lead to the top of a long
text, and each term would be found again at the end of every text that mentions it.
"""

import posixpath
from collections.abc import Callable, Iterable, Mapping
from html import unescape
from itertools import chain
from math import inf
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from build_scripts.disk.pagefind_bundle import PagefindError
from build_scripts.export.search_index import FIELDS, IndexEntry, for_material, for_mkdocs
from build_scripts.mkdocs_plugin.generation import Generated
from build_scripts.mkdocs_plugin.search_file import WrittenIndex, append_entries
from build_scripts.mkdocs_plugin.search_in_pieces import (
    Choices,
    with_bundle,
    with_settings,
    write_in_pieces,
)
from build_scripts.mkdocs_plugin.site_part import SitePart
from build_scripts.mkdocs_plugin.trouble import log
from build_scripts.model.arrangement import NO_COLLECTIONS
from build_scripts.model.search_entry import SearchEntry, unpack
from build_scripts.model.site_plan import PageInformation
from build_scripts.shards.search_bundle import EntriesOfPage, stays_whole
from build_scripts.shards.search_of_part import SearchOfPart

Handler = Callable[..., Any]
"""What a plugin does at an event."""

_REPLACED = "readings_replaced"
"""The attribute of a handler that says in whose place it is."""
_NAMES_OF_PLUGIN = ("material/search", "search")


class Search:
    """The search of a site, while it is built and at each save after that."""

    def __init__(self, plugin: Any) -> None:
        """Begin with Material's plugin `search`, or MkDocs's."""
        self._plugin = plugin
        self._is_material = "fields" in plugin.config
        self._pages: Mapping[str, PageInformation] = {}
        self._choices = Choices(NO_COLLECTIONS, {})
        self._by_hand: dict[str, list[Any]] = {}  # the plugin's own entries, by page
        self._written_by_hand: list[Any] = []
        self._index: WrittenIndex | None = None  # the last one

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
    def is_made_at_once(self) -> bool:
        """Whether MkDocs's plugin prepares the whole index, so that no part can be renewed."""
        return bool(self._plugin.config.get("prebuild_index"))

    def renew(self, pages: Mapping[str, PageInformation]) -> None:
        """Take over what is known about the generated pages now."""
        self._pages = pages

    def take_over(
        self,
        config: MkDocsConfig,
        files: Files,
        generated: Generated,
        largest: float,
        part: SitePart | None = None,
    ) -> None:
        """Keep the plugin from reading the generated pages, and put our entries behind its own.

        The plugin would hold them several times, as values and as text. So they are added to the
        file that it writes, those of one page after those of the other.

        Args:
            config: MkDocs's settings.
            files: all files of the site.
            generated: what the generator wrote.
            largest: an index that is larger, in bytes when it is compressed, is kept in pieces.
            part: of the site, if not all of it is built. Its index stays whole, and it is told what
                the last step needs.
        """
        self._pages = generated.pages
        self._choices = Choices(generated.arrangement, generated.search_words)

        def without_ours(read: Handler) -> Handler:
            def read_written(context: Any, *, page: Page, **arguments: Any) -> Any:
                path = page.file.src_uri
                if path in self._pages:
                    return None
                before = len(self._entries_of_plugin)
                result = read(context, page=page, **arguments)
                is_again = path in self._by_hand
                self._by_hand[path] = self._entries_of_plugin[before:]
                if is_again:
                    self._entries_of_plugin[:] = chain.from_iterable(self._by_hand.values())
                return result

            return read_written

        def with_ours(write: Handler) -> Handler:
            def write_all(**arguments: Any) -> None:
                collections = self._choices.collections_by_folder() if self._is_material else None
                ours = _entries_of_site(files, self._pages, collections)
                if self.is_made_at_once:  # MkDocs's plugin must see them
                    for of_page in ours.values():
                        self._entries_of_plugin.extend(of_page.entries())
                    write(**arguments)
                else:
                    index = Path(config.site_dir, "search", "search_index.json")
                    self._write(index, ours, lambda: write(**arguments), largest, part)

            return write_all

        _replace_handler(config, self._plugin, "page_context", without_ours)
        _replace_handler(config, self._plugin, "post_build", with_ours)

    @property
    def _entries_of_plugin(self) -> list[Any]:
        index = self._plugin.search_index
        entries: list[Any] = index.entries if self._is_material else index._entries
        return entries

    def _write(
        self,
        index: Path,
        ours: Mapping[str, "_SearchOfPage"],
        write: Callable[[], None],
        largest: float,
        part: SitePart | None,
    ) -> None:
        """Let the plugin write its entries, and put ours behind them; not if all are the same."""
        last = self._index
        if last is not None:
            before = [(page, written.entries) for page, written in last.pages.items()]
            if before == [*ours.items()] and self._written_by_hand == self._entries_of_plugin:
                return
            last = last._replace(path=index.with_name("last_search_index.json"))
            index.replace(last.path)
        write()
        size = sum(len(of_page.packed) for of_page in ours.values() if not of_page.is_empty)
        if self._is_material and largest < inf:
            of_pages = (EntriesOfPage(path, page.entries()) for path, page in ours.items())
            if part is not None:
                search = SearchOfPart(size, largest, self._choices.words)
                part.search = with_bundle(search, part.part, index, of_pages)
            elif size > largest and _is_in_pieces(index, of_pages, self._choices):
                return
        if self._is_material:
            index.write_bytes(with_settings(index.read_bytes(), self._choices.settings()))
        self._index = append_entries(index, ours, has_sorted_keys=not self._is_material, last=last)
        self._written_by_hand = [*self._entries_of_plugin]
        if last is not None:
            last.path.unlink()


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


def _is_in_pieces(index: Path, ours: Iterable[EntriesOfPage], choices: Choices) -> bool:
    """Put an index into pieces if that is possible here; a message says where it is not."""
    try:
        write_in_pieces(index, ours, choices)
    except PagefindError as error:
        log.info(stays_whole(error))
        return False
    return True


class _SearchOfPage(NamedTuple):
    """What the entries of a page are made of.

    Attributes:
        collections: the ids of those to which the page belongs, with blanks; None if it is MkDocs's
            plugin that reads the entries.
    """

    url: str
    title: str
    is_empty: bool
    packed: bytes
    collections: str | None

    def entries(self) -> list[IndexEntry]:
        """The entry of the page itself, then those of places on it; none if it forwards."""
        if self.is_empty:
            return []
        entries = unpack(self.packed)
        if not entries or entries[0].id:
            entries = (SearchEntry("", "", self.title), *entries)
        places = ((f"{self.url}#{entry.id}" if entry.id else self.url, entry) for entry in entries)
        if self.collections is not None:
            written = [for_material(location, entry) for location, entry in places]
            if self.collections:  # the first entry names those of the page
                written[0]["collections"] = self.collections
            return written
        return [for_mkdocs(location, entry, self.title) for location, entry in places]


def _entries_of_site(
    files: Files,
    pages: Mapping[str, PageInformation],
    collections: Mapping[str, str] | None,
) -> dict[str, _SearchOfPage]:
    """The entries of each generated page, by path.

    Args:
        files: of the site.
        pages: what is known of the generated ones.
        collections: those of the pages in each folder; None for MkDocs's plugin.
    """
    return {
        path: _SearchOfPage(
            file.url,
            _title(file),
            bool(information.redirect),
            information.search_entries,
            collections.get(posixpath.dirname(path), "") if collections is not None else None,
        )
        for path, information in sorted(pages.items(), key=itemgetter(0))
        if (file := files.get_file_from_path(path)) is not None
    }


def _title(file: File) -> str:
    """The unescaped title of a page. In front matter it is escaped."""
    return unescape(str(file.page.title or "")) if file.page else ""
