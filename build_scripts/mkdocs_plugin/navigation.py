"""Order the site's navigation if mkdocs.yml does not, and build tables of contents."""

import html
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from build_scripts.mkdocs_plugin.shelves import everything_in, long_section, shelved
from build_scripts.model.arrangement import NO_COLLECTIONS, Arrangement
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.addresses import COMPARISONS_PAGE, FOLDERS, LIST_PAGES, READINGS_PAGE

_ORDER = tuple(
    page.removesuffix("index.md") for page in (READINGS_PAGE, COMPARISONS_PAGE, *LIST_PAGES)
)


def is_generated(file: File) -> bool:
    """Whether a file is in a folder that the generator writes."""
    return file.src_uri.startswith(tuple(f"{folder}/" for folder in FOLDERS))


def put_in_order(
    nav: Navigation, generated: Iterable[str] = (), arrangement: Arrangement = NO_COLLECTIONS
) -> None:
    """Put the generated sections first, and link each page to the next in that order.

    The navigation is changed. The Markdown files of `generated` pages are in reading order;
    `arrangement` says which readings belong together.
    """
    places = {path: place for place, path in enumerate(generated)}
    nav.items = [_unfolded(item) for item in nav.items]
    nav.items.sort(key=_rank)
    _sort_generated(nav.items, places)
    nav.items = [*_arranged(nav.items, arrangement)]
    nav.pages = list(_pages(nav.items))
    _link_neighbours(nav.pages)


def _arranged(items: Iterable[StructureItem], arrangement: Arrangement) -> Iterator[StructureItem]:
    """The sections, with the pages of collections among the readings."""
    in_folders = [(_folder(item), item) for item in items]
    of_collections = [item for folder, item in in_folders if folder == "collections"]
    for folder, item in in_folders:
        if folder == "readings" and isinstance(item, Section):
            yield shelved(item, _pages(of_collections), arrangement)
        elif folder and folder != "collections" and isinstance(item, Section):
            yield long_section(item)
        elif folder != "collections":
            yield item


def _folder(item: StructureItem) -> str:
    """The folder whose generated pages an item holds; empty for anything else."""
    first = next(_pages([item]), None)
    if first is None or not is_generated(first.file):
        return ""
    return first.file.src_uri.partition("/")[0]


def _rank(item: StructureItem) -> int:
    """Home, the generated sections, then everything else in MkDocs's order."""
    first = next(_pages([item]), None)
    if first is not None and first.is_homepage:
        return 0
    for rank, prefix in enumerate(_ORDER, start=1):
        if first is not None and first.file.src_uri.startswith(prefix):
            return rank
    return len(_ORDER) + 1


def _sort_generated(items: Iterable[StructureItem], places: Mapping[str, int]) -> None:
    """Sort the pages of generated sections, with unknown pages first. MkDocs sorts by name."""

    def place(item: StructureItem) -> int:
        first = next(_pages([item]), None)
        return places.get(first.file.src_uri, -1) if first is not None else -1

    for item in items:
        if isinstance(item, Section):
            if all(is_generated(page.file) for page in _pages([item])):
                item.children.sort(key=place)
            _sort_generated(item.children, places)


def _pages(items: Iterable[StructureItem]) -> Iterator[Page]:
    """All pages of a navigation, in its order."""
    for item in items:
        if isinstance(item, Page):
            yield item
        elif isinstance(item, Section):
            yield from _pages(everything_in(item))


def _unfolded(item: StructureItem) -> StructureItem:
    """Replace a generated section whose only page is its index by that page."""
    if isinstance(item, Section):
        item.children = [_unfolded(child) for child in item.children]
        match item.children:
            case [Page() as only] if is_generated(only.file) and only.is_index:
                only.parent = item.parent
                return only
    return item


def _link_neighbours(pages: Iterable[Page]) -> None:
    """Link each page to the previous and the next page."""
    for before, after in pairwise((None, *pages, None)):
        if before is not None:
            before.next_page = after
        if after is not None:
            after.previous_page = before


def table_of_contents(entries: Iterable[TableOfContentsEntry]) -> TableOfContents:
    """The lines of a table of contents as MkDocs nests them, with escaped titles."""
    tokens: list[Any] = [
        {"name": html.escape(entry.title), "id": entry.id, "level": entry.level}
        for entry in entries
    ]
    return get_toc(nest_toc_tokens(tokens))
