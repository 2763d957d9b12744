"""A folder as a zip file: of the same files the same bytes, whenever and wherever it is made."""

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
_LATEST = datetime(2107, 12, 31, 23, 59, 58, tzinfo=UTC)
"""The dates that a zip file can bear."""
_UNIX = 3
_FILE_THAT_ALL_MAY_READ = 0o100644


def zip_archive(top: str, files: Iterable[tuple[str, bytes]], seconds: int) -> bytes:
    """A zip file that holds one folder.

    Nothing of the machine goes into it: neither the order in which a disk lists files, nor their
    dates, nor who may read them.

    Args:
        top: the name of the folder.
        files: path in the folder, with ``/``, and content, in any order.
        seconds: the date that all files bear, since 1970; one that a zip file cannot bear becomes
            the nearest that it can. Zip files know no time zones: it is stated in UTC.
    """
    date = min(max(datetime.fromtimestamp(0, UTC) + timedelta(seconds=seconds), _EARLIEST), _LATEST)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for path, content in sorted(files):
            entry = zipfile.ZipInfo(f"{top}/{path}", date.timetuple()[:6])
            entry.create_system = _UNIX
            entry.external_attr = _FILE_THAT_ALL_MAY_READ << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=9)
    return written.getvalue()
