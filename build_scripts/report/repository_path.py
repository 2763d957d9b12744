"""Rewrite paths of findings, which are relative to the project, relative to the repository."""

from pathlib import PurePosixPath, PureWindowsPath


def is_absolute(path: str) -> bool:
    """Whether the path of a finding names a file outside the project."""
    return PurePosixPath(path).is_absolute() or PureWindowsPath(path).is_absolute()


def in_repository(path: str, folder: str) -> str:
    """The path of a finding relative to the repository; an absolute path stays as it is.

    `folder` is the project's folder in the repository; empty for its root.
    """
    if is_absolute(path):
        return path
    return (PurePosixPath(folder) / path).as_posix()
