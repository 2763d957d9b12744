"""Notice, without reading it, that a file is not the one it was."""

import os

Stamp = tuple[int, ...]
"""Times of the last change of the content and of the entry, size, number and mode of a file."""


def stamp_of(path: str | os.PathLike[str]) -> Stamp | None:
    """The stamp of a file; None if it cannot be looked at. Links are followed."""
    try:
        found = os.stat(path)  # noqa: PTH116 - quicker, and this is asked of every file
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_mode
