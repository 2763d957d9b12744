"""The settings of mkdocs.yml that this generator needs without MkDocs."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml


class SiteConfiguration(NamedTuple):
    """Settings of MkDocs, with its own defaults.

    Attributes:
        docs_dir: the documentation folder, relative to the project's root.
        use_directory_urls: whether addresses name folders instead of files.
        site_name: the site's name; empty where it is not written out, but taken from a variable.
        site_url: where the site is published; empty where that is not known, or not written out.
        has_published_folders: `use_directory_urls` of the published site; None where it is the
            same.
        language: of the theme, which says what language a page is in as a whole.
        wants_search_entries: whether what a search finds is to be written together as well.
    """

    docs_dir: str = "docs"
    use_directory_urls: bool = True
    site_name: str = ""
    language: str = "en"
    site_url: str = ""
    has_published_folders: bool | None = None
    wants_search_entries: bool = False


class _Loader(yaml.SafeLoader):
    """Reads past MkDocs's own tags (``!ENV``, ``!relative``, ``!!python/name``)."""


def _ignore(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> Any:
    return None


_Loader.add_multi_constructor("!", _ignore)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _ignore)


def read_site_configuration(root: Path) -> SiteConfiguration:
    """Read mkdocs.yml; MkDocs itself reports what is wrong in it, so here defaults serve."""
    try:
        content = (root / "mkdocs.yml").read_text(encoding="utf-8")
        data = yaml.load(content, Loader=_Loader)  # noqa: S506 - a SafeLoader
    except (OSError, ValueError, yaml.YAMLError):  # a value may be no date, for one
        return SiteConfiguration()
    if not isinstance(data, dict):
        return SiteConfiguration()
    docs_dir, site_name, site_url = (data.get(k) for k in ("docs_dir", "site_name", "site_url"))
    return SiteConfiguration(
        docs_dir if isinstance(docs_dir, str) else "docs",
        data.get("use_directory_urls") is not False,
        site_name if isinstance(site_name, str) else "",
        theme_language(data.get("theme")),
        site_url if isinstance(site_url, str) else "",
    )


def theme_language(theme: Any) -> str:
    """The language of a theme: what its setting says, and Material's own where it says nothing."""
    language = theme.get("language") if isinstance(theme, Mapping) else None
    return language if isinstance(language, str) and language else "en"
