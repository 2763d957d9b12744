"""The MkDocs plugin `readings`: the only file that knows MkDocs, and as little of it as can be."""

import html
import logging
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from build_scripts import pipeline, report
from build_scripts.model.diagnostic import Diagnostic, Severity
from build_scripts.model.site_plan import PageInformation, TableOfContentsEntry
from build_scripts.read.site_configuration import SiteConfiguration
from build_scripts.render.addresses import FOLDERS

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
_BODY_TAG = re.compile(r"<body\b[^>]*>")


class ReadingsOptions(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in mkdocs.yml.

    Attributes:
        edit_address: where a file is edited; ``{repository}`` and ``{path}`` are filled in. There
            are no edit links where ``extra.repository`` is empty.
        folder_address: likewise, where a folder is shown.
    """

    edit_address = config_options.Type(str, default="{repository}/edit/main/{path}")
    folder_address = config_options.Type(str, default="{repository}/tree/main/{path}")


class ReadingsPlugin(BasePlugin[ReadingsOptions]):  # type: ignore[no-untyped-call]
    """Writes the generated pages before each build, and completes them while MkDocs builds."""

    def __init__(self) -> None:
        self._serving = False
        self._diagnostics: tuple[Diagnostic, ...] = ()
        self._pages: dict[str, PageInformation] = {}
        self._failed = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is `mkdocs serve`, where drafts show and errors do not end it."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the style sheets, and the input folders to what is watched."""
        for name in STYLE_SHEETS:
            address = f"{pipeline.ASSETS_FOLDER}/{name}"
            if address not in config.extra_css:
                config.extra_css.append(address)
        root = _root(config)
        for folder in INPUT_FOLDERS:
            path = str(root / folder)
            if (root / folder).is_dir() and path not in map(str, config.watch):
                config.watch.append(path)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write the generated pages; on errors the last ones stay.

        Raises:
            PluginError: on errors, unless under `mkdocs serve`, which goes on with a banner.
        """
        root = _root(config)
        docs_dir = Path(config.docs_dir).resolve().relative_to(root)
        configuration = SiteConfiguration(docs_dir.as_posix(), config.use_directory_urls)
        built = pipeline.build(root, configuration, with_drafts=self._serving)
        self._diagnostics = built.diagnostics
        self._failed = built.pages is None
        if built.pages is not None:
            self._pages = built.pages
        for diagnostic in built.diagnostics:
            log.log(_LEVELS[diagnostic.severity], report.as_text((diagnostic,)))
        if self._failed and not self._serving:
            raise PluginError(
                f"{report.summary(built.diagnostics)}; the last pages and the last site stay"
            )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep pages that only forward out of the navigation."""
        for file in files:
            information = self._pages.get(file.src_uri)
            if information is not None and information.redirect:
                file.inclusion = InclusionLevel.NOT_IN_NAV
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the generated sections first, unless mkdocs.yml says what the navigation is."""
        if config.nav is None:
            nav.items.sort(key=_navigation_rank)
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Fill the table of contents, and say where the page is edited."""
        information = self._pages.get(page.file.src_uri)
        if information is not None and not information.redirect:
            page.toc = TableOfContents(_nested(information.contents))
        page.edit_url = self._edit_url(config, page, information)
        return html

    def _edit_url(
        self, config: MkDocsConfig, page: Page, information: PageInformation | None
    ) -> str | None:
        repository = str(config.extra.get("repository") or "").rstrip("/")
        if not repository:
            return None
        if information is None:
            docs = Path(config.docs_dir).resolve().relative_to(_root(config)).as_posix()
            path = f"{docs}/{page.file.src_uri}"
        else:
            path = information.source
        template = (
            self.config.edit_address
            if path.endswith((".yml", ".md"))
            else self.config.folder_address
        )
        return template.format(repository=repository, path=path)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Make forwarding pages forward; under `mkdocs serve`, show what is wrong on every page."""
        information = self._pages.get(page.file.src_uri)
        if information is not None and information.redirect:
            output = output.replace("</head>", _forwarding(information.redirect, page) + "</head>")
        if self._serving and self._failed:
            banner = _banner(self._diagnostics)
            output = _BODY_TAG.sub(lambda tag: tag.group() + banner, output, count=1)
        return output

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: object
    ) -> "LiveReloadServer":
        """Watch what people write in the documentation folder, not what is generated there."""
        docs = Path(config.docs_dir)
        generated = {folder.partition("/")[0] for folder in FOLDERS}
        server.unwatch(str(docs))
        server.watch(str(docs), recursive=False)
        for folder in sorted(docs.iterdir()):
            if folder.is_dir() and folder.name not in generated:
                server.watch(str(folder))
        return server


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _navigation_rank(item: object) -> int:
    """Home, the generated sections, then everything else in MkDocs's order."""
    if isinstance(item, Page):
        return 0 if item.is_homepage else len(NAVIGATION_ORDER) + 1
    address = next(_addresses(item), "")
    for rank, prefix in enumerate(NAVIGATION_ORDER, start=1):
        if address.startswith(prefix):
            return rank
    return len(NAVIGATION_ORDER) + 1


def _addresses(item: object) -> Iterator[str]:
    """Source files of the pages in a section, the first first."""
    if isinstance(item, Page):
        yield item.file.src_uri
    for child in getattr(item, "children", None) or ():
        yield from _addresses(child)


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


def _forwarding(address: str, page: Page) -> str:
    """Elements for the head of a page that forwards; the script keeps the fragment."""
    target = html.escape(address)
    script = "../" * page.url.count("/") + f"{pipeline.ASSETS_FOLDER}/redirect.js"
    return (
        f'<meta name="robots" content="noindex">'
        f'<script src="{script}" data-target="{target}"></script>'
        f'<meta http-equiv="refresh" content="0; url={target}">'
    )


def _banner(diagnostics: Iterable[Diagnostic]) -> str:
    """What is wrong, on top of the page; styled in place, for the style sheet may be missing."""
    diagnostics = tuple(diagnostics)
    text = html.escape(report.as_text(diagnostics))
    summary = html.escape(report.summary(diagnostics))
    return (
        '<div class="readings-banner" role="alert" style="position: relative; z-index: 9; '
        'padding: 1em; background: #b00020; color: #fff; font: 14px/1.5 sans-serif">'
        f"<strong>Not up to date: {summary}.</strong> This is the last good state of the site."
        '<pre style="white-space: pre-wrap; font: 13px/1.5 monospace; margin: .5em 0 0; '
        f'max-height: 50vh; overflow: auto">{text}</pre></div>'
    )
