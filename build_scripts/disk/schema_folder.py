"""The folder ``annotations/schema/`` on disk: files for editors, whole at any time."""

import errno
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from build_scripts.disk.atomic import replace_file
from build_scripts.model.site_plan import PlannedFile

SCHEMA_FOLDER = "annotations/schema"


def write_schemas(root: Path, planned: Iterable[PlannedFile]) -> tuple[str, ...]:
    """Write schemas where they differ from what is there.

    Args:
        root: the project's folder.
        planned: files, by their names in the folder.

    Returns:
        The names of those that were written.

    Raises:
        OSError: the folder cannot be written to, or is a link that leads elsewhere.
    """
    folder = root / SCHEMA_FOLDER
    if not _belongs_to(root):
        raise OSError(errno.ENOTDIR, "this is a link, and no folder of the project", str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in planned:
        path = folder / name
        # What is no plain file (a link to a device, perhaps) is replaced, and never read.
        if path.is_symlink() or not path.is_file() or path.read_bytes() != content:
            replace_file(path, content)
            written.append(name)
    return tuple(written)


def renew_where_wanted(root: Path, planned: PlannedFile) -> None:
    """Write a schema where the project has a folder for them; where that fails, do without.

    It is of use to editors alone: whoever checks or builds a project that they may only read, or
    that was never meant for editors, need not know.
    """
    with suppress(OSError):
        if (root / SCHEMA_FOLDER).is_dir():
            write_schemas(root, (planned,))


def _belongs_to(root: Path) -> bool:
    """Whether nothing is written elsewhere: neither the folder nor the one around it is a link."""
    return (root / SCHEMA_FOLDER).resolve() == root.resolve() / SCHEMA_FOLDER
