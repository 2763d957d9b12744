"""Make a zip file whose bytes depend on nothing but the files in it."""

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from build_scripts.model.progress import Progress, unreported

_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
_LATEST = datetime(2107, 12, 31, 23, 59, 58, tzinfo=UTC)
"""The first and last date that the zip format can hold."""
_UNIX = 3
_FILE_THAT_ALL_MAY_READ = 0o100644


def zip_archive(
    top: str,
    files: Iterable[tuple[str, bytes]],
    seconds: int,
    progress: Progress = unreported,
) -> bytes:
    """A zip file that holds one folder.

    The order in which a disk lists files, their dates and their permissions do not matter.

    Args:
        top: the name of the folder.
        files: the path of each file in the folder, with ``/``, and its content.
        seconds: the date of all files, in seconds since 1970 (UTC). If the zip format cannot hold
            it, the nearest possible date is used.
        progress: is told of each file.
    """
    in_order = sorted(files)
    date = min(max(datetime.fromtimestamp(0, UTC) + timedelta(seconds=seconds), _EARLIEST), _LATEST)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for path, content in progress(in_order, len(in_order), "files packed"):
            entry = zipfile.ZipInfo(f"{top}/{path}", date.timetuple()[:6])
            entry.create_system = _UNIX
            entry.external_attr = _FILE_THAT_ALL_MAY_READ << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=9)
    return written.getvalue()
