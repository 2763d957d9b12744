"""Write the folder ``annotations/schema/``, whose files help editors."""

import errno
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from build_scripts.disk.atomic import replace_file
from build_scripts.model.site_plan import PlannedFile

SCHEMA_FOLDER = "annotations/schema"


def write_schemas(root: Path, planned: Iterable[PlannedFile]) -> tuple[str, ...]:
    """Write the schemas that differ from the files on disk.

    Paths of planned files are relative to the schema folder.

    Returns:
        The names of the files that were written.

    Raises:
        OSError: the folder cannot be written to, or is a link that leads elsewhere.
    """
    folder = root / SCHEMA_FOLDER
    if not _belongs_to(root):
        raise OSError(errno.ENOTDIR, "this is a link, not a folder of the project", str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in planned:
        path = folder / name
        # Anything but a plain file (perhaps a link to a device) is replaced without reading it.
        if path.is_symlink() or not path.is_file() or path.read_bytes() != content:
            replace_file(path, content)
            written.append(name)
    return tuple(written)


def renew_where_wanted(root: Path, planned: PlannedFile) -> None:
    """Write a schema if the project has a folder for schemas; ignore failures.

    Only editors need the file, and a project may be read-only for the person who checks it.
    """
    with suppress(OSError):
        if (root / SCHEMA_FOLDER).is_dir():
            write_schemas(root, (planned,))


def _belongs_to(root: Path) -> bool:
    """Whether the schema folder lies in the project: neither it nor `annotations` is a link."""
    return (root / SCHEMA_FOLDER).resolve() == root.resolve() / SCHEMA_FOLDER
