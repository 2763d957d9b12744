"""The files that a build writes to disk."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from build_scripts.model.arrangement import NO_COLLECTIONS, Arrangement
from build_scripts.model.search_entry import SearchEntry

PageFiller = Callable[[str, str], str]
"""Takes the path of a hand-written page's Markdown file and its HTML, and returns the HTML with
what the generator adds."""


def leave_as_it_is(_page: str, html: str) -> str:
    """The filler that adds nothing."""
    return html


class PlannedFile(NamedTuple):
    """One file: its path relative to the documentation folder (with ``/``) and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class TableOfContentsEntry:
    """A line of a page's table of contents: plain text, the id of its target, a level from 2."""

    title: str
    id: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class PageInformation:
    """What a publisher needs to know about a page, besides its Markdown.

    Attributes:
        source: the file to edit, relative to the project's root.
        redirect: the relative address to which the page forwards; empty for an ordinary page.
        search_entries: what a search finds on the page besides its title; the page comes first.
        head: markup for the page's head, with metadata for machines.
        title_in_tab: the title in tabs, bookmarks and lists of hits of the web, plain text; empty
            where it is that of the navigation.
        notes_side: the side on which notes may be shown, `left` or `right`; empty without notes.
        shows_text: whether it shows text of a reading.
    """

    source: str
    contents: tuple[TableOfContentsEntry, ...] = ()
    redirect: str = ""
    search_entries: tuple[SearchEntry, ...] = ()
    head: str = ""
    title_in_tab: str = ""
    notes_side: str = ""
    shows_text: bool = False


@dataclass(frozen=True, slots=True)
class SitePlan:
    """All files of a build, sorted by path.

    Attributes:
        folders: the folders under the documentation folder that the generator owns.
        pages: information about each page, by the path of its Markdown file.
        fill: completes hand-written pages; not compared, because functions cannot be.
        imprint: markup for the footer of every page; may be empty.
        arrangement: of the readings, for the navigation.
    """

    files: tuple[PlannedFile, ...]
    folders: tuple[str, ...]
    pages: dict[str, PageInformation]
    fill: PageFiller = field(default=leave_as_it_is, compare=False)
    imprint: str = ""
    arrangement: Arrangement = NO_COLLECTIONS
