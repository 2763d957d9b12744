"""Leave out links to lists that are not made because they would be empty.

A project's navigation and its own pages name the glossary or the timeline before there is a term or
an event, and still do after the last one is removed. That is no fault, so a strict build accepts
it: the entry of the navigation is left out, and the link is only its words.
"""

import posixpath
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from mkdocs.structure.files import Files

from build_scripts.mkdocs_plugin.trouble import log
from build_scripts.render.addresses import COMPARISONS_PAGE, LIST_PAGES


def lists_not_made(files: Files) -> frozenset[str]:
    """The Markdown files of the lists that a site does not have."""
    lists = (COMPARISONS_PAGE, *LIST_PAGES)
    return frozenset(page for page in lists if files.get_file_from_path(page) is None)


def without_lists(nav: Iterable[Any], absent: frozenset[str]) -> list[Any]:
    """The `nav` of mkdocs.yml without these pages, and without sections that held only these."""
    kept = []
    for item in nav:
        match item:
            case str() if item in absent:
                _report("the navigation in mkdocs.yml", item)
            case dict():
                kept += [{title: value} for title, value in _kept(item, absent)]
            case _:
                kept.append(item)
    return kept


def _kept(item: dict[Any, Any], absent: frozenset[str]) -> Iterable[tuple[Any, Any]]:
    for title, value in item.items():
        if isinstance(value, list):
            children = without_lists(value, absent)
            if children or not value:
                yield title, children
        elif value in absent:
            _report("the navigation in mkdocs.yml", value)
        else:
            yield title, value


class LinksToEmptyLists(Extension):
    """Makes plain words of the links in hand-written pages that lead to lists that are not made.

    Attributes:
        absent: the lists that are not made.
        page: the Markdown file that is converted next.
    """

    def __init__(self) -> None:
        super().__init__()
        self.absent: frozenset[str] = frozenset()
        self.page = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown calls it
        """Register the change, to run before MkDocs looks at the links."""
        # Inline patterns run at priority 20, and MkDocs at 0.
        md.treeprocessors.register(_Unlinking(md, self), "readings-empty-lists", 2)


class _Unlinking(Treeprocessor):
    def __init__(self, md: Markdown, extension: LinksToEmptyLists) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        if not self._extension.absent:
            return
        for link in root.iter("a"):
            target = self._target(link.get("href", ""))
            if target in self._extension.absent:
                link.tag = "span"
                link.attrib.clear()
                _report(self._extension.page, target)

    def _target(self, address: str) -> str:
        """The Markdown file that a link names, relative to the documentation folder."""
        scheme, host, path, _, _ = urlsplit(address)
        if scheme or host or not path:
            return ""
        folder = "" if path.startswith("/") else posixpath.dirname(self._extension.page)
        return posixpath.normpath(posixpath.join(folder, unquote(path).lstrip("/")))


def _report(where: str, page: str) -> None:
    log.info(
        "%s links to %s, which is not made because there is nothing to list; the link is left out",
        where,
        page,
    )
