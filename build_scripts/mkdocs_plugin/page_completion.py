"""Complete pages: what a template asks of them, and what it does not write."""

import os.path
import re
from collections.abc import Iterable
from html import escape, unescape
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from build_scripts.mkdocs_plugin.folders import root_of
from build_scripts.mkdocs_plugin.navigation import (
    is_generated,
    is_ordered_here,
    named_by,
    table_of_contents,
)
from build_scripts.mkdocs_plugin.offline import OfflineEdition
from build_scripts.model.repository_addresses import RepositoryAddresses
from build_scripts.model.site_plan import PageInformation
from build_scripts.pages.forwarding import with_forwarding
from build_scripts.pages.joined_assets import ICON, SCRIPT, STYLE_SHEET
from build_scripts.pages.layout import (
    fonts_at_once,
    further_style_sheets,
    with_font,
    with_layout,
    with_style_sheet,
)
from build_scripts.render.addresses import ASSETS_FOLDER

_ICON_OF_THEME = "assets/images/favicon.png"


def add_assets(config: MkDocsConfig) -> None:
    """Let every page have the style sheet, the script and, if it has no other, the icon."""
    has_icon = Path(config.docs_dir, _ICON_OF_THEME).exists()
    if config.theme.get("favicon") == _ICON_OF_THEME and not has_icon:
        config.theme["favicon"] = f"{ASSETS_FOLDER}/{ICON}"
    style_sheet = f"{ASSETS_FOLDER}/{STYLE_SHEET}"
    if style_sheet not in config.extra_css:
        config.extra_css.append(style_sheet)
    script = config_options.ExtraScriptValue(f"{ASSETS_FOLDER}/{SCRIPT}")
    if script.path not in map(str, config.extra_javascript):
        script.defer = True
        config.extra_javascript.append(script)


BOOST_BY_HAND = 0.8
"""What the search multiplies the score of a page written by hand with. It then stands below what is
found in the texts and lists just as well, but above what is found less well."""


def add_imprint(config: MkDocsConfig, imprint: str) -> None:
    """Add markup, if any, to what themes show in the footer of every page."""
    config.copyright = " · ".join(filter(None, (config.copyright, imprint))) or None


def prepare(
    page: Page,
    information: PageInformation | None,
    config: MkDocsConfig,
    offline: OfflineEdition | None,
    repository: RepositoryAddresses,
) -> None:
    """Set a page's table of contents, titles and addresses, which templates write into it."""
    if offline is not None:
        page.canonical_url = offline.published_address(page, config, information)
    if information is not None:
        page.toc = table_of_contents(information.contents)
        if information.title_in_tab:
            page.title = page.title  # for the navigation; themes put `meta` into the tab
            page.meta["title"] = escape(information.title_in_tab)
        if information.redirect and page.canonical_url:
            page.canonical_url = urljoin(page.canonical_url, information.redirect)
    section = named_by(page) if is_ordered_here(config.nav) else None
    if section is not None:
        section.title = page.title or section.title
    if information is None and not is_generated(page.file):
        search = page.meta.setdefault("search", {})
        if isinstance(search, dict):
            search.setdefault("boost", BOOST_BY_HAND)
    page.edit_url = _edit_address(page, information, config, repository)


def _edit_address(
    page: Page,
    information: PageInformation | None,
    config: MkDocsConfig,
    repository: RepositoryAddresses,
) -> str | None:
    """The address at which the source of a page is edited; None if there is none."""
    if information is not None:
        path = information.source
    elif is_generated(page.file):
        return None  # from an earlier build; while there are errors, its source is unknown
    else:
        path = Path(os.path.relpath(page.file.abs_src_path or "", root_of(config))).as_posix()
    if not repository.repository:
        return page.edit_url if information is None else None
    is_file = path.endswith((".yml", ".md"))
    address_of = repository.of_file if is_file else repository.of_folder
    return address_of(path) or None


def completed(
    html: str, page: Page, information: PageInformation | None, *, is_on_server: bool
) -> str:
    """A page with its metadata, layout and further style sheets, and forwarding if it forwards."""
    if is_on_server:  # browsers fetch no fonts in advance from a folder
        for font in fonts_at_once(html):
            html = with_font(html, get_relative_url(f"{ASSETS_FOLDER}/{font}", page.url))
    if information is None:
        return _with_style_sheets(html, page, further_style_sheets(html, shows_text=False))
    html = html.replace("</head>", f"{information.head}</head>", 1)
    html = with_layout(html, information.notes_side)
    names = further_style_sheets(html, shows_text=information.shows_text)
    html = _with_style_sheets(html, page, names)
    if information.redirect:
        script = get_relative_url(f"{ASSETS_FOLDER}/redirect.js", page.url)
        html = with_forwarding(html, information.redirect, script)
    return html


_NAME_OF_SITE = 'class="md-ellipsis wordmark"'


def with_name_once(html: str, site_name: str) -> str:
    """A page whose header does not repeat its heading, as long as that is in sight.

    That concerns a home page which has the name of the site as its heading.
    """
    heading = re.search(r"<h1[^>]*>(.*?)(?:<a class=\"headerlink\"|</h1>)", html, re.DOTALL)
    if heading is None or unescape(heading[1]).strip() != site_name:
        return html
    return html.replace(_NAME_OF_SITE, f'{_NAME_OF_SITE[:-1]} repeated"', 1)


def _with_style_sheets(html: str, page: Page, names: Iterable[str]) -> str:
    for name in names:
        html = with_style_sheet(html, get_relative_url(f"{ASSETS_FOLDER}/{name}", page.url))
    return html
