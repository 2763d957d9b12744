"""The files that a build writes to disk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from build_scripts.model.arrangement import NO_COLLECTIONS, Arrangement

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

    It is kept for every page of the site at once, so it holds neither the page's text nor, in
    full, what a search finds there.

    Attributes:
        source: the file to edit, relative to the project's root.
        redirect: the relative address to which the page forwards; empty for an ordinary page.
        search_entries: what a search finds on the page besides its title, packed by
            `search_entry.pack`; the page comes first.
        head: markup for the page's head, with metadata for machines.
        title_in_tab: the title in tabs, bookmarks and lists of hits of the web, plain text; empty
            where it is that of the navigation.
        notes_side: the side on which notes may be shown, `left` or `right`; empty without notes.
        shows_text: whether it shows text of a reading.
        front_matter: of its Markdown file: the title in the navigation, and the description.
    """

    source: str
    contents: tuple[TableOfContentsEntry, ...] = ()
    redirect: str = ""
    search_entries: bytes = b""
    head: str = ""
    title_in_tab: str = ""
    notes_side: str = ""
    shows_text: bool = False
    front_matter: str = ""


Pages = Mapping[str, PageInformation]
"""Information about pages, by the paths of their Markdown files, in the order of the site."""


class PageTitle(NamedTuple):
    """What the navigation needs to know of a page before it is rendered.

    Attributes:
        title: that of its front matter, as plain text.
        forwards: whether the page only forwards to another one.
    """

    title: str
    forwards: bool = False


class SiteFrame(NamedTuple):
    """What stands around the content of pages, in the theme's language.

    Attributes:
        imprint: markup for the footer of every page; may be empty.
        further_lists: the title under which the navigation keeps the lists that few readers need.
        not_found: the title of the page for addresses that lead nowhere.
        not_found_because: what that page says.
        nothing_found: what the search says if it finds nothing; empty if the theme is to say it.
    """

    imprint: str = ""
    further_lists: str = ""
    not_found: str = ""
    not_found_because: str = ""
    nothing_found: str = ""


NO_FRAME = SiteFrame()


class Rendered(NamedTuple):
    """Files, and information about the pages among them."""

    files: tuple[PlannedFile, ...]
    pages: Pages = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PlannedUnit:
    """A part of the site that is rendered by itself.

    Attributes:
        paths: its files, which are known before it is rendered.
        render: makes exactly these files, or none if they are on the disk as they would be made.
            Nobody keeps them, so that the bytes of only one unit are in memory at a time.
    """

    paths: tuple[str, ...]
    render: Callable[[], Rendered]


@dataclass(frozen=True, slots=True)
class SitePlan:
    """All files of a build.

    Attributes:
        units: the parts that are rendered by themselves; pages are in the order of the site.
        folders: the folders under the documentation folder that the generator owns.
        fill: completes hand-written pages.
        frame: what stands around the content of pages.
        arrangement: of the readings, for the navigation.
        search_words: what the search says to readers, by the names that its script knows.
    """

    units: tuple[PlannedUnit, ...]
    folders: tuple[str, ...]
    fill: PageFiller = field(default=leave_as_it_is)
    frame: SiteFrame = field(default_factory=SiteFrame)
    arrangement: Arrangement = NO_COLLECTIONS
    search_words: Mapping[str, str] = field(default_factory=dict)

    @property
    def paths(self) -> tuple[str, ...]:
        """The files of all units."""
        return tuple(path for unit in self.units for path in unit.paths)

    def rendered(self) -> Rendered:
        """All files at once, sorted by path; for small sites."""
        rendered = [unit.render() for unit in self.units]
        return Rendered(
            tuple(sorted(file for part in rendered for file in part.files)),
            {path: page for part in rendered for path, page in part.pages.items()},
        )
