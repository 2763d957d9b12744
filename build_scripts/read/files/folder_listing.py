"""List the files in a folder of the project."""

import os
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from build_scripts.model import limits
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.read.files.file_content import Obstacle, leading_out, leads_out, unreadable
from build_scripts.text.visible_text import visible


class FolderListing(NamedTuple):
    """The files and folders below a folder, except hidden ones.

    Attributes:
        files: paths relative to the root, with ``/``, sorted; everything that is not a folder.
        folders: paths of the folders that were listed, sorted.
        unreadable: paths of the folders that could not be listed.
        is_usable: False if nothing in the folder is to be read.
    """

    files: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    is_usable: bool = True
    diagnostics: tuple[Diagnostic, ...] = ()


def list_folder(root: Path, top: str) -> FolderListing:
    """List a folder of the project; links to folders are not followed, but reported."""
    try:
        if leads_out(root, top):
            return _unusable(top, leading_out(top))
        if not (root / top).is_dir():
            return _not_a_folder(root, top)
    except (OSError, RuntimeError) as error:
        return _unusable(top, unreadable(error))
    files: list[str] = []
    folders: list[str] = []
    closed: list[str] = []
    diagnostics: list[Diagnostic] = []
    remaining = [top]
    while remaining:
        folder = remaining.pop()
        try:
            found = entries(root / folder)
        except OSError as error:
            closed.append(folder)
            diagnostics.append(about(folder, unreadable(error)))
            continue
        if folder != top:
            folders.append(folder)
        for entry in found:
            # Strings all the way: a large collection has thousands of files.
            path = f"{folder}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if not entry.is_dir(follow_symlinks=False):
                if entry.is_symlink() and _is_folder(entry):
                    diagnostics.append(linked_folder(root, path))
                else:
                    files.append(path)
            elif entry.name.endswith(".yml") or entry.name.lower().endswith(".ftl"):
                files.append(path)  # reading it will report that it is not a file
            else:
                remaining.append(path)
        if len(files) + len(folders) + len(remaining) > limits.MOST_FILES:
            return _unusable(top, _too_many())
    return FolderListing(
        tuple(sorted(files)), tuple(sorted(folders)), tuple(closed), True, tuple(diagnostics)
    )


def entries(folder: Path) -> list[os.DirEntry[str]]:
    """The entries of a folder; none if it was just removed.

    Raises:
        OSError: the folder cannot be read.
    """
    try:
        with os.scandir(folder) as found:
            return [*found]
    except FileNotFoundError:
        return []


def about(path: str, obstacle: Obstacle) -> Diagnostic:
    """The diagnostic for an obstacle to reading a file or folder."""
    name = visible(PurePosixPath(path).name)
    return Origin(Document(path, ""), 0).diagnostic(
        obstacle.code, f"`{name}` {obstacle.predicate}", obstacle.hint
    )


def _is_folder(link: os.DirEntry[str]) -> bool:
    try:
        return link.is_dir()
    except OSError:  # reading it will report the fault
        return False


def linked_folder(root: Path, path: str) -> Diagnostic:
    """The diagnostic for a link to a folder; the path is relative to the root."""
    try:
        if leads_out(root, path):
            return about(path, leading_out(path))
    except (OSError, RuntimeError) as error:
        return about(path, unreadable(error))
    return about(
        path,
        Obstacle(
            Code.FILE_UNREADABLE,
            "is a link, and links to folders are not followed",
            "Put the folder itself here; links to single files are allowed.",
        ),
    )


def _not_a_folder(root: Path, top: str) -> FolderListing:
    if not os.path.lexists(root / top):
        return FolderListing()
    hint = f"Rename the file, and make a folder `{top}`."
    obstacle = Obstacle(Code.FILE_UNREADABLE, "is not a folder", hint)
    return FolderListing(is_usable=False, diagnostics=(about(top, obstacle),))


def _too_many() -> Obstacle:
    return Obstacle(
        Code.TOO_MANY_FILES,
        f"contains more than {limits.MOST_FILES:,} files, so none of them is read",
        "Move out what does not belong there, such as the folder of another program.",
    )


def _unusable(top: str, obstacle: Obstacle) -> FolderListing:
    return FolderListing(is_usable=False, diagnostics=(about(top, obstacle),))
