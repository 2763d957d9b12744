"""What the last whole build by MkDocs leaves, so that some of its pages can be built again."""

from dataclasses import dataclass, field
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date

from build_scripts.mkdocs_plugin.folders import INPUT_FOLDERS, generated_folders, root_of
from build_scripts.mkdocs_plugin.seen_files import SeenFiles, look_at, places_of
from build_scripts.mkdocs_plugin.trouble import Trouble


@dataclass
class LastBuild:
    """A build by MkDocs, while it runs and after it.

    Attributes:
        config: the settings.
        watched: further files and folders that the server watches.
        is_preview: whether drafts are shown.
        seen: the files that the generator does not read, when the build began.
        date: of the build, which is written into the site.
        unread: the attributes of each page before it was read, by its Markdown file.
        filled: the HTML of each hand-written page before and after it was completed, by the same.
        files, nav, env: those of MkDocs; missing until it begins to write.
        trouble: what the banner on all pages says; None without a banner.
    """

    config: MkDocsConfig
    watched: tuple[str, ...]
    is_preview: bool
    seen: SeenFiles
    date: str = field(default_factory=get_build_date)
    unread: dict[str, dict[str, Any]] = field(default_factory=dict)
    filled: dict[str, tuple[str, str]] = field(default_factory=dict)
    files: Files = field(default_factory=lambda: Files([]))
    nav: Navigation = field(default_factory=lambda: Navigation([], []))
    env: Any = None
    trouble: Trouble | None = None

    @classmethod
    def begin(
        cls, config: MkDocsConfig, watched: tuple[str, ...], *, is_preview: bool
    ) -> "LastBuild":
        """Note how the files are, before a build reads them."""
        return cls(config, watched, is_preview, _look(config, watched))

    def note_unread(self, page: Page) -> None:
        """Note how a page is before it is read."""
        self.unread[page.file.src_uri] = dict(page.__dict__)

    def make_unread(self, page: Page) -> None:
        """Let a page be as it was before it was read."""
        unread = self.unread[page.file.src_uri]
        page.__dict__.clear()
        page.__dict__.update(unread)

    def is_current(self) -> bool:
        """Whether nothing changed since but what the generator reads and writes."""
        now = _look(self.config, self.watched)
        return now.are_as_before(self.seen) and self.date == get_build_date()

    def documents(self) -> list[File]:
        """The pages that are built, in the order of MkDocs."""
        inclusion = InclusionLevel.is_in_serve if self.is_preview else InclusionLevel.is_included
        return [*self.files.documentation_pages(inclusion=inclusion)]

    def has(self, file: File) -> bool:
        """Whether a file is part of the site."""
        least = InclusionLevel.EXCLUDED if self.is_preview else InclusionLevel.DRAFT
        return bool(file.inclusion.value > least.value)


def _look(config: MkDocsConfig, watched: tuple[str, ...]) -> SeenFiles:
    inputs = (root_of(config) / name for name in INPUT_FOLDERS)
    return look_at(places_of(config, watched), (*generated_folders(config), *inputs))
