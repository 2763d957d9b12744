"""Render the theme's header once for all pages in a folder: only the title in it differs."""

from collections.abc import Iterable
from typing import Any

from mkdocs.structure.pages import Page

from build_scripts.mkdocs_plugin.generated_page import GeneratedPage
from build_scripts.mkdocs_plugin.sidebar import folder_of

NAME_OF_HEADER = "header_of_pages"
"""By this name templates know the headers of a build."""
RENDER_HEADER = '{% include "partials/header.html" %}'
"""How the theme's `base.html` renders the header."""
_TARGETS = "(nav.homepage.url, config.extra.homepage, config.theme.logo)"
HEADER = (
    '{%- if config.extra.alternate or "navigation.tabs" in features %}'
    f"{RENDER_HEADER}{{% else %}}"
    f"{{% set written = {NAME_OF_HEADER}.of(page, {_TARGETS}) %}}"
    f"{{% if not written %}}{{% set written %}}{RENDER_HEADER}{{% endset %}}"
    f"{{% set written = {NAME_OF_HEADER}.keep(page, {_TARGETS}, written) %}}{{% endif %}}"
    "{{ written }}{% endif %}"
)
"""What is to stand there."""
TEMPLATES = (
    "base.html",
    *(
        f"partials/{name}.html"
        for name in ("header", "logo", "palette", "javascripts/palette", "search", "source")
    ),
)
"""The templates of which a header is made."""

_BEFORE_TITLE = (
    '<div class="md-header__topic" data-md-component="header-topic">\n<span class="md-ellipsis">\n'
)
_AFTER_TITLE = "\n</span>"


class SharedHeaders:
    """The headers that were rendered so far in a build, without titles."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[str, str]] = {}

    def of(self, page: Any, targets: Iterable[Any]) -> str:
        """The header of a page; empty if it is to be rendered.

        `targets` are the addresses to which it links.
        """
        parts = self._parts.get(_around(page)) if _is_shared(page, targets) else None
        return f"{parts[0]}{_title(page)}{parts[1]}" if parts else ""

    def keep(self, page: Any, targets: Iterable[Any], html: str) -> str:
        """The header that was rendered for a page."""
        if _is_shared(page, targets):
            before, found, after = html.partition(_BEFORE_TITLE)
            title = _title(page)
            if found and after.startswith(f"{title}{_AFTER_TITLE}"):
                self._parts[_around(page)] = before + found, after.removeprefix(title)
        return html


def _is_shared(page: Any, targets: Iterable[Any]) -> bool:
    """Whether the header is the same as on pages in folders beside that of this page.

    An address in the page's own folder is shorter there.
    """
    if type(page) not in {Page, GeneratedPage}:
        return False
    folder = folder_of(page.url)
    return not any(f"{target}/".startswith(folder) for target in targets)


def _around(page: Page) -> str:
    return folder_of(page.url)[: -len("/")].rpartition("/")[0]


def _title(page: Any) -> str:
    """The title as the theme shows it."""
    return str((page.meta or {}).get("title") or page.title)
