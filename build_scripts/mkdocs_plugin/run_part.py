"""Build one part of a site: `readings shard render` runs this module in a process of its own."""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from click import ClickException
from mkdocs.__main__ import State
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from build_scripts.commands.command import FAULTS, SUCCESS
from build_scripts.commands.console import Format, is_coloured, print_findings, tell
from build_scripts.mkdocs_plugin.plugin import ReadingsPlugin
from build_scripts.mkdocs_plugin.site_part import SitePart
from build_scripts.model.diagnostic import has_errors
from build_scripts.read.settings.mkdocs_settings import read_settings
from build_scripts.shards.join import read_joined
from build_scripts.shards.manifest import write_manifest
from build_scripts.shards.part import Part, part_of
from build_scripts.shards.work import Work, work_in

_ABOUT_PAGES_BY_HAND = "mkdocs.structure"
"""What logs what is wrong with pages written by hand. The first part does."""


def render_part(work: Work, part: Part, *, is_strict: bool) -> int:
    """Build a part of the site, and print what is wrong; the exit status is returned.

    Raises:
        OSError: the part cannot be written.
    """
    in_settings = read_settings(work.root).diagnostics
    joined, found = read_joined(work)
    if joined is None or has_errors(in_settings):
        print_findings(work.root, (*found, *in_settings), Format.TEXT, sys.stderr)
        return FAULTS
    folder = work.part(part)
    work.files_of_part(part).unlink(missing_ok=True)
    settings = _settings_file(work.root)
    if settings is None:
        tell("there is no mkdocs.yml, so MkDocs cannot build a part of the site")
        return FAULTS
    try:
        config = load_config(str(settings), site_dir=str(folder / "site"), strict=is_strict or None)
    except ConfigurationError as error:
        tell(str(error))
        return FAULTS
    plugin = _plugin(config)
    if plugin is None:
        tell("mkdocs.yml does not name the plugin `readings`")
        return FAULTS
    plugin.part = SitePart(part, joined, folder / "docs")
    plugin.on_startup(command="build", dirty=False)
    with _quiet_about_pages_by_hand(part):
        try:
            build(config)
        except (Abort, ClickException) as error:
            tell(error.format_message())
            return FAULTS
        finally:
            plugin.on_shutdown()
    write_manifest(work, part, plugin.part.addresses, plugin.part.search)
    return SUCCESS


def _settings_file(root: Path) -> Path | None:
    places = (root / "mkdocs.yml", root / "mkdocs.yaml")
    return next((path for path in places if path.is_file()), None)


def _plugin(config: MkDocsConfig) -> ReadingsPlugin | None:
    plugins = (plugin for plugin in config.plugins.values() if isinstance(plugin, ReadingsPlugin))
    return next(plugins, None)


@contextmanager
def _quiet_about_pages_by_hand(part: Part) -> Iterator[None]:
    logger = logging.getLogger(_ABOUT_PAGES_BY_HAND)
    level = logger.level
    if not part.is_first:
        logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)


def main() -> int:
    """Run the command line ``ROOT FOLDER PART [--strict]``."""
    root, folder, written, *options = sys.argv[1:]
    part = part_of(written)
    if part is None:
        raise ValueError(f"{written} is no part")
    state: Any = State
    log = state(level=logging.WARNING)  # MkDocs prints what it logs as long as this lives
    if not is_coloured(sys.stderr, os.environ):
        log.stream.setFormatter(logging.Formatter("%(levelname)-8s-  %(message)s"))
    try:
        return render_part(work_in(Path(root), Path(folder)), part, is_strict="--strict" in options)
    finally:
        del log


if __name__ == "__main__":
    sys.exit(main())
