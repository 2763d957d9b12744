"""Show on the pages of a served site why they are not up to date, or not fit to be published."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig

from build_scripts.disk.project_lines import lines_of_project
from build_scripts.mkdocs_plugin.trouble import Trouble, trouble_with
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.pages.banner import (
    NOT_FIT_TO_PUBLISH,
    SCRIPT,
    STYLE_SHEET,
    Banner,
    with_banner,
    without_banner,
)


def addresses_everywhere(config: MkDocsConfig) -> tuple[str, str]:
    """The addresses of the banner's style sheet and script, for pages shown at any address.

    Servers show 404.html like this, so relative addresses would not work.
    """
    site = urlsplit(config.site_url or "/").path
    return urljoin(site, STYLE_SHEET), urljoin(site, SCRIPT)


def with_trouble(
    page: str,
    trouble: Trouble | None,
    forbidden: tuple[Diagnostic, ...],
    root: Path,
    style_sheet: str,
    script: str,
) -> str:
    """A page with a banner about all pages, or else about this one, or without a banner.

    Args:
        page: its HTML.
        trouble: why no page is up to date.
        forbidden: what must not be on this page.
        root: the project's folder.
        style_sheet: the address of the banner's style sheet.
        script: the address of its script; may be empty.
    """
    if trouble is not None:
        return with_banner(page, Banner(*trouble, style_sheet, script))
    if forbidden:
        found = trouble_with(forbidden, lines_of_project(root))
        return with_banner(page, Banner(*found, style_sheet, script, NOT_FIT_TO_PUBLISH))
    return page


class PageWithBanner(NamedTuple):
    """A page of the site, and the addresses of what its banner needs."""

    path: Path
    style_sheet: str
    script: str


def renew(pages: Iterable[PageWithBanner], before: Trouble | None, now: Trouble | None) -> None:
    """Replace the banner about all pages in the files of a site, without building them again."""
    for path, style_sheet, script in pages:
        if path.is_file():  # MkDocs writes no empty page
            page = path.read_bytes().decode()
            if before is not None:
                page = without_banner(page, Banner(*before, style_sheet, script))
            if now is not None:
                page = with_banner(page, Banner(*now, style_sheet, script))
            path.write_bytes(page.encode())
