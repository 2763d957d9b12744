"""Read the settings of mkdocs.yml that the generator needs without MkDocs."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
import yaml_env_tag

from build_scripts.model.repository_addresses import (
    PLACES,
    RepositoryAddresses,
    repository_of,
    unknown_places,
)
from build_scripts.model.site_configuration import SiteConfiguration

PLUGIN = "readings"


class _Loader(yaml.SafeLoader):
    """Reads YAML with the tags that MkDocs adds to it; Python objects become None."""


def _nothing(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> None:
    return None


_Loader.add_multi_constructor("!", _nothing)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _nothing)
yaml_env_tag.add_env_tag(_Loader)


def read_site_configuration(root: Path) -> SiteConfiguration:
    """Read mkdocs.yml; defaults replace faulty settings, because MkDocs itself reports these."""
    try:
        content = (root / "mkdocs.yml").read_text(encoding="utf-8")
        return _configuration(yaml.load(content, _Loader))  # noqa: S506 - a SafeLoader
    except (OSError, ValueError, yaml.YAMLError):  # ValueError: an impossible date, for example
        return SiteConfiguration()


def _configuration(data: Any) -> SiteConfiguration:
    """The settings that are needed.

    Raises:
        ValueError: the site's address is not valid.
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
    """The language in the settings of a theme; Material's default if there is none."""
    language = theme.get("language") if isinstance(theme, Mapping) else None
    return language if isinstance(language, str) and language else "en"


def repository_addresses(extra: Any, options: Mapping[Any, Any]) -> RepositoryAddresses:
    """The addresses of a project's files; defaults replace faulty settings.

    An empty template is valid: the host has no such page.
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
    """The options of the plugin; `plugins` may be a list or a mapping."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if isinstance(entry, Mapping) and isinstance(entry.get(PLUGIN), Mapping):
            options: Mapping[Any, Any] = entry[PLUGIN]
            return options
    return {}


def _site_address(value: Any) -> str:
    """The address of the site with a slash at the end, as MkDocs completes it."""
    if not isinstance(value, str) or not (parts := urlsplit(value)).netloc or not parts.scheme:
        return ""
    path = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    return parts._replace(path=path).geturl()
