"""Run the generator before each build of MkDocs, and complete the pages that MkDocs builds."""

# ruff: noqa: ARG002 - MkDocs passes arguments by name

from collections.abc import Callable
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from build_scripts.disk.project_lines import lines_of_project
from build_scripts.mkdocs_plugin import collector
from build_scripts.mkdocs_plugin.build_progress import BuildProgress
from build_scripts.mkdocs_plugin.contributed_files import linked_folders, refused_files
from build_scripts.mkdocs_plugin.empty_lists import (
    LinksToEmptyLists,
    lists_not_made,
    without_lists,
)
from build_scripts.mkdocs_plugin.failures import one_line, refuse_settings
from build_scripts.mkdocs_plugin.folders import root_of
from build_scripts.mkdocs_plugin.generated_page import GeneratedPage, read_directly
from build_scripts.mkdocs_plugin.generation import Generated, Mode, configuration_of, generate
from build_scripts.mkdocs_plugin.guard import PageGuard
from build_scripts.mkdocs_plugin.last_build import LastBuild
from build_scripts.mkdocs_plugin.navigation import completed_nav, is_ordered_here, put_in_order
from build_scripts.mkdocs_plugin.offline import OfflineEdition
from build_scripts.mkdocs_plugin.page_completion import (
    add_assets,
    add_imprint,
    completed,
    prepare,
    with_name_once,
)
from build_scripts.mkdocs_plugin.plugin_options import ReadingsOptions
from build_scripts.mkdocs_plugin.safe_log import make_log_harmless
from build_scripts.mkdocs_plugin.saves import Saves
from build_scripts.mkdocs_plugin.search import Search
from build_scripts.mkdocs_plugin.served_banner import addresses_everywhere, with_trouble
from build_scripts.mkdocs_plugin.server_address import refuse_address
from build_scripts.mkdocs_plugin.site_part import SitePart
from build_scripts.mkdocs_plugin.theme_mending import mend_theme
from build_scripts.mkdocs_plugin.theme_style_sheet import ThemeStyleSheet
from build_scripts.mkdocs_plugin.trouble import judge_leniently, log, log_all
from build_scripts.mkdocs_plugin.unfinished_site import UnfinishedSite
from build_scripts.mkdocs_plugin.watch import watch_input
from build_scripts.mkdocs_plugin.wide_tables import WideTables
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.repository_addresses import NO_REPOSITORY
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pages import banner
from build_scripts.pages.offline_edition import NEEDED_ON_SERVERS_ONLY
from build_scripts.read.settings.mkdocs_settings import repository_addresses, theme_language
from build_scripts.report.plain_text import summary

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class ReadingsPlugin(BasePlugin[ReadingsOptions]):  # type: ignore[no-untyped-call]
    """Generates pages before each build, and completes them while MkDocs builds.

    Attributes:
        part: of the site, if not all of it is built; set before the build begins.
    """

    _guard: PageGuard
    """Set in `on_env`."""

    def __init__(self) -> None:
        self.part: SitePart | None = None
        self._serving = False
        self._is_preview = False  # with drafts and live reload
        self._is_dirty = False
        self._has_address = True
        self._generated = Generated()
        self._offline: OfflineEdition | None = None
        self._search: Search | None = None
        self._repository = NO_REPOSITORY
        self._links = LinksToEmptyLists()
        self._theme_style_sheet = ThemeStyleSheet()
        self._site: UnfinishedSite | None = None
        self._root = Path()
        self._page = ""  # the one that is read or converted now
        self._refused: tuple[Diagnostic, ...] = ()
        self._progress = BuildProgress()
        self.last_build: LastBuild | None = None
        self._this_build: LastBuild | None = None
        self._watched: tuple[str, ...] = ()
        self.is_generated = False
        self._made_for: SiteConfiguration | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Guard the log, and remember whether this is `mkdocs serve`.

        That shows drafts and survives errors.
        """
        # `mkdocs serve --clean` shows what `mkdocs build` would make, and calls itself "build".
        self._serving = self._is_preview = command == "serve"
        self._is_dirty = dirty
        self._has_address = not self._serving
        make_log_harmless()

    @event_priority(100)  # before Material's own plugin prepares the offline edition
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the style sheet and the script, and prepare the search and the offline edition."""
        self._root = root_of(config)
        self.last_build = None
        self._this_build = None
        if self._serving:
            self._this_build = LastBuild.begin(config, self._watched, is_preview=self._is_preview)
        refuse_settings(config)
        if not self._has_address:
            refuse_address(*config.dev_addr)
            self._has_address = True
        self._repository = repository_addresses(config.extra, self.config)
        self._offline = OfflineEdition.begin(config)
        self._search = Search.begin(config)
        add_assets(config)
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
            log_all(self._refused, lines_of_project(self._root))
            raise PluginError(f"{summary(self._refused)}; the last pages and the last site stay")
        self._generate(config)
        add_imprint(config, self._generated.frame.imprint)
        if trouble := self._generated.trouble:
            if not self._serving:
                raise PluginError(f"{trouble.summary}; the last pages and the last site stay")
            judge_leniently()
        elif not self._serving and not self._is_dirty:
            self._site = UnfinishedSite(config)
        collector.set_aside()

    def _generate(self, config: MkDocsConfig) -> None:
        has_search = self._search is not None
        configuration = configuration_of(config, self._offline, self._repository, has_search)
        if self.part is not None:
            self._generated = self.part.generate(config, configuration, self._progress)
        elif not self.is_generated or configuration != self._made_for:
            mode = Mode(self._is_preview, self._serving)
            self._generated = generate(config, configuration, self._generated, mode, self._progress)
            self._made_for = configuration

    def generate_again(self, config: MkDocsConfig) -> Generated:
        """Let the generator write what changed since the last build."""
        self._progress.begin()
        self._generate(config)
        if self._search is not None:
            self._search.renew(self._generated.pages)
        return self._generated

    def obstacle(self, config: MkDocsConfig) -> str:
        """What is special about the site, so that all pages are to be built; empty if nothing."""
        if config.strict:
            return "with `--strict`, warnings are counted"
        if self._is_dirty:
            return "with `--dirty`, MkDocs leaves out some by itself"
        if self._refused or self._guard.forbidden:
            return "something must not be published"
        if self._offline is not None or (self._search is not None and self._search.is_made_at_once):
            return "the index of the search is made at once"
        return ""

    @event_priority(-1000)  # after everything else that is written into the site
    def _finish_site(self, *, config: MkDocsConfig) -> None:
        self.last_build, self._this_build = self._this_build or self.last_build, None
        if self._site is not None:
            self._site.finish(config)
            self._site = None
        collector.take_back()

    def on_shutdown(self) -> None:
        """Leave the terminal clean, also after Ctrl-C."""
        self._progress.end()

    def on_build_error(self, *, error: Exception) -> None:
        """Say on one line what MkDocs would print a traceback for.

        Raises:
            Abort: the reason is not a fault of a program.
        """
        collector.take_back()
        if self._site is not None:
            self._site.discard()
        reason = one_line(error, self._root, self._page)
        if reason:
            log.error(reason)
            raise Abort("Aborted") from None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep out what must not be published, and add the plugin's files.

        What only forwards, or is not made, is kept out of the navigation.
        """
        if self.part is not None:
            files = self.part.with_generated(files, config)
        refused = refused_files(files, config, self.config.server_files)
        if self.part is None or self.part.part.is_first:
            self._refused += refused.diagnostics
        for file in refused.files:
            files.remove(file)
        self._links.absent = lists_not_made(files)
        for file in files:
            if self._generated.redirect(file.src_uri):
                file.inclusion = InclusionLevel.NOT_IN_NAV
        if config.nav is not None:
            nav = completed_nav(config.nav, files)
            is_own = nav is config.nav
            config.nav = without_lists(nav, self._links.absent) if is_own else nav
        if self._serving:
            for address, content in banner.assets().items():
                files.append(File.generated(config, address, content=content))
        if self._offline is not None:
            self._offline.add_worker_script(files, config)
        self._theme_style_sheet = ThemeStyleSheet.add(files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the generated sections first, unless mkdocs.yml says where they are."""
        if is_ordered_here(config.nav):
            generated = self._generated
            title = generated.frame.further_lists
            put_in_order(nav, generated.pages, generated.arrangement, title)
        if self.part is not None:
            self.part.name_pages_elsewhere(files, config)
        read_directly(files, self._generated.pages)
        if self._this_build is not None:
            self._this_build.nav = nav
        self._progress.begin_pages(len(files.documentation_pages()), "pages read")
        return nav

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> None:
        """Remember which page is read and converted next."""
        self._page = self._links.page = page.file.src_uri
        self._progress.next_page()
        if self._this_build is not None:
            self._this_build.note_unread(page)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Set a page's table of contents, section and address for editing.

        In a page written by hand, fill the places for generated lists.
        """
        information = self._generated.pages.get(page.file.src_uri)
        prepare(page, information, config, self._offline, self._repository)
        if information is not None or (self.part is not None and not self.part.is_own(page.file)):
            return html
        filled = self._generated.fill(page.file.src_uri, html)
        build = self._this_build or self.last_build
        if build is not None:
            build.filled[page.file.src_uri] = html, filled
        return filled

    @event_priority(100)  # before other plugins add their templates to the environment
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Correct the theme's templates, and make the policy of the site's pages."""
        waits = self._search is not None and self._offline is None
        language = theme_language(config.theme)
        mend_theme(env, search_waits=waits, frame=self._generated.frame, language=language)
        self._guard = PageGuard(env, config, files, with_live_reload=self._is_preview)
        if self.part is not None:
            self.part.leave_out_others(files)
        self._guard.guard_copied_pages(files)
        if self._search is not None:
            is_whole = self._serving or self._offline is not None
            largest = inf if is_whole else self.config.largest_search_index * 1000
            self._search.take_over(config, files, self._generated, largest, self.part)
        if self._this_build is not None:
            self._this_build.files, self._this_build.env = files, env
            self._this_build.trouble = self._generated.trouble
        self._progress.begin_pages(len(files.documentation_pages()), "pages built")
        return env

    @event_priority(-100)  # after other plugins, so that the policy governs what they add
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Complete a page: its head, layout, style sheets, forwarding, policy and banner."""
        self._progress.next_page()
        is_current = self._generated.trouble is None
        forbidden = self._guard.inspect_page(output, page, are_generated_pages_current=is_current)
        if isinstance(page, GeneratedPage):
            page.forget()
        information = self._generated.pages.get(page.file.src_uri)
        output = self._theme_style_sheet.in_page(output)
        if page.is_homepage:
            output = with_name_once(output, config.site_name)
        output = completed(output, page, information, is_on_server=self._offline is None)
        style_sheet = get_relative_url(banner.STYLE_SHEET, page.url)
        return self._with_banner(self._guard.with_policy(output), forbidden, style_sheet)

    @event_priority(100)  # before other plugins write into the site
    def _refuse_site(self, *, config: MkDocsConfig) -> None:
        """Report forbidden scripts and refused files.

        Raises:
            PluginError: there are some, and this is not `mkdocs serve`, which shows scripts on the
                page and leaves files out.
        """
        self._progress.end()
        forbidden = tuple(sorted({*self._guard.forbidden, *self._refused}))
        if not forbidden:
            return
        log_all(forbidden, lines_of_project(self._root))
        if not self._serving:
            raise PluginError(f"{summary(forbidden)}; the site must not be published like this")
        judge_leniently()

    on_post_build = CombinedEvent(_refuse_site, _finish_site)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Keep pages that only forward out of the site map."""
        pages = context["pages"] if self.part is None else self.part.all_pages
        context["pages"] = [file for file in pages if not self._generated.redirect(file.src_uri)]
        return context

    @event_priority(-100)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Add the policy and the banner to a page made from a template, such as 404.html."""
        if self._offline is not None and template_name in NEEDED_ON_SERVERS_ONLY:
            return ""
        if self.part is not None and not self.part.part.is_first:
            return ""
        if not template_name.endswith(".html"):
            return output
        is_own = template_name in config.extra_templates
        source = Path(config.docs_dir, template_name) if is_own else None
        forbidden = self._guard.inspect(output, source, output)
        addresses = addresses_everywhere(config)
        return self._with_banner(self._guard.with_policy(output), forbidden, *addresses)

    def _with_banner(
        self, page: str, forbidden: tuple[Diagnostic, ...], style_sheet: str, script: str = ""
    ) -> str:
        why = self._generated.trouble, forbidden if self._serving else ()
        return with_trouble(page, *why, self._root, style_sheet, script)

    @event_priority(-100)  # after other plugins, which may hand the builder to the server
    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> "LiveReloadServer":
        """Watch the files that people write, and build at each save only what it touches."""
        self._serving = True  # also under `mkdocs serve --clean`, which starts as a build
        self._watched = watch_input(server, config)
        if self._watched:
            self.last_build = None  # it does not know how these were
        server.builder = Saves(builder, self)
        return server
