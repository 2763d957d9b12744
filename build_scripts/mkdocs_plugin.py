"""The MkDocs plugin `readings`: the only file that knows MkDocs, and as little of it as can be."""

import html
import logging
import os.path
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import urljoin, urlsplit

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import CountHandler, get_relative_url
from mkdocs.utils.templates import TemplateContext

from build_scripts import banner, pipeline
from build_scripts.forwarding import with_forwarding
from build_scripts.model.diagnostic import Diagnostic, Severity, has_errors
from build_scripts.model.site_plan import PageInformation, TableOfContentsEntry
from build_scripts.project_lines import lines_of_project
from build_scripts.read.site_configuration import SiteConfiguration
from build_scripts.render.addresses import ASSETS_FOLDER, FOLDERS
from build_scripts.report.text import LinesOf, as_text, summary
from build_scripts.watch import watch_folders

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("readings")

INPUT_FOLDERS = ("annotations", "seeds")
STYLE_SHEETS = ("readings.css", "marks.css", "apparatus.css", "pages.css", "print.css")
NAVIGATION_ORDER = ("readings/", "glossary/", "timeline/")
_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.HINT: logging.INFO,
}


class ReadingsOptions(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in mkdocs.yml.

    Attributes:
        edit_address: where a file is edited; ``{repository}`` and ``{path}`` are filled in. There
            are no edit links where ``extra.repository`` is empty.
        folder_address: likewise, where a folder is shown.
    """

    edit_address = config_options.Type(str, default="{repository}/edit/main/{path}")
    folder_address = config_options.Type(str, default="{repository}/tree/main/{path}")


class _Trouble(NamedTuple):
    """Why the pages are not up to date, in a few words and in full."""

    summary: str
    details: str


class ReadingsPlugin(BasePlugin[ReadingsOptions]):  # type: ignore[no-untyped-call]
    """Writes the generated pages before each build, and completes them while MkDocs builds."""

    def __init__(self) -> None:
        self._with_drafts = False
        self._serving = False
        self._trouble: _Trouble | None = None
        self._pages: dict[str, PageInformation] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is `mkdocs serve`, where drafts show and errors do not end it."""
        self._serving = self._with_drafts = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the style sheets."""
        for name in STYLE_SHEETS:
            address = f"{ASSETS_FOLDER}/{name}"
            if address not in config.extra_css:
                config.extra_css.append(address)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write the generated pages; where that fails, the last ones stay.

        Raises:
            PluginError: on errors, unless under `mkdocs serve`, which goes on with a banner.
        """
        try:
            self._trouble = self._write_pages(config)
        except Exception as error:
            if not self._serving:
                raise
            # Out of here it would leave every request to the server hanging.
            log.exception("the pages could not be written")
            self._trouble = _Trouble("the pages could not be written", repr(error))
        if self._trouble is None:
            return
        if not self._serving:
            raise PluginError(f"{self._trouble.summary}; the last pages and the last site stay")
        _judge_leniently()

    def _write_pages(self, config: MkDocsConfig) -> _Trouble | None:
        """Write the generated pages and log what is wrong; errors are returned as well."""
        configuration = SiteConfiguration(config.docs_dir, config.use_directory_urls)
        built = pipeline.build(_root(config), configuration, self._with_drafts)
        lines_of = lines_of_project(_root(config))
        for found in built.diagnostics:
            log.log(_LEVELS[found.severity], as_text((found,), lines_of))
        if built.pages is not None:
            self._pages = built.pages
            return None
        return _trouble(built.diagnostics, lines_of)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep pages that only forward out of the navigation; add what the banner needs."""
        for file in files:
            if self._redirect(file):
                file.inclusion = InclusionLevel.NOT_IN_NAV
        if self._trouble is not None:
            for address, content in banner.assets().items():
                files.append(File.generated(config, address, content=content))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Order the navigation, unless mkdocs.yml does: the generated sections come first."""
        if config.nav is None:
            nav.items = [_unfolded(item) for item in nav.items]
            nav.items.sort(key=_navigation_rank)
            nav.pages = list(_pages(nav.items))
            _link_neighbours(nav.pages)
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Say what MkDocs cannot know of a generated page: contents, section, where to edit it."""
        information = self._pages.get(page.file.src_uri)
        if information is not None:
            page.toc = TableOfContents(_nested(information.contents))
            if information.redirect:
                page.meta["search"] = {"exclude": True}
                if page.canonical_url:
                    page.canonical_url = urljoin(page.canonical_url, information.redirect)
        section = page.parent if config.nav is None and _is_generated(page.file) else None
        if section is not None and section.children[0] is page:
            section.title = page.title or section.title
        page.edit_url = self._edit_url(config, page, information)
        return html

    def _edit_url(
        self, config: MkDocsConfig, page: Page, information: PageInformation | None
    ) -> str | None:
        if information is not None:
            path = information.source
        elif _is_generated(page.file):
            return None  # generated earlier; what from is not known while there are errors
        else:
            path = Path(os.path.relpath(page.file.abs_src_path or "", _root(config))).as_posix()
        repository = str(config.extra.get("repository") or "").rstrip("/")
        if not repository:
            return page.edit_url if information is None else None
        template = (
            self.config.edit_address
            if path.endswith((".yml", ".md"))
            else self.config.folder_address
        )
        return template.format(repository=repository, path=path)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Make forwarding pages forward; show on every page what is wrong."""
        if redirect := self._redirect(page.file):
            script = get_relative_url(f"{ASSETS_FOLDER}/redirect.js", page.url)
            output = with_forwarding(output, redirect, script)
        return self._with_banner(output, get_relative_url(banner.STYLE_SHEET, page.url))

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Keep pages that only forward out of the site map."""
        context["pages"] = [file for file in context["pages"] if not self._redirect(file)]
        return context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Show what is wrong on the page that answers to wrong addresses, too."""
        if template_name != "404.html":
            return output
        # It is shown at any address, so that only an absolute one leads anywhere from it.
        site = urlsplit(config.site_url or "/").path
        addresses = urljoin(site, banner.STYLE_SHEET), urljoin(site, banner.SCRIPT)
        return self._with_banner(output, *addresses)

    def _redirect(self, file: File) -> str:
        """Where a page forwards to; empty for all others."""
        information = self._pages.get(file.src_uri)
        return information.redirect if information is not None else ""

    def _with_banner(self, output: str, *addresses: str) -> str:
        if self._trouble is None:
            return output
        return banner.with_banner(output, *self._trouble, *addresses)

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: object
    ) -> "LiveReloadServer":
        """Watch what people write, and not what is generated in the documentation folder."""
        self._serving = True  # also under `mkdocs serve --clean`, which starts as a build
        root, docs = _root(config), Path(config.docs_dir)
        trigger = os.path.abspath(config.config_file_path)  # noqa: PTH100 - as MkDocs does
        folders = (docs, *(root / name for name in INPUT_FOLDERS))
        server.unwatch(config.docs_dir)
        server.watch(trigger)
        generated = tuple(docs / name for name in FOLDERS)
        watch_folders(server.observer, Path(trigger), folders, generated)
        log.info("watching what people write in %s", ", ".join(f"{f.name}/" for f in folders))
        return server


def _trouble(diagnostics: Iterable[Diagnostic], lines_of: LinesOf) -> _Trouble:
    """Diagnostics as the banner shows them: first those that keep pages from being written."""
    ordered = sorted(diagnostics, key=lambda found: not has_errors((found,)))
    return _Trouble(summary(ordered), as_text(ordered, lines_of))


def _judge_leniently() -> None:
    """Let `mkdocs serve --strict` go on with a site that is known to be out of date."""
    logger = logging.getLogger("mkdocs")
    for handler in tuple(logger.handlers):
        if isinstance(handler, CountHandler):
            handler.counts.clear()
            logger.removeHandler(handler)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _is_generated(file: File) -> bool:
    return file.src_uri.startswith(tuple(f"{folder}/" for folder in FOLDERS))


def _navigation_rank(item: StructureItem) -> int:
    """Home, the generated sections, then everything else in MkDocs's order."""
    first = next(_pages([item]), None)
    if first is not None and first.is_homepage:
        return 0
    for rank, prefix in enumerate(NAVIGATION_ORDER, start=1):
        if first is not None and first.file.src_uri.startswith(prefix):
            return rank
    return len(NAVIGATION_ORDER) + 1


def _pages(items: Iterable[StructureItem]) -> Iterator[Page]:
    """All pages of a navigation, in its order."""
    for item in items:
        if isinstance(item, Page):
            yield item
        elif isinstance(item, Section):
            yield from _pages(item.children)


def _unfolded(item: StructureItem) -> StructureItem:
    """A generated section that holds nothing but its index is that page."""
    if isinstance(item, Section):
        item.children = [_unfolded(child) for child in item.children]
        match item.children:
            case [Page() as only] if _is_generated(only.file) and only.is_index:
                only.parent = item.parent
                return only
    return item


def _link_neighbours(pages: Iterable[Page]) -> None:
    """Let each page lead to the one before it and the one after it."""
    for before, after in pairwise((None, *pages, None)):
        if before is not None:
            before.next_page = after
        if after is not None:
            after.previous_page = before


def _nested(entries: Iterable[TableOfContentsEntry]) -> list[AnchorLink]:
    """Lines of a table of contents as MkDocs's tree; the titles are put into pages unescaped."""
    top: list[AnchorLink] = []
    open_links: list[AnchorLink] = []
    for entry in entries:
        link = AnchorLink(html.escape(entry.title), entry.id, entry.level)
        while open_links and open_links[-1].level >= entry.level:
            open_links.pop()
        (open_links[-1].children if open_links else top).append(link)
        open_links.append(link)
    return top
