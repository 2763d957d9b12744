"""Let MkDocs build a site beside the last one, which stays until the new one is finished."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from build_scripts.disk.finished_folder import UnfinishedFolder
from build_scripts.mkdocs_plugin.folders import root_of
from build_scripts.report.system_failures import system_failure


class UnfinishedSite:
    """A site that is being built, and its proper place."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Let MkDocs build into another folder.

        Raises:
            PluginError: the folder of the site cannot be written to.
        """
        self._place = config.site_dir
        try:
            self._folder = UnfinishedFolder(Path(self._place))
        except OSError as error:
            raise PluginError(
                f"{system_failure(error, root_of(config))} The last site stays."
            ) from None
        config.site_dir = str(self._folder.path)

    def finish(self, config: MkDocsConfig) -> None:
        """Put the site in its place."""
        self._folder.put_in_place()
        config.site_dir = self._place

    def discard(self) -> None:
        """Remove what was built."""
        self._folder.discard()
