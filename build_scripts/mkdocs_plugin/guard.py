"""Give every page its policy, and collect what the policy forbids or cannot prevent."""

from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from build_scripts.mkdocs_plugin.folders import root_of
from build_scripts.mkdocs_plugin.theme_scripts import page_templates, theme_scripts
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.pages.page_departures import departures, may_lead_away
from build_scripts.pages.policy import policy, policy_for_live_reload, with_policy
from build_scripts.pages.published_files import FileKind, kind_of
from build_scripts.pages.script_places import WrittenByHand, faults_of_page, read_written
from build_scripts.render.addresses import FOLDERS


class GuardedPage(NamedTuple):
    """A page with its policy, and what must not be on it."""

    html: str
    forbidden: tuple[Diagnostic, ...]


class PageGuard:
    """Gives every page of a site the same policy.

    Attributes:
        forbidden: what was found so far, on any page, that must not be there.
    """

    def __init__(
        self, env: Any, config: MkDocsConfig, files: Files, *, with_live_reload: bool
    ) -> None:
        """Make the policy of a site. For live reload, `mkdocs serve` adds a script to pages."""
        self.forbidden: set[Diagnostic] = set()
        self._known_scripts = theme_scripts(env, config, files)
        self._policy = policy_for_live_reload() if with_live_reload else policy(self._known_scripts)
        self._templates = page_templates(config)
        self._written = WrittenByHand(
            root_of(config),
            Path(config.config_file_path),
            Path(config.theme.custom_dir) if config.theme.custom_dir else None,
            Path(config.docs_dir),
            FOLDERS,
        )

    def guard(self, page: str, source: Path | None, content: str) -> GuardedPage:
        """Add the policy to a page, and remember the scripts and departures that are on it.

        `content` is the part of the page that is made from the file `source`, if there is one.
        """
        forbidden = faults_of_page(page, content, source, self._known_scripts, self._written)
        if source is not None and may_lead_away(content):
            forbidden += departures(content, read_written(source, self._written.root))
        self.forbidden.update(forbidden)
        return GuardedPage(with_policy(page, self._policy), forbidden)

    def guard_copied_pages(self, files: Files) -> None:
        """Add the policy to the HTML files that MkDocs copies unchanged."""
        for file in files:
            is_copied = file.inclusion.value >= InclusionLevel.DRAFT.value
            is_page = is_copied and kind_of(file.src_uri) is FileKind.HTML
            if is_page and file.src_uri not in self._templates:
                self._guard_copied_page(file)

    def _guard_copied_page(self, file: File) -> None:
        encoding, text = _decoded(file.content_bytes)
        page = self.guard(text, source_of(file), text)
        file.content_bytes = page.html.encode(encoding)


def _decoded(content: bytes) -> tuple[str, str]:
    """The encoding in which a page is written again, and its text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-8-sig", content.decode("utf-16", errors="replace")
    try:
        return "utf-8", content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "latin-1", content.decode("latin-1")


def source_of(file: File) -> Path | None:
    """The file on disk that a file of the site is made from, if any."""
    return Path(file.abs_src_path) if file.abs_src_path else None
