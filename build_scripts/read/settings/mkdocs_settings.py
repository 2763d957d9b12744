"""The settings of mkdocs.yml that this generator needs without MkDocs."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from build_scripts.model.repository_addresses import (
    PLACES,
    RepositoryAddresses,
    repository_of,
    unknown_places,
)
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.read.settings import mkdocs_yaml

PLUGIN = "readings"


def read_site_configuration(
    root: Path, environment: Mapping[str, str] = os.environ
) -> SiteConfiguration:
    """Read mkdocs.yml; MkDocs itself reports what is wrong in it, so here defaults serve.

    Args:
        root: the project's folder.
        environment: the variables that ``!ENV`` stands for.
    """
    try:
        content = (root / "mkdocs.yml").read_text(encoding="utf-8")
        return _configuration(mkdocs_yaml.load(content, environment))
    except (OSError, ValueError, yaml.YAMLError):  # a value may be no date, for one
        return SiteConfiguration()


def _configuration(data: Any) -> SiteConfiguration:
    """Take what is needed out of the settings.

    Raises:
        ValueError: the site has an address that is none.
    """
    if not isinstance(data, dict):
        return SiteConfiguration()
    docs_dir, site_name = (data.get(key) for key in ("docs_dir", "site_name"))
    return SiteConfiguration(
        docs_dir if isinstance(docs_dir, str) else "docs",
        data.get("use_directory_urls") is not False,
        site_name if isinstance(site_name, str) else "",
        theme_language(data.get("theme")),
        _site_address(data.get("site_url")),
        repository=repository_addresses(data.get("extra"), _plugin_options(data.get("plugins"))),
    )


def theme_language(theme: Any) -> str:
    """The language of a theme: what its setting says, and Material's own where it says nothing."""
    language = theme.get("language") if isinstance(theme, Mapping) else None
    return language if isinstance(language, str) and language else "en"


def repository_addresses(extra: Any, options: Mapping[Any, Any]) -> RepositoryAddresses:
    """The addresses of a project's files; where a setting is no use, its default serves.

    An empty template is one: the host has no such page.

    Args:
        extra: the settings below `extra` in mkdocs.yml.
        options: those of the plugin.
    """
    repository = repository_of(extra.get("repository") if isinstance(extra, Mapping) else None)
    set_by_hand = {
        name: value
        for name in ("branch", *PLACES)
        if isinstance(value := options.get(name), str)
        and (not unknown_places(name, value) if name in PLACES else value)
    }
    return RepositoryAddresses(repository, **set_by_hand)


def _plugin_options(plugins: Any) -> Mapping[Any, Any]:
    """The options of the plugin, which MkDocs takes from a list or from a mapping."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if isinstance(entry, Mapping) and isinstance(entry.get(PLUGIN), Mapping):
            options: Mapping[Any, Any] = entry[PLUGIN]
            return options
    return {}


def _site_address(value: Any) -> str:
    """The address of the site as MkDocs completes it: that of a folder."""
    if not isinstance(value, str) or not (parts := urlsplit(value)).netloc or not parts.scheme:
        return ""
    path = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    return parts._replace(path=path).geturl()
