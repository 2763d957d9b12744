"""Complete the offline edition that Material's plugin `offline` builds.

Material's plugin makes links name files, and writes the search index as a script. It would load the
script that replaces web workers from another site.
"""

from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from build_scripts.mkdocs_plugin.folders import root_of
from build_scripts.model.site_plan import PageInformation
from build_scripts.pages.offline_edition import (
    WORKER_SCRIPT,
    edition_folder,
    worker_script,
)

_NAMES_OF_PLUGIN = ("material/offline", "offline")
_USUAL_SITE_FOLDER = "site"


class OfflineEdition(NamedTuple):
    """A build of the site that is opened from a folder.

    Attributes:
        has_published_folders: whether addresses on the published site name folders.
    """

    has_published_folders: bool

    @classmethod
    def begin(cls, config: MkDocsConfig) -> "OfflineEdition | None":
        """Change the settings before Material's plugin does; None in all other builds."""
        plugins = (config.plugins.get(name) for name in _NAMES_OF_PLUGIN)
        if not any(plugin is not None and plugin.config.get("enabled") for plugin in plugins):
            return None
        # Material's plugin adds its own address unless one of these contains "iframe-worker".
        config.extra["polyfills"] = [*config.extra.get("polyfills", []), WORKER_SCRIPT]
        root = root_of(config)
        if Path(config.site_dir) == root / _USUAL_SITE_FOLDER:
            config.site_dir = str(edition_folder(root, config.site_name))
        return cls(config.use_directory_urls)

    def add_worker_script(self, files: Files, config: MkDocsConfig) -> None:
        """Add the script that only this edition has."""
        files.append(File.generated(config, WORKER_SCRIPT, content=worker_script()))

    def published_address(
        self, page: Page, config: MkDocsConfig, information: PageInformation | None
    ) -> str | None:
        """The address of a page on the published site, for citations; None if it is unknown."""
        if not config.site_url or (information is not None and information.redirect):
            return None
        published = File(page.file.src_uri, None, "", self.has_published_folders)
        return urljoin(config.site_url, published.url)
