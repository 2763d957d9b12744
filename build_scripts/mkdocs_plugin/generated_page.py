"""Build a generated page without converting its Markdown.

The generator writes pages as raw HTML blocks, each between blank lines, and Markdown copies such
blocks to the site. So the HTML of a page is the content of its file without the front matter.
MkDocs would look at every tag of it several times, and then hold it until the end of the build.
Here it is read when it is needed, and forgotten when the page is finished.

If a plugin changes the Markdown of a page, the page becomes what MkDocs makes of the changed
Markdown.
"""

from collections.abc import Container, Iterable
from functools import cached_property

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page, _RawHTMLPreprocessor
from mkdocs.utils import weak_property
from mkdocs.utils.meta import get_data

from build_scripts.mkdocs_plugin.navigation import FurtherLists


class GeneratedPage(Page):
    """A page of MkDocs whose HTML is read from its file whenever it is needed.

    `Page` describes the attributes. `read_directly` makes these pages from those of MkDocs.
    """

    _start = -1
    """Where the file's content begins, after the front matter; negative if it is not used."""
    _is_direct = False
    """Whether the page is, or was at first, the content of its file."""
    _held: str | None = None
    """The content of the file, while the page is read or built."""
    _markdown: str | None = None
    _content: str | None = None
    """What stands in place of the file's content; None if nothing does."""

    @weak_property
    def title(self) -> str | None:
        """The title in the front matter."""
        title: str | None = self.meta["title"] if "title" in self.meta else Page.title.func(self)
        return title

    @property
    def markdown(self) -> str | None:
        """The Markdown of the page; None before the file is read."""
        return self._from_file() if self._markdown is None and self._is_direct else self._markdown

    @markdown.setter
    def markdown(self, value: str | None) -> None:
        self._markdown = value

    @property
    def content(self) -> str | None:
        """The HTML of the page; None before it is made."""
        return self._from_file().strip() if self.is_as_written else self._content

    @content.setter
    def content(self, value: str | None) -> None:
        self._content = None if self._is_direct and value == self._from_file().strip() else value
        self.forget()

    @property
    def is_index(self) -> bool:
        """Whether the page is the first of its section, which then has its address.

        The entry of further lists has none.
        """
        return super().is_index and not isinstance(self.parent, FurtherLists)

    @property
    def is_as_written(self) -> bool:
        """Whether the HTML is what the generator wrote, and nothing else."""
        return self._is_direct and self._content is None

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the file, or take what a plugin gives instead."""
        given = config.plugins.on_page_read_source(page=self, config=config)
        source = self.file.content_string if given is None else given
        self.markdown, self.meta = get_data(source)
        if given is None:
            self._held = self.markdown
            self._start = len(source) - len(self.markdown)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make the HTML, which takes nothing but for Markdown that a plugin gave or changed."""
        if self._start < 0 or self._markdown != self._held:
            super().render(config, files)
        else:
            self._is_direct, self._markdown = True, None

    @cached_property
    def present_anchor_ids(self) -> set[str] | None:  # type: ignore[override]
        """The ids on the page, which only matter if a page written by hand links to one."""
        if not self._is_direct:
            return None
        finder = _RawHTMLPreprocessor()
        finder.run((self.markdown or "").split("\n"))
        self.forget()
        return finder.present_anchor_ids

    def forget(self) -> None:
        """Forget what was read. It is read again where it is needed."""
        self._held = None

    def _from_file(self) -> str:
        if self._held is None:
            self._held = self.file.content_string[self._start :]
        return self._held


def read_directly(files: Iterable[File], generated: Container[str]) -> None:
    """Let the pages at these paths be read directly.

    MkDocs made them when it made the navigation, which sets their titles and links them to one
    another. So they stay the same objects and become pages of another class. Pages that another
    plugin made are left alone.
    """
    for file in files:
        if file.src_uri in generated and type(file.page) is Page:
            file.page.__class__ = GeneratedPage
