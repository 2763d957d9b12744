"""Give every page its policy, and collect the scripts that the policy forbids."""

from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from build_scripts.mkdocs_plugin.folders import root_of
from build_scripts.mkdocs_plugin.theme_scripts import page_templates, theme_scripts
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.pages.policy import policy, policy_for_live_reload, with_policy
from build_scripts.pages.script_places import WrittenByHand, faults_of_page
from build_scripts.render.addresses import FOLDERS


class GuardedPage(NamedTuple):
    """A page with its policy, and the scripts on it that the policy forbids."""

    html: str
    forbidden: tuple[Diagnostic, ...]


class PageGuard:
    """Gives every page of a site the same policy.

    Attributes:
        forbidden: the forbidden scripts that were found so far, on any page.
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
        """Add the policy to a page, and remember the scripts that it forbids.

        `content` is the part of the page that is made from the file `source`, if there is one.
        """
        forbidden = faults_of_page(page, content, source, self._known_scripts, self._written)
        self.forbidden.update(forbidden)
        return GuardedPage(with_policy(page, self._policy), forbidden)

    def guard_copied_pages(self, files: Files) -> None:
        """Add the policy to the HTML files that MkDocs copies unchanged."""
        for file in files:
            if file.src_uri.endswith((".html", ".htm")) and file.src_uri not in self._templates:
                self._guard_copied_page(file)

    def _guard_copied_page(self, file: File) -> None:
        content = file.content_bytes
        try:
            encoding, text = "utf-8", content.decode("utf-8-sig")
        except UnicodeDecodeError:
            encoding, text = "latin-1", content.decode("latin-1")
        page = self.guard(text, source_of(file), text)
        file.content_bytes = page.html.encode(encoding)


def source_of(file: File) -> Path | None:
    """The file on disk that a file of the site is made from, if any."""
    return Path(file.abs_src_path) if file.abs_src_path else None
