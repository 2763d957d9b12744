"""The policy of the site's pages, and the scripts on them that it would not let run."""

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
    """A page with its policy, and the scripts on it that must not be there."""

    html: str
    forbidden: tuple[Diagnostic, ...]


class PageGuard:
    """Gives each page of a site its policy, which is the same on all of them.

    Attributes:
        forbidden: the scripts that were found so far and must not be on any page.
    """

    def __init__(self, content: str = "", known_scripts: frozenset[str] = frozenset()) -> None:
        """Guard pages with a policy.

        Args:
            content: the policy.
            known_scripts: hashes of the inline scripts that it lets run.
        """
        self.forbidden: set[Diagnostic] = set()
        self._policy = content
        self._known_scripts = known_scripts

    @classmethod
    def of_site(
        cls, env: Any, config: MkDocsConfig, files: Files, *, with_live_reload: bool
    ) -> "PageGuard":
        """The guard of a site whose templates are ready.

        Args:
            env: the environment of the templates.
            config: the settings.
            files: of the site.
            with_live_reload: whether `mkdocs serve` will put its script into the pages.
        """
        known = theme_scripts(env, config, files)
        return cls(policy_for_live_reload() if with_live_reload else policy(known), known)

    def guard(
        self, page: str, config: MkDocsConfig, source: Path | None, content: str
    ) -> GuardedPage:
        """Give a page its policy, and keep in mind what it must not have.

        Args:
            page: a whole HTML page.
            config: the settings.
            source: the file that the page is made from.
            content: what of the page is made from it; the rest is the theme's or a plugin's.
        """
        written = WrittenByHand(
            root_of(config),
            Path(config.config_file_path),
            Path(config.theme.custom_dir) if config.theme.custom_dir else None,
            Path(config.docs_dir),
            FOLDERS,
        )
        found = faults_of_page(page, content, source, self._known_scripts, written)
        self.forbidden.update(found)
        return GuardedPage(with_policy(page, self._policy), found)

    def guard_copied_pages(self, files: Files, config: MkDocsConfig) -> None:
        """The same for the pages that MkDocs would only copy."""
        templates = page_templates(config)
        for file in files:
            if file.src_uri.endswith((".html", ".htm")) and file.src_uri not in templates:
                self._guard_copied_page(file, config)

    def _guard_copied_page(self, file: File, config: MkDocsConfig) -> None:
        content = file.content_bytes
        try:
            encoding, text = "utf-8", content.decode("utf-8-sig")
        except UnicodeDecodeError:
            encoding, text = "latin-1", content.decode("latin-1")
        page = self.guard(text, config, source_of(file), text)
        file.content_bytes = page.html.encode(encoding)


def source_of(file: File) -> Path | None:
    """The file on the disk that a file of the site is made from, if any."""
    return Path(file.abs_src_path) if file.abs_src_path else None
