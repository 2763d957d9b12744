"""Order the site's navigation if mkdocs.yml does not, and build tables of contents.

Readers come first: the home page, the texts, the lists that explain them, then the lists that few
readers need, behind one entry, and then the pages written by hand.
"""

import html
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc
from mkdocs.utils import nest_paths

from build_scripts.mkdocs_plugin.shelves import everything_in, long_section, shelved
from build_scripts.model.arrangement import NO_COLLECTIONS, Arrangement
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.addresses import (
    COMPARISONS_PAGE,
    FOLDERS,
    FURTHER_LISTS,
    LIST_PAGES,
    READINGS_PAGE,
)

_ORDER = tuple(
    page.removesuffix("index.md") for page in (READINGS_PAGE, COMPARISONS_PAGE, *LIST_PAGES)
)
_in_folders: Callable[[Iterable[str]], list[Any]] = nest_paths
_FURTHER = frozenset(page.partition("/")[0] for page in FURTHER_LISTS)


class CompletedNav(list[Any]):
    """A `nav` of mkdocs.yml that names only pages written by hand, with the generated ones added.

    Attributes:
        by_hand: the `nav` as it was written.
    """

    def __init__(self, generated: Iterable[Any], by_hand: list[Any]) -> None:
        super().__init__((*generated, *by_hand))
        self.by_hand = by_hand


class FurtherLists(Section):
    """The entry behind which there are lists that few readers need. It has no page of its own."""


def named_by(page: Page) -> Section | None:
    """The section of the navigation that has the title of a page: a generated one, by its first."""
    section = page.parent
    if not is_generated(page.file) or section is None or isinstance(section, FurtherLists):
        return None
    return section if section.children[0] is page else None


def completed_nav(nav: list[Any], files: Files) -> list[Any]:
    """A `nav` with all generated pages, or the same one if it names at least one of them."""
    by_hand = nav.by_hand if isinstance(nav, CompletedNav) else nav
    if any(path.startswith(tuple(f"{folder}/" for folder in FOLDERS)) for path in _named(by_hand)):
        return nav
    pages = files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
    generated = _in_folders(file.src_uri for file in pages if is_generated(file))
    return CompletedNav(generated, by_hand)


def _named(nav: Any) -> Iterator[str]:
    """All files and addresses in a `nav`."""
    match nav:
        case str():
            yield nav
        case dict():
            for value in nav.values():
                yield from _named(value)
        case list():
            for item in nav:
                yield from _named(item)
        case _:
            pass


def is_ordered_here(nav: list[Any] | None) -> bool:
    """Whether the order of the generated pages is ours, given the `nav` of MkDocs's settings."""
    return nav is None or isinstance(nav, CompletedNav)


def is_generated(file: File) -> bool:
    """Whether a file is in a folder that the generator writes."""
    return file.src_uri.startswith(tuple(f"{folder}/" for folder in FOLDERS))


def put_in_order(
    nav: Navigation,
    generated: Iterable[str] = (),
    arrangement: Arrangement = NO_COLLECTIONS,
    further_lists: str = "",
) -> None:
    """Put the generated sections first, and link pages to the next in that order.

    The next page after one that readers need is never one of a section written by hand, such as a
    manual: each of those is a row of its own.

    The navigation is changed. The Markdown files of `generated` pages are in reading order;
    `arrangement` says which readings belong together. The lists that few readers need are behind
    one entry with the title `further_lists`.
    """
    places = {path: place for place, path in enumerate(generated)}
    nav.items = [_unfolded(item) for item in nav.items]
    nav.items.sort(key=_rank)
    _sort_generated(nav.items, places)
    nav.items = [*_arranged(nav.items, arrangement)]
    if further_lists:
        nav.items = _with_further_lists(nav.items, further_lists)
    nav.pages = list(_pages(nav.items))
    for row in _rows(nav.items):
        _link_neighbours(row)


def _with_further_lists(items: Iterable[StructureItem], title: str) -> list[StructureItem]:
    """The items, with one section in place of the lists that few readers need, if they are many."""
    kept: list[Any] = []
    further: list[Any] = []
    place = 0
    for item in items:
        if _folder(item) in _FURTHER:
            further.append(item)
            place = len(kept)
        else:
            kept.append(item)
    if len(further) > 1:
        section = FurtherLists(title, further)
        for item in further:
            item.parent = section
        further = [section]
    return [*kept[:place], *further, *kept[place:]]


def _rows(items: Iterable[StructureItem]) -> Iterator[list[Page]]:
    """The pages that lead on to one another: those for readers, and each section by hand."""
    for_readers: list[Page] = []
    for item in items:
        if isinstance(item, Section) and not _folder(item):
            yield [*_pages([item])]
        else:
            for_readers += _pages([item])
    yield for_readers


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
