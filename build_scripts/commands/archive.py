"""`readings archive`."""

import argparse
import sys
from pathlib import Path

from build_scripts.commands.command import OUTPUT_FORMAT, STRICT, SUCCESS, USAGE, Command, argument
from build_scripts.commands.verify import compare_site
from build_scripts.disk.atomic import replace_file
from build_scripts.disk.zip_archive import zip_archive
from build_scripts.pages.offline_edition import (
    date_of_build,
    edition_folder,
    files_of,
    is_for_servers,
)
from build_scripts.read.settings.mkdocs_settings import read_site_configuration
from build_scripts.report.harmless import harmless


def _run(root: Path, options: argparse.Namespace) -> int:
    try:
        date = date_of_build()
    except ValueError as error:
        print(f"readings: {harmless(str(error))}", file=sys.stderr)
        return USAGE
    folder = (
        options.site or edition_folder(root, read_site_configuration(root).site_name)
    ).resolve()
    if is_for_servers(folder):
        print(
            f"readings: {harmless(folder.name)}/ is the site for a server; "
            "build the offline edition with `OFFLINE=true`",
            file=sys.stderr,
        )
        return USAGE
    status = compare_site(root, folder, options)
    if status != SUCCESS:
        print("readings: no zip file was made", file=sys.stderr)
        return status
    archive = folder.with_name(f"{folder.name}.zip")
    content = zip_archive(folder.name, files_of(folder), date)
    replace_file(archive, content)
    print(
        f"readings: open {folder.name}/index.html to begin; {archive.name} "
        f"({len(content) / 1_000_000:.1f} MB) holds the folder",
        file=sys.stderr,
    )
    return SUCCESS


COMMAND = Command(
    "archive",
    "compare the offline edition with the sources and make a zip file of it",
    _run,
    (
        STRICT,
        OUTPUT_FORMAT,
        argument(
            "--site",
            "the built edition (default: the folder in dist/ that is named after the site)",
            "DIR",
            type=Path,
        ),
    ),
)
