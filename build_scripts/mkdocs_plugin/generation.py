"""Run the generator for MkDocs."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig

from build_scripts import pipeline
from build_scripts.disk.project_lines import lines_of_project
from build_scripts.mkdocs_plugin.failures import one_line
from build_scripts.mkdocs_plugin.folders import root_of
from build_scripts.mkdocs_plugin.offline import OfflineEdition
from build_scripts.mkdocs_plugin.trouble import Trouble, log, log_all, trouble_with
from build_scripts.model.arrangement import NO_COLLECTIONS, Arrangement
from build_scripts.model.progress import Progress
from build_scripts.model.repository_addresses import RepositoryAddresses
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import PageFiller, PageInformation, SiteFrame, leave_as_it_is
from build_scripts.read.settings.mkdocs_settings import theme_language


class Generated(NamedTuple):
    """What the generator wrote last.

    Attributes:
        pages: what is known of each page, by the path of its Markdown file, in reading order.
        fill: completes pages that are written by hand.
        frame: what stands around the content of pages.
        trouble: why the pages are not up to date; None if they are.
        arrangement: of the readings, for the navigation.
        search_words: what the search says to readers.
        kept: for the next build of a server; None for any other.
        change: how the pages differ from those before; None if that is not known.
    """

    pages: Mapping[str, PageInformation] = MappingProxyType({})
    fill: PageFiller = leave_as_it_is
    frame: SiteFrame = SiteFrame()
    trouble: Trouble | None = None
    arrangement: Arrangement = NO_COLLECTIONS
    search_words: Mapping[str, str] = MappingProxyType({})
    kept: pipeline.Kept | None = None
    change: pipeline.Change | None = None

    def redirect(self, path: str) -> str:
        """The address to which the page at a path forwards; empty for ordinary pages."""
        information = self.pages.get(path)
        return information.redirect if information is not None else ""


def configuration_of(
    config: MkDocsConfig,
    offline: OfflineEdition | None,
    repository: RepositoryAddresses,
    wants_search_entries: bool,
) -> SiteConfiguration:
    """What the generator needs to know of MkDocs's settings."""
    return SiteConfiguration(
        config.docs_dir,
        config.use_directory_urls,
        config.site_name,
        theme_language(config.theme),
        config.site_url or "",
        offline.has_published_folders if offline else None,
        wants_search_entries=wants_search_entries,
        repository=repository,
    )


class Mode(NamedTuple):
    """How MkDocs runs.

    Attributes:
        is_preview: whether drafts are shown.
        is_serving: whether it is a server. Exceptions would leave every request to it hanging.
    """

    is_preview: bool
    is_serving: bool


def generate(
    config: MkDocsConfig,
    configuration: SiteConfiguration,
    before: Generated,
    mode: Mode,
    progress: Progress,
) -> Generated:
    """Write the generated pages, and log all that is wrong.

    If there are errors, nothing is written, and the pages of `before` are still those on disk. On a
    server that is also so if anything else goes wrong.
    """
    root = root_of(config)
    try:
        last = before.kept or pipeline.nothing_kept() if mode.is_serving else None
        built = pipeline.build(root, configuration, mode.is_preview, last=last, progress=progress)
    except Exception as error:
        if not mode.is_serving:
            raise
        reason = one_line(error, root, "")
        log.error("the pages could not be written: %s", reason, exc_info=not reason)
        trouble = Trouble("the pages could not be written", reason or repr(error))
        return before._replace(trouble=trouble, change=None)
    lines_of = lines_of_project(root)
    log_all(built.diagnostics, lines_of)
    if built.pages is None:
        trouble = trouble_with(built.diagnostics, lines_of)
        return before._replace(trouble=trouble, kept=built.kept, change=pipeline.NO_CHANGE)
    return Generated(
        built.pages,
        built.fill,
        built.frame,
        arrangement=built.arrangement,
        search_words=built.search_words,
        kept=built.kept,
        change=built.change,
    )
