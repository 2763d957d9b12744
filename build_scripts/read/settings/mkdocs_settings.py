"""Read the settings of mkdocs.yml that the generator needs without MkDocs."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.repository_addresses import (
    PLACES,
    RepositoryAddresses,
    repository_of,
    unknown_places,
)
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.web_address import is_web_address
from build_scripts.read.settings.setting_findings import (
    PLUGIN,
    plugin_entries,
    setting_findings,
)
from build_scripts.read.settings.settings_file import read_settings_file

SETTINGS = "mkdocs.yml"
_NAMES = (SETTINGS, "mkdocs.yaml")
"""MkDocs reads the first of these that exists."""


class Settings(NamedTuple):
    """How the site is published, and what is wrong with the settings.

    Attributes:
        configuration: defaults stand in place of what cannot be used.
    """

    configuration: SiteConfiguration
    diagnostics: tuple[Diagnostic, ...] = ()


def read_settings(root: Path, *, are_needed: bool = False) -> Settings:
    """Read the settings of a project. If `are_needed`, a hint says that there are none."""
    for name in _NAMES:
        if (settings := settings_of(root / name)) is not None:
            return settings
    missing = Origin(Document(SETTINGS, ""), 0).diagnostic(
        Code.SETTINGS_MISSING,
        "There are no settings, so MkDocs's default values are used",
        f"Write `{SETTINGS}`: see “Settings” in the guide. If it is in another folder, name that "
        "folder with `--root`.",
    )
    return Settings(SiteConfiguration(), (missing,) if are_needed else ())


def settings_of(path: Path) -> Settings | None:
    """The settings of a file; None if there is no such file."""
    settings, unreadable = read_settings_file(path)
    if settings is None:
        return Settings(SiteConfiguration(), unreadable) if unreadable else None
    return Settings(_configuration(settings.data), tuple(sorted({*setting_findings(settings)})))


def _configuration(data: Any) -> SiteConfiguration:
    if not isinstance(data, Mapping):
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
    for _, options in plugin_entries(plugins, PLUGIN):
        if isinstance(options, Mapping):
            return options
    return {}


def _site_address(value: Any) -> str:
    """The address of the site with a slash at the end, as MkDocs completes it."""
    if not isinstance(value, str) or not is_web_address(value):
        return ""
    parts = urlsplit(value)
    path = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    return parts._replace(path=path).geturl()
