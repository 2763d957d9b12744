"""The files that a build is to leave on disk."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from build_scripts.model.search_entry import SearchEntry

PageFiller = Callable[[str, str], str]
"""From the Markdown file of a page that is written by hand, and its HTML, to that HTML with what
the generator adds to it."""


def leave_as_it_is(_page: str, html: str) -> str:
    """The filler that adds nothing."""
    return html


class PlannedFile(NamedTuple):
    """One file: its path relative to the documentation folder (with ``/``) and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class TableOfContentsEntry:
    """A line of a page's table of contents: plain text, the id it leads to, a level from 2."""

    title: str
    id: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class PageInformation:
    """What a publisher needs to know of a page besides its Markdown.

    Attributes:
        source: the file to edit, relative to the project's root.
        contents: its table of contents.
        redirect: relative address the page forwards to; empty for an ordinary page.
        search_entries: what a search finds on it besides its title; the page itself comes first.
        head: markup for the page's head: what the page says of itself to machines.
        notes_side: where notes may stand beside the text, `left` or `right`; empty without notes.
        shows_text: whether it shows text of a reading.
    """

    source: str
    contents: tuple[TableOfContentsEntry, ...] = ()
    redirect: str = ""
    search_entries: tuple[SearchEntry, ...] = ()
    head: str = ""
    notes_side: str = ""
    shows_text: bool = False


@dataclass(frozen=True, slots=True)
class SitePlan:
    """All files of a build, sorted by path.

    Attributes:
        files: paths and bytes.
        folders: the folders under the documentation folder that the generator owns.
        pages: by path of the Markdown file, what a publisher needs to know.
        fill: completes pages that are written by hand; two plans may be the same with different
            ones, since functions cannot be compared.
    """

    files: tuple[PlannedFile, ...]
    folders: tuple[str, ...]
    pages: dict[str, PageInformation]
    fill: PageFiller = field(default=leave_as_it_is, compare=False)
