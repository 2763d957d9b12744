"""Paths as those need them who know the repository, and not which folder in it is the project."""

from pathlib import PurePosixPath, PureWindowsPath


def is_absolute(path: str) -> bool:
    """Whether the path of a finding is that of a file outside the project."""
    return PurePosixPath(path).is_absolute() or PureWindowsPath(path).is_absolute()


def in_repository(path: str, folder: str) -> str:
    """A path seen from the repository's root.

    Args:
        path: of a finding, relative to the project's root unless it lies outside.
        folder: the project's folder in the repository; empty where they are the same.
    """
    if is_absolute(path):
        return path
    return (PurePosixPath(folder) / path).as_posix()
