"""Read lines of a project's files, so that reports can quote them."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from build_scripts.text.line_ends import with_unix_line_ends

LARGEST = 8 * 1024 * 1024
"""Bytes. Larger files are not quoted: a report must not need more memory than the check itself."""


def lines_of_project(root: Path) -> Callable[[str], Sequence[str]]:
    """A function that returns the lines of a file by its path relative to the root.

    It returns no lines if the file cannot be read, is not UTF-8, is too large, or lies outside the
    root. The files that were read last are kept, because findings in one file follow one another.
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
    except (OSError, ValueError, RuntimeError):  # RuntimeError: links that lead in a circle
        return ()
    return with_unix_line_ends(text).split("\n")
