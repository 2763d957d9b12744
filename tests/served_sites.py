"""`mkdocs serve` without a server: the builder that it calls at each save, in this process."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from tests.mkdocs_runs import tree

URL = "http://127.0.0.1:8000/"


class ServedSite:
    """A project, and the folder of the site that a server would answer from.

    Attributes:
        save: what the server calls when files were changed.
        whole_builds: how often everything was built.
    """

    def __init__(self, root: Path, site: Path, *, only_whole: bool = False) -> None:
        """Build the site for the first time. With `only_whole`, each save builds everything."""
        self._root, self._site = root, site
        self._plugins: dict[str, Any] = {}
        self.whole_builds = 0
        config = self._config()
        with self._own_plugins():
            config.plugins.on_startup(command="serve", dirty=False)
            self._build_all(config)
            server = LiveReloadServer(self._build_all, "127.0.0.1", 8000, str(site))
            server.watch(config.docs_dir)
            server.watch(str(root / "mkdocs.yml"))
            if not only_whole:
                server = config.plugins.on_serve(server, config=config, builder=self._build_all)
            server.server_close()
        self._builder: Callable[[], None] = server.builder

    def save(self) -> None:
        """Build as the server does when files were changed."""
        with self._own_plugins():
            self._builder()

    def files(self) -> Mapping[str, bytes]:
        """The files of the site."""
        return tree(self._site)

    def _build_all(self, config: MkDocsConfig | None = None) -> None:
        self.whole_builds += 1
        build(config or self._config(), serve_url=URL)

    def _config(self) -> MkDocsConfig:
        with self._own_plugins():
            settings = str(self._root / "mkdocs.yml")
            return load_config(settings, site_dir=str(self._site), site_url=URL)

    @contextmanager
    def _own_plugins(self) -> Iterator[None]:
        """Let MkDocs keep the plugins of this site for its next build, and of no other."""
        option: Any = dict(MkDocsConfig._schema)["plugins"]
        before, option.plugin_cache = option.plugin_cache, self._plugins
        try:
            yield
        finally:
            option.plugin_cache = before
