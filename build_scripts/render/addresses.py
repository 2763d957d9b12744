"""Paths of the generated pages, and relative links between them.

MkDocs does not rewrite links inside raw HTML, so their final form is written here.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.model.reading import Reading
from build_scripts.model.site_configuration import SiteConfiguration

READINGS_PAGE = "readings/index.md"
GLOSSARY_PAGE = "glossary/index.md"
TIMELINE_PAGE = "timeline/index.md"
BIBLIOGRAPHY_PAGE = "bibliography/index.md"
OVERVIEW_PAGE = "overview/index.md"
COMPARISONS_PAGE = "comparisons/index.md"
MAP_PAGE = "map/index.md"
PEOPLE_PAGE = "people/index.md"
CROSS_REFERENCES_PAGE = "cross-references/index.md"
ANNOTATIONS_PAGE = "annotations/index.md"
FURTHER_LISTS = (
    OVERVIEW_PAGE,
    CROSS_REFERENCES_PAGE,
    ANNOTATIONS_PAGE,
    BIBLIOGRAPHY_PAGE,
)
"""The lists that few readers need, which the navigation keeps behind one entry."""
LIST_PAGES = (
    GLOSSARY_PAGE,
    PEOPLE_PAGE,
    TIMELINE_PAGE,
    MAP_PAGE,
    *FURTHER_LISTS,
)
"""The pages that are made only if they have something to list, in their order on the site."""
INTRODUCTION = "introduction"
"""The id of the introduction on the first page of a reading, and what messages call it."""
FURTHER_READING = "further-reading"
"""The id of the further reading on the first page of a reading, and what messages call it."""
ASSETS_FOLDER = "assets/readings"
FOLDERS = (
    ASSETS_FOLDER,
    "annotations",
    "bibliography",
    "collections",
    "comparisons",
    "cross-references",
    "glossary",
    "map",
    "overview",
    "people",
    "readings",
    "timeline",
)
"""The folders that the generator owns inside the documentation folder."""


def reading_page(reading_id: str) -> str:
    """The Markdown file of a reading, or of the list of its parts."""
    return f"readings/{reading_id}/index.md"


def collection_page(collection_id: str) -> str:
    """The Markdown file of a collection of readings."""
    return f"collections/{collection_id}/index.md"


def comparison_page(comparison_id: str) -> str:
    """The Markdown file of a comparison of readings."""
    return f"comparisons/{comparison_id}/index.md"


def part_page(reading_id: str, part_id: str) -> str:
    """The Markdown file of a part."""
    return f"readings/{reading_id}/{part_id}.md"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The form of addresses on the site.

    Attributes:
        use_directory_urls: the MkDocs setting of that name; False for a site that is opened from
            a folder, where links must name files.
        site_url: the address of the published site; empty if unknown.
        has_published_folders: `use_directory_urls` of the published site.
    """

    use_directory_urls: bool = True
    site_url: str = ""
    has_published_folders: bool = True

    @classmethod
    def of(cls, configuration: SiteConfiguration) -> "Addresses":
        """The addresses of a site with this configuration."""
        folders = configuration.has_published_folders
        use_folders = configuration.use_directory_urls
        return cls(use_folders, configuration.site_url, use_folders if folders is None else folders)

    def published(self, page: str) -> str:
        """The address of a page on the published site; empty if unknown."""
        if not self.site_url:
            return ""
        address = _address(self.has_published_folders, page).removeprefix("./")
        return f"{self.site_url.rstrip('/')}/{address}"

    def link_to_file(self, from_page: str, path: str) -> str:
        """A relative address from a Markdown file's page to a file that is published unchanged."""
        base = posixpath.dirname(_address(self.use_directory_urls, from_page)) or "."
        return posixpath.relpath(path, base)

    def link(self, from_page: str, to_page: str, fragment: str = "") -> str:
        """A relative address from one Markdown file's page to another's, with a fragment."""
        hash_part = f"#{fragment}" if fragment else ""
        if from_page == to_page:
            return hash_part or "."
        return _relative_address(self.use_directory_urls, from_page, to_page) + hash_part


def _address(use_directory_urls: bool, page: str) -> str:
    """The address of a page, relative to the site."""
    stem = page.removesuffix(".md")
    if not use_directory_urls:
        return f"{stem}.html"
    folder, name = posixpath.split(stem)
    return f"{folder or '.'}/" if name == "index" else f"{stem}/"


@lru_cache(maxsize=8_192)
def _relative_address(use_directory_urls: bool, from_page: str, to_page: str) -> str:
    # Each page links to many others, and `posixpath.relpath` looks at the disk.
    base, _ = _steps(use_directory_urls, from_page)
    target, name = _steps(use_directory_urls, to_page)
    common = 0
    for step, other in zip(base, target, strict=False):
        if step != other:
            break
        common += 1
    steps = ("..",) * (len(base) - common) + target[common:]
    if name:
        return "/".join((*steps, name))
    return f"{'/'.join(steps) or '.'}/"


@lru_cache(maxsize=8_192)
def _steps(use_directory_urls: bool, page: str) -> tuple[tuple[str, ...], str]:
    """The folders of a page's address, and its name, which is empty for that of a folder."""
    folders, _, name = _address(use_directory_urls, page).removeprefix("./").rpartition("/")
    return tuple(folders.split("/")) if folders else (), name


@dataclass(frozen=True, slots=True)
class ReadingPages:
    """The page that shows each paragraph.

    Attributes:
        pages: for each reading, by id, the last paragraph and the Markdown file of each page, in
            order.
    """

    pages: Mapping[str, tuple[tuple[int, str], ...]]

    @classmethod
    def of(cls, readings: tuple[Reading, ...]) -> "ReadingPages":
        """The pages of these readings."""
        pages: dict[str, tuple[tuple[int, str], ...]] = {}
        for reading in readings:
            if reading.parts:
                pages[reading.id] = tuple(
                    (part.last, part_page(reading.id, part.id)) for part in reading.parts
                )
            else:
                last = len(reading.source.paragraphs)
                pages[reading.id] = ((last, reading_page(reading.id)),)
        return cls(pages)

    def page_of(self, reading_id: str, paragraph: int) -> str:
        """The Markdown file of the page that holds a paragraph."""
        return next(page for last, page in self.pages[reading_id] if paragraph <= last)
