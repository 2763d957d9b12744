"""Lines of a project's files, for quoting them in reports."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

LARGEST = 8 * 1024 * 1024
"""Of what is larger nothing is quoted: a report must not need more memory than the check itself."""


def lines_of_project(root: Path) -> Callable[[str], Sequence[str]]:
    """A function from a path, relative to the root, to the lines of that file.

    It returns none where the file cannot be read, is not UTF-8, is too large, or lies outside the
    root. A file is read when the first finding in it is shown, and kept for those that follow.
    """
    return lru_cache(maxsize=2)(lambda path: _lines(root, path))


def _lines(root: Path, path: str) -> Sequence[str]:
    try:
        place = (root / path).resolve()
        if (
            not place.is_relative_to(root.resolve())
            or not place.is_file()  # reading a named pipe would not end
            or place.stat().st_size > LARGEST
        ):
            return ()
        text = place.read_bytes().decode("utf-8-sig")
    except (OSError, ValueError, RuntimeError):  # the last for links that lead in a circle
        return ()
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
