"""`readings archive`."""

import argparse
from pathlib import Path

from build_scripts.commands.command import (
    OUTPUT_FORMAT,
    STRICT,
    SUCCESS,
    Command,
    UsageError,
    argument,
)
from build_scripts.commands.console import tell
from build_scripts.commands.verify import compare_site
from build_scripts.commands.waiting import QUIET, shown_progress
from build_scripts.disk.atomic import replace_file
from build_scripts.disk.zip_archive import zip_archive
from build_scripts.pages.offline_edition import (
    date_of_build,
    edition_folder,
    files_of,
    is_for_servers,
)
from build_scripts.read.settings.mkdocs_settings import read_site_configuration


def _run(root: Path, options: argparse.Namespace) -> int:
    try:
        date = date_of_build()
    except ValueError as error:
        raise UsageError(str(error)) from None
    folder = (
        options.site or edition_folder(root, read_site_configuration(root).site_name)
    ).resolve()
    if is_for_servers(folder):
        raise UsageError(
            f"{folder.name}/ is the site for a server; "
            "build the offline edition with `OFFLINE=true`"
        )
    status = compare_site(root, folder, options)
    if status != SUCCESS:
        tell("no zip file was made")
        return status
    archive = folder.with_name(f"{folder.name}.zip")
    with shown_progress(options) as progress:
        content = zip_archive(folder.name, files_of(folder), date, progress)
    replace_file(archive, content)
    tell(
        f"open {folder.name}/index.html to begin; {archive.name} "
        f"({len(content) / 1_000_000:.1f} MB) holds the folder"
    )
    return SUCCESS


COMMAND = Command(
    "archive",
    "compare the offline edition with the sources and make a zip file of it",
    _run,
    (
        STRICT,
        QUIET,
        OUTPUT_FORMAT,
        argument(
            "--site",
            "the built edition (default: the folder in dist/ that is named after the site)",
            "DIR",
            type=Path,
        ),
    ),
)
