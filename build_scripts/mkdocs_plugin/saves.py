"""Build again at a save what the save touches.

By itself, MkDocs builds everything at each save. Here the generator is asked first what it changed.
Only those pages are then read and built by MkDocs, with all events of plugins. Everything is built
again where this is not enough, such as for another navigation or a page written by hand.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from build_scripts.mkdocs_plugin.dependencies import unknown_dependencies
from build_scripts.mkdocs_plugin.generation import Generated
from build_scripts.mkdocs_plugin.last_build import LastBuild
from build_scripts.mkdocs_plugin.served_banner import PageWithBanner, addresses_everywhere, renew
from build_scripts.mkdocs_plugin.theme_scripts import page_templates
from build_scripts.mkdocs_plugin.trouble import log
from build_scripts.pages import banner
from build_scripts.pipeline import Change
from build_scripts.text.wording import counted


class Builder(Protocol):
    """The plugin, as far as saves concern it.

    Attributes:
        last_build: None if the site must be built as a whole.
        is_generated: whether the generator has just run, and need not for a whole build.
    """

    last_build: LastBuild | None
    is_generated: bool

    def generate_again(self, config: MkDocsConfig) -> Generated:
        """Let the generator write what changed."""

    def obstacle(self, config: MkDocsConfig) -> str:
        """Why the plugin cannot renew single pages; empty if it can."""


class Saves:
    """Builds a served site at each save."""

    def __init__(self, build_all: Callable[[], None], plugin: Builder) -> None:
        """Take the place of the function by which a server builds everything."""
        self._build_all = build_all
        self._plugin = plugin

    def __call__(self) -> None:
        """Build what must be built."""
        last = self._plugin.last_build
        if last is None or not last.is_current():
            self._build_all()
        elif reason := self._plugin.obstacle(last.config) or unknown_dependencies(last.config):
            log.info("all pages are built again: %s", reason)
            self._build_all()
        else:
            self._build_some(last)

    def _build_some(self, last: LastBuild) -> None:
        begun = time.monotonic()
        generated = self._plugin.generate_again(last.config)
        change = generated.change
        if change is None:
            self._build_rest("it is not known what changed")
        elif change.navigation or change.frame:
            what = "navigation" if change.navigation else "frame"
            self._build_rest(f"the {what} changed")
        else:
            try:
                number = _build_touched(last, generated, change)
            except Exception:  # the whole build comes to the same, and says what is wrong
                log.debug("some pages could not be built again", exc_info=True)
                self._build_rest("some of them could not be built by themselves")
            else:
                seconds = time.monotonic() - begun
                log.info("Building documentation: %s in %.2f s", counted(number, "page"), seconds)

    def _build_rest(self, reason: str) -> None:
        """Build everything after the generator has run."""
        log.info("all pages are built again: %s", reason)
        self._plugin.last_build = None
        self._plugin.is_generated = True
        try:
            self._build_all()
        finally:
            self._plugin.is_generated = False


def _build_touched(last: LastBuild, generated: Generated, change: Change) -> int:
    """Build the pages that may differ, and copy other files; return how many pages these are."""
    documents = last.documents()
    paths = change.pages.union(_filled_differently(last, generated) if change.fill else ())
    pages = [file.page for file in documents if file.page is not None]
    touched = [page for page in pages if page.file.src_uri in paths]
    for page in touched:
        last.make_unread(page)
        _populate_page(page, last.config, last.files)
    for path in sorted(change.files):
        copied = last.files.get_file_from_path(path)
        if copied is not None and last.has(copied):
            copied.copy_file()
    if last.trouble != generated.trouble:
        others = (page for page in pages if page.file.src_uri not in paths)
        renew(_with_banners(last, others), last.trouble, generated.trouble)
        last.trouble = generated.trouble
    for page in touched:
        is_excluded = page.file.inclusion.value <= InclusionLevel.DRAFT.value
        _build_page(page, last.config, documents, last.nav, last.env, excluded=is_excluded)
    for page in pages:
        level = last.config.validation.links.anchors
        page.validate_anchor_links(files=last.files, log_level=level)
    last.config.plugins.on_post_build(config=last.config)
    return len(touched)


def _filled_differently(last: LastBuild, generated: Generated) -> Iterator[str]:
    """The pages written by hand that are completed in another way now."""
    return (
        path for path, (html, filled) in last.filled.items() if generated.fill(path, html) != filled
    )


def _with_banners(last: LastBuild, pages: Iterable[Page]) -> Iterator[PageWithBanner]:
    """The pages of the site on which banners stand: some from Markdown, and all from templates."""
    for page in pages:
        style_sheet = get_relative_url(banner.STYLE_SHEET, page.url)
        yield PageWithBanner(Path(page.file.abs_dest_path), style_sheet, "")
    for name in sorted(page_templates(last.config)):
        yield PageWithBanner(Path(last.config.site_dir, name), *addresses_everywhere(last.config))
