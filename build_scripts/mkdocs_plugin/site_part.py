"""Let MkDocs build a part of a site, with the navigation of the whole site on its pages."""

# ruff: noqa: ARG002 - MkDocs passes what it passes to every page

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.pages import Page, _RawHTMLPreprocessor
from mkdocs.utils.meta import get_data

from build_scripts.disk.project_lines import lines_of_project
from build_scripts.mkdocs_plugin.folders import root_of
from build_scripts.mkdocs_plugin.generated_page import GeneratedPage
from build_scripts.mkdocs_plugin.generation import Generated
from build_scripts.mkdocs_plugin.navigation import is_generated
from build_scripts.mkdocs_plugin.trouble import log_all
from build_scripts.model.progress import Progress
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import PageInformation, PageTitle
from build_scripts.render.markdown_safe_html import attribute
from build_scripts.render.page import one_line
from build_scripts.report.plain_text import summary
from build_scripts.shards.join import Joined
from build_scripts.shards.part import Part
from build_scripts.shards.part_pages import PartPages, write_part
from build_scripts.shards.search_of_part import SearchOfPart


class PageElsewhere(GeneratedPage):
    """A page that another part of the site builds: it has a title and an address, but no content.

    Attributes:
        part: knows the titles of all pages.
    """

    part: "SitePart"

    def read_source(self, config: MkDocsConfig) -> None:
        """Know the title; there is nothing to read."""
        title = self.part.titles[self.file.src_uri].title
        self.markdown, self.meta = "", {"title": attribute(one_line(title))}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make no HTML."""
        self.content = ""

    @property
    def present_anchor_ids(self) -> set[str] | None:  # type: ignore[override]
        """The ids on the page, which only matter if a page written by hand links to one."""
        finder = _RawHTMLPreprocessor()
        markdown, _ = get_data(self.part.text_of(self.file.src_uri))
        finder.run(markdown.split("\n"))
        return finder.present_anchor_ids


class SitePart:
    """A part of a site, while MkDocs builds it.

    Attributes:
        all_pages: the files of all pages of the site; set by `leave_out_others`.
        addresses: the Markdown files of the pages that this part adds to the search, by address.
        search: what the last step needs to keep the index in pieces; set when it is written.
    """

    def __init__(self, part: Part, joined: Joined, docs: Path) -> None:
        """`joined` is what all parts know; the part's Markdown is written into `docs`."""
        self.part = part
        self.all_pages: list[File] = []
        self.addresses: Mapping[str, str] = MappingProxyType({})
        self.search: SearchOfPart | None = None
        self._joined = joined
        self._docs = docs
        self._pages: PartPages | None = None

    @property
    def titles(self) -> Mapping[str, PageTitle]:
        """Of all pages of the site, by their Markdown files."""
        return self._written.titles

    def text_of(self, page: str) -> str:
        """The Markdown of any generated page of the site."""
        return self._written.text_of(page)

    @property
    def _written(self) -> PartPages:
        if self._pages is None:
            raise ValueError("the pages are not written yet")
        return self._pages

    def generate(
        self, config: MkDocsConfig, configuration: SiteConfiguration, progress: Progress
    ) -> Generated:
        """Write the pages of this part.

        Raises:
            PluginError: there are errors.
        """
        root = root_of(config)
        self._pages, found = write_part(
            *(root, configuration, self.part, self._joined, self._docs, progress)
        )
        if self._pages is None:
            log_all(found, lines_of_project(root))
            raise PluginError(f"{summary(found)}; this part was not made")
        plan, own = self._pages.plan, self._pages.pages
        elsewhere = {
            path: PageInformation("", redirect="elsewhere" if title.forwards else "")
            for path, title in self.titles.items()
        }
        return Generated(
            {path: own.get(path, page) for path, page in elsewhere.items()},
            plan.fill,
            plan.frame,
            arrangement=plan.arrangement,
            search_words=plan.search_words,
        )

    def with_generated(self, files: Files, config: MkDocsConfig) -> Files:
        """All files of the site, in MkDocs's order; those of other parts are only names."""
        by_hand = [file for file in files if not is_generated(file)]
        generated = [
            File(path, str(self._docs), config.site_dir, config.use_directory_urls)
            for path in self._written.files
        ]
        set_exclusions(generated, config)
        in_docs = [file for file in by_hand if file.src_dir == config.docs_dir]
        others = [file for file in by_hand if file.src_dir != config.docs_dir]
        return Files([*sorted((*in_docs, *generated), key=_place_in_walk), *others])

    def is_own(self, file: File) -> bool:
        """Whether this part publishes a file."""
        if is_generated(file):
            return file.src_uri in self._written.own
        return self.part.is_first

    def name_pages_elsewhere(self, files: Files, config: MkDocsConfig) -> None:
        """Let the pages that other parts build have titles, but no content."""
        for file in files.documentation_pages():
            if is_generated(file) and not self.is_own(file):
                page = file.page or Page(None, file, config)
                page.__class__ = PageElsewhere
                vars(page)["part"] = self

    def leave_out_others(self, files: Files) -> None:
        """Leave out the files that other parts publish, when all titles are known."""
        self.all_pages = [*files.documentation_pages()]
        self.addresses = {
            file.url: file.src_uri for file in files if file.src_uri in self._written.pages
        }
        for file in [file for file in files if not self.is_own(file)]:
            files.remove(file)


def _place_in_walk(file: File) -> list[Any]:
    """The place at which MkDocs comes across a file: files before folders, an index first."""
    *folders, name = file.src_uri.split("/")
    is_index = name.rpartition(".")[0] in {"index", "README"}
    return [*((1, folder) for folder in folders), (0, not is_index, name)]
