"""Run the generator before each build of MkDocs, and complete the pages that MkDocs builds."""

# ruff: noqa: ARG002 - MkDocs passes arguments by name

import os.path
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urljoin, urlsplit

from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from build_scripts import pipeline
from build_scripts.disk.finished_folder import UnfinishedFolder
from build_scripts.disk.project_lines import lines_of_project
from build_scripts.disk.schema_folder import SCHEMA_FOLDER
from build_scripts.mkdocs_plugin.build_progress import BuildProgress
from build_scripts.mkdocs_plugin.contributed_files import linked_folders, refused_files
from build_scripts.mkdocs_plugin.empty_lists import (
    LinksToEmptyLists,
    lists_not_made,
    without_lists,
)
from build_scripts.mkdocs_plugin.failures import (
    one_line,
    refuse_settings,
)
from build_scripts.mkdocs_plugin.folders import root_of
from build_scripts.mkdocs_plugin.guard import GuardedPage, PageGuard, source_of
from build_scripts.mkdocs_plugin.navigation import (
    is_generated,
    put_in_order,
    table_of_contents,
)
from build_scripts.mkdocs_plugin.offline import OfflineEdition
from build_scripts.mkdocs_plugin.plugin_options import ReadingsOptions, addresses_of
from build_scripts.mkdocs_plugin.safe_log import make_log_harmless
from build_scripts.mkdocs_plugin.search import Search
from build_scripts.mkdocs_plugin.theme_mending import mend_theme
from build_scripts.mkdocs_plugin.trouble import (
    Trouble,
    judge_leniently,
    log,
    log_all,
    trouble_with,
)
from build_scripts.mkdocs_plugin.watch import watch_folders
from build_scripts.mkdocs_plugin.wide_tables import WideTables
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.repository_addresses import NO_REPOSITORY
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import PageFiller, PageInformation, leave_as_it_is
from build_scripts.pages import banner, joined_assets
from build_scripts.pages.forwarding import with_forwarding
from build_scripts.pages.layout import further_style_sheets, with_layout, with_style_sheet
from build_scripts.pages.offline_edition import NEEDED_ON_SERVERS_ONLY
from build_scripts.read.settings.mkdocs_settings import theme_language
from build_scripts.render.addresses import ASSETS_FOLDER, FOLDERS
from build_scripts.report.plain_text import summary
from build_scripts.report.system_failures import system_failure

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

INPUT_FOLDERS = ("annotations", "seeds")


class ReadingsPlugin(BasePlugin[ReadingsOptions]):  # type: ignore[no-untyped-call]
    """Generates pages before each build, and completes them while MkDocs builds."""

    # Both are set in `on_env`.
    _files: Files
    _guard: PageGuard

    def __init__(self) -> None:
        self._serving = False
        self._is_preview = False  # with drafts and live reload
        self._trouble: Trouble | None = None
        self._pages: dict[str, PageInformation] = {}
        self._fill: PageFiller = leave_as_it_is
        self._offline: OfflineEdition | None = None
        self._search: Search | None = None
        self._repository = NO_REPOSITORY
        self._links = LinksToEmptyLists()
        self._is_dirty = False
        self._unfinished: UnfinishedFolder | None = None
        self._site_folder = ""
        self._root = Path()
        self._page = ""  # the one that is read or converted now
        self._refused: tuple[Diagnostic, ...] = ()
        self._progress = BuildProgress()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Guard the log, and remember whether this is `mkdocs serve`.

        That shows drafts and survives errors.
        """
        # `mkdocs serve --clean` shows what `mkdocs build` would make, and calls itself "build".
        self._serving = self._is_preview = command == "serve"
        self._is_dirty = dirty
        make_log_harmless()

    @event_priority(100)  # before Material's own plugin prepares the offline edition
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the style sheet and the script, and prepare the search and the offline edition."""
        self._root = root_of(config)
        refuse_settings(config)
        self._repository = addresses_of(config, self.config)
        self._offline = OfflineEdition.begin(config)
        self._search = Search.begin(config)
        style_sheet = f"{ASSETS_FOLDER}/{joined_assets.STYLE_SHEET}"
        if style_sheet not in config.extra_css:
            config.extra_css.append(style_sheet)
        script = config_options.ExtraScriptValue(f"{ASSETS_FOLDER}/{joined_assets.SCRIPT}")
        if script.path not in map(str, config.extra_javascript):
            script.defer = True
            config.extra_javascript.append(script)
        config.markdown_extensions.extend((WideTables(), self._links))  # type: ignore[arg-type]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write the generated pages. After an error, the previous pages stay.

        Raises:
            PluginError: there are errors, and this is not `mkdocs serve`, which shows a banner.
        """
        self._progress.begin()
        self._refused = linked_folders(config)
        if self._refused and not self._serving:
            log_all(self._refused, lines_of_project(root_of(config)))
            raise PluginError(f"{summary(self._refused)}; the last pages and the last site stay")
        try:
            self._trouble = self._write_pages(config)
        except Exception as error:
            if not self._serving:
                raise
            # An exception from here would leave every request to the server hanging.
            reason = one_line(error, root_of(config), self._page)
            log.error("the pages could not be written: %s", reason, exc_info=not reason)
            self._trouble = Trouble("the pages could not be written", reason or repr(error))
        if self._trouble is None:
            self._begin_site(config)
            return
        if not self._serving:
            raise PluginError(f"{self._trouble.summary}; the last pages and the last site stay")
        judge_leniently()

    def _begin_site(self, config: MkDocsConfig) -> None:
        """Let MkDocs build the site beside the last one, which stays until this one is finished."""
        if self._serving or self._is_dirty:
            return
        self._site_folder = config.site_dir
        try:
            self._unfinished = UnfinishedFolder(Path(config.site_dir))
        except OSError as error:
            raise PluginError(
                f"{system_failure(error, root_of(config))} The last site stays."
            ) from None
        config.site_dir = str(self._unfinished.path)

    @event_priority(-1000)  # after everything else that is written into the site
    def _finish_site(self, *, config: MkDocsConfig) -> None:
        if self._unfinished is not None:
            self._unfinished.put_in_place()
            config.site_dir, self._unfinished = self._site_folder, None

    def on_shutdown(self) -> None:
        """Leave the terminal clean, also after Ctrl-C."""
        self._progress.end()

    def on_build_error(self, *, error: Exception) -> None:
        """Say on one line what MkDocs would print a traceback for.

        Raises:
            Abort: the reason is not a fault of a program.
        """
        if self._unfinished is not None:
            self._unfinished.discard()
        reason = one_line(error, self._root, self._page)
        if reason:
            log.error(reason)
            raise Abort("Aborted") from None

    def _write_pages(self, config: MkDocsConfig) -> Trouble | None:
        """Write the generated pages and log all diagnostics. Errors are also returned."""
        configuration = SiteConfiguration(
            config.docs_dir,
            config.use_directory_urls,
            config.site_name,
            theme_language(config.theme),
            config.site_url or "",
            self._offline.has_published_folders if self._offline else None,
            wants_search_entries=self._search is not None,
            repository=self._repository,
        )
        built = pipeline.build(
            root_of(config), configuration, self._is_preview, progress=self._progress
        )
        lines_of = lines_of_project(root_of(config))
        log_all(built.diagnostics, lines_of)
        if built.pages is not None:
            self._pages, self._fill = built.pages, built.fill
            # Themes show this in the footer of every page.
            config.copyright = " · ".join(filter(None, (config.copyright, built.imprint))) or None
            return None
        return trouble_with(built.diagnostics, lines_of)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep out what must not be published, and add the plugin's files.

        What only forwards, or is not made, is kept out of the navigation.
        """
        refused = refused_files(files, config, self.config.server_files)
        self._refused += refused.diagnostics
        for file in refused.files:
            files.remove(file)
        self._links.absent = lists_not_made(files)
        if config.nav is not None:
            config.nav = without_lists(config.nav, self._links.absent)
        for file in files:
            if self._redirect(file):
                file.inclusion = InclusionLevel.NOT_IN_NAV
        if self._serving:
            for address, content in banner.assets().items():
                files.append(File.generated(config, address, content=content))
        if self._offline is not None:
            self._offline.add_worker_script(files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the generated sections first, unless mkdocs.yml sets the navigation."""
        if config.nav is None:
            put_in_order(nav, self._pages)
        self._progress.begin_pages(len(files.documentation_pages()), "pages read")
        return nav

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> None:
        """Remember which page is read and converted next."""
        self._page = self._links.page = page.file.src_uri
        self._progress.next_page()

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Set a page's table of contents, section and address for editing.

        In a page written by hand, fill the places for generated lists.
        """
        information = self._pages.get(page.file.src_uri)
        if self._offline is not None:
            page.canonical_url = self._offline.published_address(page, config, information)
        if information is not None:
            page.toc = table_of_contents(information.contents)
            if information.title_in_tab:
                page.title = page.title  # for the navigation; themes put `meta` into the tab
                page.meta["title"] = escape(information.title_in_tab)
            if self._search is not None:
                self._search.leave_out(page)
            if information.redirect and page.canonical_url:
                page.canonical_url = urljoin(page.canonical_url, information.redirect)
        section = page.parent if config.nav is None and is_generated(page.file) else None
        if section is not None and section.children[0] is page:
            section.title = page.title or section.title
        page.edit_url = self._edit_url(config, page, information)
        return html if information is not None else self._fill(page.file.src_uri, html)

    def _edit_url(
        self, config: MkDocsConfig, page: Page, information: PageInformation | None
    ) -> str | None:
        if information is not None:
            path = information.source
        elif is_generated(page.file):
            return None  # from an earlier build; while there are errors, its source is unknown
        else:
            path = Path(os.path.relpath(page.file.abs_src_path or "", root_of(config))).as_posix()
        if not self._repository.repository:
            return page.edit_url if information is None else None
        is_file = path.endswith((".yml", ".md"))
        address_of = self._repository.of_file if is_file else self._repository.of_folder
        return address_of(path) or None

    @event_priority(100)  # before other plugins add their templates to the environment
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Correct the theme's templates, and make the policy of the site's pages."""
        mend_theme(env)
        self._guard = PageGuard(env, config, files, with_live_reload=self._is_preview)
        self._guard.guard_copied_pages(files)
        self._files = files
        self._progress.begin_pages(len(files.documentation_pages()), "pages built")
        return env

    @event_priority(-100)  # after other plugins, so that the policy governs what they add
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Complete a page: its head, layout, style sheets, forwarding, policy and banner."""
        self._progress.next_page()
        information = self._pages.get(page.file.src_uri)
        if information is not None:
            output = output.replace("</head>", f"{information.head}</head>", 1)
            output = with_layout(output, information.notes_side)
        shows_text = information is not None and information.shows_text
        for name in further_style_sheets(output, shows_text=shows_text):
            address = get_relative_url(f"{ASSETS_FOLDER}/{name}", page.url)
            output = with_style_sheet(output, address)
        if redirect := self._redirect(page.file):
            script = get_relative_url(f"{ASSETS_FOLDER}/redirect.js", page.url)
            output = with_forwarding(output, redirect, script)
        guarded = self._guard.guard(output, source_of(page.file), page.content or "")
        style_sheet = get_relative_url(banner.STYLE_SHEET, page.url)
        return self._with_banner(guarded, config, style_sheet)

    @event_priority(100)  # before the plugin `search` writes its index
    def _complete_site(self, *, config: MkDocsConfig) -> None:
        """Hand our entries to the search, and report forbidden scripts and refused files.

        Raises:
            PluginError: there are some, and this is not `mkdocs serve`, which shows scripts on the
                page and leaves files out.
        """
        self._progress.end()
        if self._search is not None:
            self._search.hand_over(self._files, self._pages)
        forbidden = tuple(sorted({*self._guard.forbidden, *self._refused}))
        if not forbidden:
            return
        log_all(forbidden, lines_of_project(root_of(config)))
        if not self._serving:
            raise PluginError(f"{summary(forbidden)}; the site must not be published like this")
        judge_leniently()

    on_post_build = CombinedEvent(_complete_site, _finish_site)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Keep pages that only forward out of the site map."""
        context["pages"] = [file for file in context["pages"] if not self._redirect(file)]
        return context

    @event_priority(-100)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Add the policy and the banner to a page made from a template, such as 404.html."""
        if self._offline is not None and template_name in NEEDED_ON_SERVERS_ONLY:
            return ""
        if not template_name.endswith(".html"):
            return output
        source = Path(config.docs_dir, template_name)
        is_own = template_name in config.extra_templates
        guarded = self._guard.guard(output, source if is_own else None, output)
        # Servers show 404.html at any address, so relative addresses would not work.
        site = urlsplit(config.site_url or "/").path
        addresses = urljoin(site, banner.STYLE_SHEET), urljoin(site, banner.SCRIPT)
        return self._with_banner(guarded, config, *addresses)

    def _redirect(self, file: File) -> str:
        """The address that a page forwards to; empty for ordinary pages."""
        information = self._pages.get(file.src_uri)
        return information.redirect if information is not None else ""

    def _with_banner(
        self, page: GuardedPage, config: MkDocsConfig, style_sheet: str, script: str = ""
    ) -> str:
        """A page with a banner about all pages, or else about this one, or without a banner."""
        if self._trouble is not None:
            return banner.with_banner(page.html, *self._trouble, style_sheet, script)
        if self._serving and page.forbidden:
            trouble = trouble_with(page.forbidden, lines_of_project(root_of(config)))
            state = banner.NOT_FIT_TO_PUBLISH
            return banner.with_banner(page.html, *trouble, style_sheet, script, state)
        return page.html

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: object
    ) -> "LiveReloadServer":
        """Watch the files that people write, but not those that are generated in docs/."""
        self._serving = True  # also under `mkdocs serve --clean`, which starts as a build
        root, docs = root_of(config), Path(config.docs_dir)
        trigger = os.path.abspath(config.config_file_path)  # noqa: PTH100 - as MkDocs does
        folders = (docs, *(root / name for name in INPUT_FOLDERS))
        server.unwatch(config.docs_dir)
        server.watch(trigger)
        generated = (*(docs / name for name in FOLDERS), root / SCHEMA_FOLDER)
        watch_folders(server.observer, Path(trigger), folders, generated)
        log.info("watching what people write in %s", ", ".join(f"{f.name}/" for f in folders))
        return server
