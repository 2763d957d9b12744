"""Give every page its policy, and collect what the policy forbids or cannot prevent."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from build_scripts.mkdocs_plugin.folders import root_of
from build_scripts.mkdocs_plugin.generated_page import GeneratedPage
from build_scripts.mkdocs_plugin.theme_scripts import page_templates, theme_scripts
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.pages.page_departures import departures, may_lead_away
from build_scripts.pages.policy import policy, policy_for_live_reload, with_policy
from build_scripts.pages.published_files import FileKind, kind_of
from build_scripts.pages.script_places import WrittenByHand, faults_of_page, read_written
from build_scripts.pages.script_signs import HarmlessScripts
from build_scripts.render.addresses import FOLDERS

_LENGTH_OF_BEGINNING = 200
"""So much of a part is searched; Python takes longer to prepare the search for a long one."""


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
        self._harmless = HarmlessScripts(self._known_scripts, set())
        self._policy = policy_for_live_reload() if with_live_reload else policy(self._known_scripts)
        self._templates = page_templates(config)
        self._written = WrittenByHand(
            root_of(config),
            Path(config.config_file_path),
            Path(config.theme.custom_dir) if config.theme.custom_dir else None,
            Path(config.docs_dir),
            FOLDERS,
        )

    def inspect(self, page: str, source: Path | None, content: str) -> tuple[Diagnostic, ...]:
        """Find the scripts and departures on a page, and remember them.

        `content` is the part of the page that is made from the file `source`, if there is one.
        """
        forbidden = faults_of_page(page, content, source, self._known_scripts, self._written)
        if source is not None and may_lead_away(content):
            forbidden += departures(content, read_written(source, self._written.root))
        self.forbidden.update(forbidden)
        return forbidden

    def inspect_page(
        self, output: str, page: Page, *, are_generated_pages_current: bool
    ) -> tuple[Diagnostic, ...]:
        """Find the scripts and departures on a page of MkDocs, given what is written of it.

        The generator has looked at the content of its pages. If they are as it has just written
        them, only what stands around the content is looked at; and all of the page if there may be
        a script, or if the content is not there as it was.
        """
        content = page.content or ""
        is_checked = isinstance(page, GeneratedPage) and page.is_as_written
        if is_checked and are_generated_pages_current and self._has_harmless_frame(output, content):
            return ()
        return self.inspect(output, source_of(page.file), content)

    def _has_harmless_frame(self, page: str, content: str) -> bool:
        before, found, after = split_at(page, content)
        is_between_tags = before.rfind(">") >= before.rfind("<")
        return found and is_between_tags and all(map(self._harmless.are_all_of, (before, after)))

    def with_policy(self, page: str) -> str:
        """A page with the policy of the site."""
        return with_policy(page, self._policy)

    def guard_copied_pages(self, files: Files) -> None:
        """Add the policy to the HTML files that MkDocs copies unchanged."""
        for file in files:
            is_copied = file.inclusion.value >= InclusionLevel.DRAFT.value
            is_page = is_copied and kind_of(file.src_uri) is FileKind.HTML
            if is_page and file.src_uri not in self._templates:
                self._guard_copied_page(file)

    def _guard_copied_page(self, file: File) -> None:
        encoding, text = _decoded(file.content_bytes)
        self.inspect(text, source_of(file), text)
        file.content_bytes = self.with_policy(text).encode(encoding)


def split_at(page: str, part: str) -> tuple[str, bool, str]:
    """What is before and after the first place of a part, and whether there is one."""
    start = page.find(part[:_LENGTH_OF_BEGINNING])
    while start >= 0 and not page.startswith(part, start):
        start = page.find(part[:_LENGTH_OF_BEGINNING], start + 1)
    return (page[:start], True, page[start + len(part) :]) if start >= 0 else (page, False, "")


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
