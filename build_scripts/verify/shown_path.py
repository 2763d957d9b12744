"""Name a path of a built site as findings show it."""

from pathlib import Path


def shown_path(path: Path, root: Path) -> str:
    """A path relative to the root where it lies below it."""
    absolute = path.resolve()
    if absolute.is_relative_to(root.resolve()):
        return absolute.relative_to(root.resolve()).as_posix()
    return absolute.as_posix()
